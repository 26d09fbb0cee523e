"""Whether quotes answer, and refusals are right."""
