"""The Files page: what was imported, and the import of more."""
