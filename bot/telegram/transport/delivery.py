"""Whether what Telegram has for the bot is brought to its webhook, by what Telegram says of it."""

from datetime import datetime

from telegram import WebhookInfo

from bot.operations import Contact


class Delivery:
    """Notes in `contact` how many updates wait that could not be brought, and why.

    A busy bot has some that wait, and its last error is an old one. So there is trouble only
    where there was a new error since the last look while no update came, and until one does or
    none waits: Telegram tries more and more seldom, and says nothing new in between.
    """

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self._came = True  # what went wrong before the first look is past
        self._failed: datetime | None = None

    def looked(self, found: WebhookInfo) -> None:
        """Telegram has said how it is."""
        is_new = found.last_error_date not in (None, self._failed) and not self._came
        waiting = found.pending_update_count
        if not waiting:
            self.over()
        elif is_new or self._contact.undelivered:
            why = found.last_error_message
            self._contact.undelivered = waiting
            self._contact.trouble = (
                f"{waiting} updates wait, Telegram could not call the bot ({why}): look at the"
                " proxy before it, at its certificate and WEBHOOK_URL"
            )
        self._failed, self._came = found.last_error_date, False

    def came(self) -> None:
        """Telegram has brought an update."""
        self._came = True
        self.over()

    def over(self) -> None:
        """There is no trouble, or another bot looks for it."""
        self._contact.undelivered, self._contact.trouble = 0, ""
