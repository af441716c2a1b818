FROM search('鲲鹏')
