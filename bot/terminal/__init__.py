"""Answers at a terminal: for people, and as JSON for programs."""
