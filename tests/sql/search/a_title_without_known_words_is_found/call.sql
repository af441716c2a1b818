FROM search('鲲鹏展翅')
