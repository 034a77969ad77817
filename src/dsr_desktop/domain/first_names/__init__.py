"""First names of people, their usual short forms and other writings: tables, folded."""
