"""Rules of the field as pure functions over frozen values: no files, no Qt, no database."""
