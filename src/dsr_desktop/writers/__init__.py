"""Documents and archives out."""
