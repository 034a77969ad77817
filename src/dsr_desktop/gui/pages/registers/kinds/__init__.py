"""The kinds of records: what is listed of each, what is asked, and what is written."""
