"""The Today page: what is due, and what to do next."""
