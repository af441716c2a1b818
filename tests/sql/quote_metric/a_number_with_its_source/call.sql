FROM quote_metric('d1-1@3')
