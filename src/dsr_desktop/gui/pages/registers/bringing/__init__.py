"""A register kept elsewhere: previewed with the meaning of its columns, brought in whole or not."""
