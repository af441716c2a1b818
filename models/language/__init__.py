"""Language rules: what words mean, as functions over texts and frames. No tables, no paths."""
