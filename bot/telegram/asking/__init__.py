"""Questions and what can be pressed under their answers."""
