"""Texts become vectors: the bundled model, or any by name."""
