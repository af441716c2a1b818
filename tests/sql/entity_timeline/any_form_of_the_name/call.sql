FROM entity_timeline('全市')
