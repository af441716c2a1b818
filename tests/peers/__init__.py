"""Number and date cases of other projects' test suites, read by the whole pipeline."""
