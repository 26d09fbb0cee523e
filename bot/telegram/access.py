"""Who may ask, and who may command: what settings say, and admins have approved."""

from bot.settings import BotSettings
from bot.state import State
from bot.telegram.askers import Asker


class Access:
    """What `ACCESS`, `ADMIN_IDS` and `ALLOWED_IDS` say, and what admins approved since."""

    def __init__(self, settings: BotSettings, state: State) -> None:
        self._open = settings.access == "open"
        self._admins = frozenset(settings.admins)
        self._allowed = frozenset(settings.allowed_ids)
        self._state = state

    def may_ask(self, who: Asker) -> bool:
        """Whether to answer: groups go by their own id, and need approval in `open` too."""
        if self.is_admin(who.user_id) or self._approved(who.let_in_as):
            return True
        return who.private and self._open and not self._state.blocked(who.user_id)

    def is_admin(self, user_id: int) -> bool:
        """Whether this is an admin for certain: never who writes in a chat's name."""
        return user_id in self._admins

    def _approved(self, id: int) -> bool:
        return id in self._allowed or self._state.allowed(id)
