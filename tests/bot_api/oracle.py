"""A judge nobody here wrote: aiogram's models of the Bot API say whether a call is well formed."""

from collections.abc import Iterable, Iterator

from aiogram import methods
from aiogram.types import MessageEntity
from pydantic import BaseModel, ValidationError
from telegram.constants import MessageEntityType

from tests.bot_api.server import Call

_KINDS = {str(kind.value) for kind in MessageEntityType}


def problems(calls: Iterable[Call]) -> list[str]:
    """What is wrong: unknown methods, fields and entities, at any depth; wrong or missing values.

    A call that the server refused is judged like any other.
    """
    return [f"{call.method}: {problem}" for call in list(calls) for problem in _of(call)]


oracle_problems = problems


def _of(call: Call) -> Iterator[str]:
    model = getattr(methods, call.method[:1].upper() + call.method[1:], None)
    if model is None or call.method != getattr(model, "__api_method__", None):
        yield "no such method"
        return
    try:
        parsed = model.model_validate(call.given)
    except ValidationError as error:
        for one in error.errors():
            yield f"{'.'.join(map(str, one['loc']))}: {one['msg']}"
        return
    yield from _unknown(parsed, "")


def _unknown(value: object, where: str) -> Iterator[str]:
    """Models take unknown fields and keep them apart; each of them is a typing error."""
    if isinstance(value, BaseModel):
        yield from (f"no field {where}{name}" for name in value.model_extra or {})
        if isinstance(value, MessageEntity) and value.type not in _KINDS:
            yield f"no entity {value.type}"
        for name in value.model_fields_set - set(value.model_extra or {}):
            yield from _unknown(getattr(value, name), f"{where}{name}.")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _unknown(one, f"{where}{number}.")
