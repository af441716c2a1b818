"""The commands of `fangzhi` that drive Dagster, a module each."""
