FROM compare_places('GDP')
