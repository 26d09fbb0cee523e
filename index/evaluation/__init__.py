"""How often the passage that answers is found."""
