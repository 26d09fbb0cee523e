"""The HTTP API: the same JSON as the terminal's, for who has a token, and not too often."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bot.serving import Desk
from bot.serving.given import LONGEST_BODY
from bot.serving.http import PAGE
from bot.serving.openapi import described
from bot.serving.said import HEADERS
from bot.telegram.texts import LANGUAGES, Texts

if TYPE_CHECKING:
    pass

pytest.importorskip("starlette")

TOKEN = "a-token-of-many-letters"
QUESTION = "When was the Lindholm Bridge opened?"
Call = Callable[..., httpx.Response]


@pytest.fixture
def call(desk: Desk) -> Call:
    """Sends one request to an API; `tokens` and `per_minute` are its own."""
    from bot.serving.http import application

    apps: dict[tuple[object, ...], Any] = {}

    def sent(
        method: str,
        path: str,
        tokens: tuple[str, ...] = (),
        per_minute: float = 1_000,
        **more: Any,
    ) -> httpx.Response:
        key = (tokens, per_minute)
        app = apps.setdefault(key, application(desk, tokens, per_minute))

        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            address = "http://localhost:8080"
            async with httpx.AsyncClient(transport=transport, base_url=address) as client:
                return await client.request(method, path, **more)

        return asyncio.run(once())

    return sent


def test_a_question_is_answered_as_in_the_terminal(call: Call) -> None:
    """The same object, of the same pipeline."""
    found = call("POST", "/ask", json={"question": QUESTION})
    assert found.status_code == 200
    answer = found.json()
    assert answer["answered"]
    (quote,) = answer["quotes"]
    assert quote["text"].startswith("The Lindholm Bridge was opened on 4 May 1987")
    document = call("GET", f"/documents/{quote['doc_id']}").json()
    assert document["text"][quote["start"] : quote["end"]] == quote["text"]


def test_words_are_verified(call: Call) -> None:
    """With their differences."""
    found = call("POST", "/verify", json={"text": "The Lindholm Bridge was opened on 5 May 1987"})
    assert found.json()["verdict"] == "almost"
    assert found.json()["places"][0]["differences"][0]["what"] == "number"


def test_a_quote_is_looked_up_by_its_id(call: Call) -> None:
    """As the answer gave it; an unknown one is 404 with what to do."""
    (quote,) = call("POST", "/ask", json={"question": QUESTION}).json()["quotes"]
    found = call("GET", f"/quotes/{quote['id']}")
    assert (found.status_code, found.json()["standing"]) == (200, "stands")
    assert found.json()["text"] == quote["text"]
    unknown = call("GET", "/quotes/nothing")
    assert (unknown.status_code, "copy the ID" in unknown.json()["error"]) == (404, True)


def test_documents_and_passages_are_found(call: Call) -> None:
    """Listed a page at a time; searched best first."""
    listed = call("GET", "/documents?first=1&most=2").json()
    assert len(listed) == 2
    assert "text" not in listed[0]
    hits = call("GET", "/search", params={"q": QUESTION, "k": "2"}).json()
    assert hits[0]["doc_id"] == "harbour"
    assert call("GET", "/documents/nowhere").status_code == 404


def test_what_can_be_looked_up_can_be_probed(call: Call) -> None:
    """HEAD says what GET would: the status and the headers."""
    for path in ("/documents", f"/search?q={QUESTION}", "/documents/harbour", "/", "/metrics"):
        whole, head = call("GET", path), call("HEAD", path)
        assert (whole.status_code, head.status_code) == (200, 200)
        assert head.headers["content-type"] == whole.headers["content-type"]
    for path, status in (("/documents/nowhere", 404), ("/search", 400), ("/ask", 405)):
        assert call("HEAD", path).status_code == status


def test_who_has_no_token_is_turned_away(call: Call) -> None:
    """Whatever else they send; the page and the description are for all."""
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}):
        found = call("POST", "/ask", tokens=(TOKEN,), headers=headers, json={"question": QUESTION})
        assert found.status_code == 401
        assert found.headers["www-authenticate"] == "Bearer"
    right = {"Authorization": f"Bearer {TOKEN}"}
    assert call("GET", "/documents", tokens=(TOKEN,), headers=right).status_code == 200
    assert call("GET", "/", tokens=(TOKEN,)).status_code == 200


def test_what_of_a_message_is_not_answered_is_listed(call: Call) -> None:
    """In its words, with what is closest; described as it is."""
    pizza = "how many calories does a pineapple pizza have?"
    found = call("POST", "/ask", json={"question": f"{QUESTION[:-1]}, and {pizza}"}).json()
    assert (found["answered"], found["sure"]) == (True, False)
    assert found["quotes_sure"]
    (part,) = found["unanswered"]
    assert part["question"] == pizza
    answer = described()["paths"]["/ask"]["post"]["responses"]["200"]
    schema = answer["content"]["application/json"]["schema"]["properties"]
    assert set(found) <= set(schema)
    assert set(part) == set(schema["unanswered"]["items"]["properties"])
    assert set(part["closest"]) <= set(schema["closest"]["properties"])
    assert "unanswered" not in call("POST", "/ask", json={"question": QUESTION}).json()


def test_who_asks_too_often_waits(call: Call) -> None:
    """Each token by itself; what is only looked up counts a fifth, as a press does in the chat."""
    tokens = (TOKEN, f"{TOKEN}-2")

    def codes(path: str, *whose: str) -> list[int]:
        said = ({"Authorization": f"Bearer {one}"} for one in whose)
        return [call("GET", path, tokens, 2, headers=one).status_code for one in said]

    assert codes("/search?q=bridge", TOKEN, TOKEN, TOKEN, tokens[1]) == [200, 200, 429, 200]
    assert codes("/documents", *[tokens[1]] * 6) == [200] * 5 + [429]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"{", 400),
        (b"\xff", 400),
        (b"[" * 100_000, 400),
        (b'{"question": 3}', 400),
        (b'{"question": " "}', 400),
        (b" " * (LONGEST_BODY + 1), 413),
    ],
)
def test_what_is_not_understood_is_said_so(call: Call, body: bytes, status: int) -> None:
    """In JSON, with what to send."""
    found = call("POST", "/ask", content=body)
    assert found.status_code == status
    assert found.json()["error"]


def test_a_text_too_long_to_verify_is_refused(call: Call) -> None:
    """Not as a library that is away, which would be asked again."""
    found = call("POST", "/verify", json={"text": "x" * 16_001})
    assert found.status_code == 413
    assert "verify them part by part" in found.json()["error"]


def test_what_is_wrong_with_a_text_is_said(call: Call) -> None:
    """`null` is nothing given, which `before` may be; another kind of value is not missing."""
    assert call("POST", "/ask", json={"question": QUESTION, "before": None}).status_code == 200
    for given, said in (
        ({"question": QUESTION, "before": 3}, "`before` is no text"),
        ({"question": 3}, "`question` is no text"),
        ({"question": None}, "`question` is missing: a text"),
        ({"before": QUESTION}, "`question` is missing: a text"),
    ):
        found = call("POST", "/ask", json=given)
        assert (found.status_code, found.json()["error"]) == (400, said)


def test_a_number_that_is_none_is_refused(call: Call) -> None:
    """And nothing is guessed."""
    assert call("GET", "/search", params={"q": "bridge", "k": "-1"}).status_code == 400
    assert call("GET", "/search").status_code == 400


def test_the_page_loads_nothing_from_elsewhere(call: Call) -> None:
    """No address of another site, and the browser is told to allow none."""
    for path in ("/", "/page.css", "/page.js", "/words.js"):
        found = call("GET", path)
        assert found.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
        assert "//" not in found.text.replace("// ", "")
    assert 'lang="en"' in call("GET", "/").text


def test_the_page_says_what_the_chat_says() -> None:
    """In every language of the bot all of the page's sentences; those of both are the same."""
    source = (PAGE / "words.js").read_text("utf-8")
    words = json.loads(source.partition("=")[2].rstrip(";\n"))
    assert tuple(words) == LANGUAGES
    assert {frozenset(said) for said in words.values()} == {frozenset(words["en"])}
    both = {"refused": "no-answer", "unsure": "unsure-label", "closest": "closest-label",
            "slow": "slow-down", "on": "dated-on", "earlier": "earlier-on",
            "unanswered": "unanswered"}  # fmt: skip
    for language, said in words.items():
        say = Texts(language)
        for name, key in both.items():
            assert said[name] == say(key, date="{}", question="{}"), (language, name)


def test_the_description_names_every_path(call: Call) -> None:
    """As OpenAPI."""
    found = call("GET", "/openapi.json").json()
    assert found == json.loads(json.dumps(described()))
    assert set(found["paths"]) == {
        "/ask", "/verify", "/search", "/documents", "/documents/{doc_id}", "/quotes/{id}",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0", "\x1c", "bridge", " a ", "桥"])
def test_what_the_description_allows_is_answered(call: Call, text: str) -> None:
    """And what it does not is refused."""
    paths = described()["paths"]
    asked = paths["/ask"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    (given, *_) = paths["/search"]["get"]["parameters"]
    for schema, found in (
        (asked["properties"]["question"], call("POST", "/ask", json={"question": text})),
        (given["schema"], call("GET", "/search", params={"q": text})),
    ):
        allowed = re.search(schema["pattern"], text) is not None
        assert found.status_code == (200 if allowed else 400)


def test_a_number_too_large_is_refused_as_described(call: Call) -> None:
    """The largest is taken."""
    most = described()["paths"]["/documents"]["get"]["parameters"][0]["schema"]["maximum"]
    assert call("GET", f"/documents?first={most}").status_code == 200
    assert call("GET", f"/documents?first={most + 1}").status_code == 400


def test_questions_are_counted(call: Call) -> None:
    """As in the chat, where small talk is none."""
    for question in (QUESTION, "hello", "thanks!", "How many wombats live there?"):
        assert call("POST", "/ask", json={"question": question}).status_code == 200
    figures = call("GET", "/metrics").text
    assert 'verbatim_questions_total{outcome="answered"} 1.0' in figures
    assert 'verbatim_questions_total{outcome="refused"} 1.0' in figures


def test_what_is_whole_by_itself_is_answered_as_without_a_question_before(call: Call) -> None:
    """As in the chat; what goes on from one does."""

    def asked(question: str, before: str) -> Any:
        given = {"question": question, "before": before}
        return call("POST", "/ask", json=given).json()

    before = "When does the fish market sell herring?"
    assert asked(QUESTION, before) == asked(QUESTION, "")
    assert asked("and when?", QUESTION)["closest"]["doc_id"] == "harbour"
    assert asked("and when?", "")["closest"] is None


def test_no_age_is_told_of_what_does_not_ask_telegram(call: Call) -> None:
    """Or it would look like a bot that Telegram never answered."""
    figures = call("GET", "/metrics").text
    assert "\nverbatim_generation 1.0\n" in figures
    assert "verbatim_last_poll_age_seconds" not in figures
    assert "verbatim_updates_undelivered" not in figures


def test_half_a_pair_of_letters_is_answered(call: Call) -> None:
    """JSON may have it, UTF-8 may not: it comes back as a letter that is not known."""
    found = call("POST", "/ask", content=rb'{"question": "When was it opened \ud83d?"}')
    assert (found.status_code, found.json()["question"]) == (200, "When was it opened \ufffd?")
    found = call("POST", "/verify", content=rb'{"text": "\ud83c\udf09 Lindholm \udf09"}')
    assert found.json()["paste"] == "\U0001f309 Lindholm \ufffd"


def test_the_path_names_the_document(call: Call) -> None:
    """And nothing in the query."""
    names = [one["doc_id"] for one in call("GET", "/documents").json()]
    found = call("GET", f"/documents/{names[0]}", params={"doc_id": names[1]})
    assert found.json()["doc_id"] == names[0]


def test_what_is_not_served_is_said_in_json(call: Call) -> None:
    """As all other refusals are."""
    unknown, otherwise = call("GET", "/none"), call("GET", "/ask")
    assert (unknown.status_code, otherwise.status_code) == (404, 405)
    assert "/openapi.json" in unknown.json()["error"]
    assert otherwise.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("localhost", True),
        ("LOCALHOST:8080", True),
        ("127.0.0.1", True),
        ("127.0.0.1:8080", True),
        ("127.9.9.9:80", True),
        ("[::1]", True),
        ("[::1]:8080", True),
        ("evil.example", False),
        ("evil.example:8080", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:8080", False),
        ("192.0.2.1:8080", False),
        ("[::2]:8080", False),
        ("localhost:8080:80", False),
        ("", False),
    ],
)
def test_without_tokens_only_this_machines_names_are_served(
    call: Call, host: str, is_ours: bool
) -> None:
    """A page whose name leads to 127.0.0.1 reads nothing; with a token any name will do."""
    headers = {"Host": host}
    for path in ("/", "/documents", "/openapi.json", "/metrics", "/none"):
        status = call("GET", path, headers=headers).status_code
        assert (status != 403) == is_ours, path
    found = call("POST", "/ask", headers=headers, json={"question": QUESTION})
    assert found.status_code == (200 if is_ours else 403)
    if not is_ours:
        assert list(found.json()) == ["error"]
        assert "start `bot serve` with --tokens" in found.json()["error"]
    known = {"Authorization": f"Bearer {TOKEN}", **headers}
    assert call("GET", "/documents", tokens=(TOKEN,), headers=known).status_code == 200


def test_what_nobody_foresaw_is_told_in_json(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """500, without the details, which the log has."""

    def fail(*_: object) -> None:
        raise RuntimeError("a secret detail")

    monkeypatch.setattr(Desk, "documents", fail)
    found = call("GET", "/documents")
    assert found.status_code == 500
    assert found.json() == {"error": "this could not be answered: the log of the server says why"}
