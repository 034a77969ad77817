"""The Contacts page: everybody whom the company's own lists name, a million rows of them."""
