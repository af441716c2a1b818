"""The commands of `fangzhi` that need no Dagster, a module each."""
