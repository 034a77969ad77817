"""The Settings page: language, theme, company, places of the files, about the app."""
