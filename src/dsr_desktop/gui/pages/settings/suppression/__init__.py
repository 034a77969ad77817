"""The suppression list on the Settings page: who is on it, who comes on and off it (R-SUP)."""
