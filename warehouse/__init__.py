"""Storage, catalog, settings and the command line."""
