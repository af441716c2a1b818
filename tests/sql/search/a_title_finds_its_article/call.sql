FROM search('盐田新貌') LIMIT 1
