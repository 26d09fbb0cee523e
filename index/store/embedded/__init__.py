"""A library in a folder: SQLite is the truth, FAISS is derived."""
