"""A judge nobody here wrote: aiogram's models of the Bot API say whether a call is well formed."""

from collections.abc import Iterable, Iterator
from functools import cache
from unittest.mock import patch

from pydantic import BaseModel, ValidationError
from telegram.constants import MessageEntityType

from tests.bot_api.server import Call

# On import aiogram makes the validators of all its 450 types, which takes 7 s of CPU: here a
# method's are made when it is judged for the first time, in 0.1 s.
with patch.object(BaseModel, "model_rebuild"):
    from aiogram import methods, types
    from aiogram.client.default import Default
    from aiogram.types import MessageEntity

_KINDS = {str(kind.value) for kind in MessageEntityType}


def problems(calls: Iterable[Call]) -> list[str]:
    """What is wrong: unknown methods, fields and entities, at any depth; wrong or missing values.

    A call that the server refused is judged like any other.
    """
    return [f"{call.method}: {problem}" for call in list(calls) for problem in _of(call)]


oracle_problems = problems


def _of(call: Call) -> Iterator[str]:
    model = _model(call.method)
    if model is None:
        yield "no such method"
        return
    try:
        parsed = model.model_validate(call.given)
    except ValidationError as error:
        for one in error.errors():
            yield f"{'.'.join(map(str, one['loc']))}: {one['msg']}"
        return
    yield from _unknown(parsed, "")


@cache
def _model(method: str) -> type[BaseModel] | None:
    found = getattr(methods, method[:1].upper() + method[1:], None)
    if found is None or method != getattr(found, "__api_method__", None):
        return None
    model: type[BaseModel] = found
    model.model_rebuild(_types_namespace={**vars(types), "Default": Default})
    return model


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
