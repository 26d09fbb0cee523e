"""The double, for the tests of it."""

from collections.abc import Iterator

import pytest

from tests.bot_api.client import GROUP, ME
from tests.bot_api.user import BotApi


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that knows one person and one group."""
    with BotApi() as api:
        api.chat(ME)
        api.chat(GROUP, "supergroup")
        yield api
