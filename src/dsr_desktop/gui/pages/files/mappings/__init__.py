"""Mapping files in an import: what columns mean comes from one, or goes to one."""
