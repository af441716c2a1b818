"""`python -m warehouse` is `fangzhi`."""

from warehouse.cli import main

main()
