"""The library behind one door: documents, passages and vectors, generation by generation."""
