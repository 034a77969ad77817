"""The services for a terminal."""
