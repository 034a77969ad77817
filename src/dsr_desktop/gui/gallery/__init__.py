"""A window with every widget in every state, for the eye and for tests."""
