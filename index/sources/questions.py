"""Questions that stand over their answers though nothing in the file says so."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from index.text import QUESTION_MARK, Part, sentence_spans

# In code points; nobody asks at such length above an answer.
_LONGEST = 240
# A text of more blocks than these is no page of questions alone: of a book, a question counts only
# if another stands so near.
_PAGE, _NEAR = 12, 8
_ASKS = regex.compile(rf"""{QUESTION_MARK}["'”’»)\]]*$""")
_SPEECH = regex.compile(r"""["'“„«‹『「—–-]""")
# A dash opens an item of a list, or speech; only within an item is it known which.
DASH = regex.compile(r"[-–—][ \t\u00a0]+(?=\S)")
_NUMBER = regex.compile(r"(?:[•*▪◦‣·●○■]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)])[ \t\u00a0]+(?=\S)")
_LETTERS = {"asked": "QFPSВ问問سΕ", "answered": "ARCО答جΑ"}
_WORDS = {
    "asked": "question|frage|pregunta|pergunta|domanda|вопрос|питання|soru|سؤال|问题|问|問|vraag"
    "|pytanie|fråga|spørgsmål|spørsmål|kysymys|otázka|kérdés|întrebare|ερώτηση|質問|질문",
    "answered": "answer|antwort|réponse|respuesta|resposta|risposta|ответ|відповідь|cevap|yanıt"
    "|جواب|回答|答案|antwoord|odpowiedź|svar|vastaus|odpověď|odpoveď|válasz|răspuns|απάντηση"
    "|回答|답변|답",
}
_TEXTS = {"paragraph", "verse", "item"}
_ANSWERS = {"paragraph", "verse", "row"}


def _mark(side: str) -> "regex.Pattern[str]":
    """What a side of a pair is marked with: "Q:", "Q1.", "Question 3:"."""
    letters, words = _LETTERS[side], _WORDS[side]
    return regex.compile(
        rf"^(?:(?:[{letters}]|(?i:{words}))\s?\d{{0,3}}\s?[:：]|[{letters}]\d{{0,3}}[.)])\s*(?=\S)"
    )


_ASKED, _ANSWERED = _mark("asked"), _mark("answered")


def opens(line: str) -> bool:
    """Whether a line is one question and nothing else, or is marked as one."""
    return bool(_ASKED.match(line.strip())) or _is_question([line])


def answers(line: str) -> bool:
    """Whether a line is marked as an answer."""
    return bool(_ANSWERED.match(line.strip()))


def asks(lines: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the lines ask what those below answer."""
    if _is_marked(lines, below):
        return True
    return _is_question(lines) and not _ASKS.search(below[-1].strip())


def in_turn(
    stretches: Sequence[list[str]],
) -> Iterator[tuple[list[str] | None, Sequence[list[str]]]]:
    """Each question and the stretches of its answer; None, and all, if the first asks nothing."""
    rest = list(stretches)
    if len(rest) < 2 or not asks(rest[0], rest[1]):
        yield None, rest
        return
    while rest:
        asked, below = _unmarked(rest[0], rest[1])
        rest = [below, *rest[2:]]
        places = (at for at in range(1, len(rest) - 1) if asks(rest[at], rest[at + 1]))
        end = next(places, len(rest))
        yield asked, rest[:end]
        rest = rest[end:]


def by_lines(part: Part) -> tuple[Part, ...]:
    """The block, or the questions and answers that its lines are in turn."""
    if part.kind not in _TEXTS or "\n" not in part.text:
        return (part,)
    found: list[Part] = []
    for asked, below in in_turn([[line] for line in part.text.split("\n")]):
        if asked is None:
            return (part,)
        text = "\n".join(line for stretch in below for line in stretch)
        found += [Part("\n".join(asked), "question"), Part(text)]
    return tuple(found)


def with_questions(parts: Sequence[Part]) -> list[Part]:
    """The blocks, those that ask what the next answers as questions.

    "Q:" and "A:" before them go: what a block is says the same.
    """
    found = list(parts)
    pairs = [at for at, (one, below) in enumerate(pairwise(found)) if _stands_over(one, below)]
    for at in pairs:
        asked, below = (part.text.split("\n") for part in found[at : at + 2])
        if not _is_marked(asked, below) and not _is_likely(at, pairs, len(found)):
            continue
        asked, below = _unmarked(asked, below)
        found[at] = Part("\n".join(asked), "question")
        found[at + 1] = found[at + 1]._replace(text="\n".join(below))
    return found


def _stands_over(part: Part, below: Part) -> bool:
    """Whether a paragraph or item is one question, above what answers it."""
    deeper = below.kind == "item" and (part.kind != "item" or below.level > part.level)
    if part.kind not in _TEXTS or not (deeper or below.kind in _ANSWERS):
        return False
    return asks(part.text.split("\n"), below.text.split("\n"))


def _is_likely(place: int, pairs: Sequence[int], blocks: int) -> bool:
    """Whether it asks the reader, and not somebody in a story."""
    return blocks <= _PAGE or any(0 < abs(place - other) <= _NEAR for other in pairs)


def _is_question(lines: Sequence[str]) -> bool:
    text = " ".join(line.strip() for line in lines)
    said = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    if _SPEECH.match(said) or not _ASKS.search(said) or len(said) > _LONGEST:
        return False
    return len(sentence_spans(said)) == 1


def _is_marked(lines: Sequence[str], below: Sequence[str]) -> bool:
    """Whether marks as "Q:" and "A:" say that one asks and the other answers.

    A letter with a full stop may be somebody's initial, unless what it stands before asks.
    """
    asked, answered = lines[0].strip(), below[0].strip()
    mark = _ASKED.match(asked)
    if not mark or not _ANSWERED.match(answered):
        return False
    return mark[0].strip()[-1] in ":：" or bool(_ASKS.search(lines[-1].strip()))


def _unmarked(asked: list[str], answer: list[str]) -> tuple[list[str], list[str]]:
    """The lines of a question and its answer without such marks."""
    if not _is_marked(asked, answer):
        return asked, answer
    first = _ASKED.sub("", asked[0].strip())
    return [first, *asked[1:]], [_ANSWERED.sub("", answer[0].strip()), *answer[1:]]
