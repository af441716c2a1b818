SELECT row_number() OVER () AS place, * FROM search('港口')
