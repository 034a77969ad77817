"""Foreign files in, run in a process of their own."""
