"""Before an import: what the files hold, what it means, and what the user says of it."""
