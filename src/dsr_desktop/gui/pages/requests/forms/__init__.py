"""The forms of the request page, by subject: each stays open until what it says is recorded."""
