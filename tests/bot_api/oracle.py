"""A judge nobody here wrote: aiogram's models of the Bot API say whether a call is well formed."""

from aiogram import methods
from pydantic import ValidationError
from telegram.constants import MessageEntityType

from tests.bot_api.server import Call

_KINDS = {str(kind.value) for kind in MessageEntityType}


def problems(calls: list[Call]) -> list[str]:
    """What is wrong with the calls: unknown methods or fields, wrong types, unknown entities."""
    return [problem for call in calls for problem in _of(call)]


def _of(call: Call) -> list[str]:
    name = call.method[0].upper() + call.method[1:]
    model = getattr(methods, name, None)
    if model is None:
        return [f"{call.method}: no such method"]
    found = [
        f"{call.method}: no field {field}"
        for field in call.given
        if field not in model.model_fields
    ]
    found += [
        f"{call.method}: no entity {one['type']}"
        for one in call.given.get("entities") or []
        if one["type"] not in _KINDS
    ]
    try:
        model.model_validate(call.given)
    except ValidationError as error:
        found.append(f"{call.method}: {error.errors()[0]['loc']} {error.errors()[0]['msg']}")
    return found
