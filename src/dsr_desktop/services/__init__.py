"""Use cases: each decides with the domain and acts through store, readers and writers."""
