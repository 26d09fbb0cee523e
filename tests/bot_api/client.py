"""A real client of the Bot API double."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MessageEntity,
)
from telegram.error import BadRequest
from telegram.request import HTTPXRequest

from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi

T = TypeVar("T")
ME, GROUP = 7, -100


def run(api: BotApi, use: Callable[[Bot], Awaitable[T]], token: str = TOKEN) -> T:
    """What a new client gets."""

    async def go() -> T:
        # Nothing here is encrypted, and reading the certificates takes most of a test's time.
        plain = {"verify": False}
        async with HTTPXRequest(httpx_kwargs=plain) as requests:
            return await use(
                Bot(
                    token,
                    base_url=api.url,
                    base_file_url=api.file_url,
                    request=requests,
                    get_updates_request=requests,
                )
            )

    return asyncio.run(go())


def refused(
    api: BotApi, use: Callable[[Bot], Awaitable[Any]], kind: type[Exception] = BadRequest
) -> str:
    """The words of the error it gets."""
    with pytest.raises(kind) as caught:
        run(api, use)
    assert type(caught.value) is kind
    return str(caught.value)


def entity(offset: int, length: int, kind: str = "blockquote") -> MessageEntity:
    """In UTF-16 units."""
    return MessageEntity(kind, offset, length)


def button(data: str, text: str = "more") -> InlineKeyboardMarkup:
    """A keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data)]])


def article(number: str, text: str = "text") -> InlineQueryResultArticle:
    """An inline result."""
    return InlineQueryResultArticle(number, "title", InputTextMessageContent(text))
