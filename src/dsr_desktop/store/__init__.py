"""The encrypted register file: the only importer of the database drivers."""
