"""Cleaned copies of the files of strangers: single rows and cells out, everything else as it was."""
