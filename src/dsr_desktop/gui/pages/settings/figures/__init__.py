"""Figures of the law and of the company on the Settings page: clock, and how long files are kept."""
