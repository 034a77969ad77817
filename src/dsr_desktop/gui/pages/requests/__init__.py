"""Requests: the table of all, and the file of one with its clock, decisions and documents."""
