"""DSR Desktop: answers data-protection requests, offline."""

__version__ = "0.1.0"
