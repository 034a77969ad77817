"""Everything the app says to people, in French and English."""
