"""Cleaned copies, format by format."""
