"""The state in PostgreSQL, beside the library: one for any number of bots, who share the work."""

from bot.state.postgres.schema import check, require_state
from bot.state.postgres.state import PostgresState

__all__ = ["PostgresState", "check", "require_state"]
