"""A library in PostgreSQL with pgvector: for several machines, and a million passages."""

from index.store.postgres.library import PostgresLibrary

__all__ = ["PostgresLibrary"]
