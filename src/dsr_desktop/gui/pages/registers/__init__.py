"""The Registers page: the company's records, each kind as a table with its details and its forms."""
