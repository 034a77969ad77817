"""Erasing for a request: cleaned copies of files, the lines of the checklist, the register."""
