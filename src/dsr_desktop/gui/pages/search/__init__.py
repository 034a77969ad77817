"""Search: one person in every imported row, and the review of what was found for a request."""
