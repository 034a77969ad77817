"""Information under art. 14 on the Today page: its form, and what writes it."""
