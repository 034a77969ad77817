"""The card of the backups in the settings, and the erasures to do again after a restore."""
