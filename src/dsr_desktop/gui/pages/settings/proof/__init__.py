"""The event log on the Settings page: its fingerprint, its check, the dossier of the company."""
