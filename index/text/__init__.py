"""Texts: documents, spans, sentences, passages, terms; pure, without files or models."""
