"""What the HTTP API takes and gives, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0)."""

from importlib.metadata import version
from typing import Any

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
# What is taken: a text that says something, a number that nobody needs larger.
_ASKED = {"type": "string", "pattern": r"[^\s\x1c-\x1f\x85]"}
_NUMBER = _COUNT | {"maximum": 999_999_999}
_MAYBE = {"type": ["string", "null"]}
_QUOTE = {
    "id": _TEXT, "text": _TEXT, "shown": _TEXT, "spans": {"type": "array"},
    "doc_id": _TEXT, "title": _TEXT, "heading": _TEXT,
    "date": _MAYBE, "url": _MAYBE, "start": _COUNT, "end": _COUNT,
    "also": {"type": "array"}, "answer": {"type": "object"},
}  # fmt: skip
_CLOSEST = {"type": ["object", "null"], "properties": _QUOTE}
_ANSWER = {
    "question": _TEXT, "answered": {"type": "boolean"}, "sure": {"type": "boolean"},
    "quotes_sure": {"type": "boolean"}, "dated": {"type": "boolean"},
    "confidence": {"type": "number"}, "threshold": {"type": "number"},
    "quotes": {"type": "array", "items": {"type": "object", "properties": _QUOTE}},
    "closest": _CLOSEST,
    "unanswered": {"type": "array", "items": {"type": "object", "properties": {
        "question": _TEXT, "closest": _CLOSEST,
    }}},
    "hits": {"type": "array"},
}  # fmt: skip
_VERDICT = {
    "verdict": {"enum": ["verbatim", "almost", "stitched", "absent"]},
    "paste": _TEXT, "quoted": {"type": "array"}, "places": {"type": "array"}, "more": _COUNT,
    "absent": {"type": "array"}, "translation_of": {"type": ["object", "null"]},
}  # fmt: skip
_DOCUMENT = {
    "doc_id": _TEXT, "title": _TEXT, "date": _MAYBE, "language": _MAYBE, "url": _MAYBE,
    "characters": _COUNT, "text": _TEXT,
}  # fmt: skip
_STOOD = {
    "id": _TEXT, "standing": {"enum": ["stands", "moved", "changed", "removed", "forgotten"]},
    "quoted": _MAYBE, "text": _MAYBE, "doc_id": _TEXT, "title": _TEXT, "date": _MAYBE,
    "url": _MAYBE, "start": {"type": ["integer", "null"]}, "end": {"type": ["integer", "null"]},
    "since": _MAYBE, "generation": {"type": ["integer", "null"]}, "changes": {"type": "array"},
}  # fmt: skip
_REFUSALS = {
    "400": "what is asked with is not understood",
    "401": "the token is missing or not known",
    "403": "without tokens, a request to another name than this machine's own",
    "404": "there is no such document, or quote",
    "413": "the body, or the text to verify, is too large",
    "429": "too many questions a minute",
    "500": "a fault that the server's log tells",
    "503": "too many questions wait, or the library cannot be asked now",
}


def described() -> dict[str, Any]:
    """The description; every `start` and `end` counts code points."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Verbatim", "version": version("verbatim"),
                 "description": "Answers that are quotes, word for word."},
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{"token": []}, {}],
        "paths": {
            "/ask": {"post": _posting("Answer a question by quoting",
                                      {"question": _ASKED, "before": _MAYBE}, ["question"],
                                      _object(_ANSWER))},
            "/verify": {"post": _posting("Say whether words stand in the texts as they are",
                                         {"text": _ASKED}, ["text"], _object(_VERDICT))},
            "/search": {"get": _getting("The passages nearest to a question",
                                        [_query("q", _ASKED, True), _query("k", _NUMBER)],
                                        _array({"type": "object"}))},
            "/documents": {"get": _getting("The documents, without their texts",
                                           [_query("first", _NUMBER), _query("most", _NUMBER)],
                                           _array(_object(_DOCUMENT)))},
            "/documents/{doc_id}": {"get": _getting("A document with its text", [
                {"name": "doc_id", "in": "path", "required": True, "schema": _TEXT}],
                _object(_DOCUMENT))},
            "/quotes/{id}": {"get": _getting("What has become of a quote that was given", [
                {"name": "id", "in": "path", "required": True, "schema": _TEXT}],
                _object(_STOOD))},
        },
    }  # fmt: skip


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _query(name: str, schema: dict[str, Any], required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "schema": schema}


def _posting(
    what: str, given: dict[str, Any], required: list[str], found: dict[str, Any]
) -> dict[str, Any]:
    asked = _object(given) | {"required": required}
    body = {"required": True, "content": _content(asked)}
    return {"summary": what, "requestBody": body, "responses": _responses(found)}


def _getting(what: str, parameters: list[dict[str, Any]], found: dict[str, Any]) -> dict[str, Any]:
    return {"summary": what, "parameters": parameters, "responses": _responses(found)}


def _responses(found: dict[str, Any]) -> dict[str, Any]:
    error = _content(_object({"error": _TEXT}))
    refused = {code: {"description": why, "content": error} for code, why in _REFUSALS.items()}
    return {"200": {"description": "found", "content": _content(found)}, **refused}


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
