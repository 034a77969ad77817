"""Colours, type, spacing and icons of the window."""
