"""SQL that readers see: views, macros and the checks of promises, one file each."""
