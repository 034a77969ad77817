"""The company's calendar in Settings: place, holidays of its own, and the year they make."""
