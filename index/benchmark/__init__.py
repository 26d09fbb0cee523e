"""How fast and how large it is, beside the plain way."""
