"""Pages of questions and answers: the answer is quoted, however the page is laid out."""

import json
from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.answering.pipeline import QuestionAnswering
from bot.answering.readers.reader import Reader
from index.building import build
from index.encoding import Encoder
from index.sources import from_bytes
from index.store import open_library

DATA = Path(__file__).parents[2] / "data" / "faq.jsonl"
PAIRS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
TITLES = {"en": "The harbour", "fr": "Le port", "de": "Der Hafen", "es": "El puerto"}
# The name of the file, and how a question and its answer stand in it.
LAYOUTS = {
    "headings": ("{}.md", "## {question}\n\n{answer}\n\n"),
    "page": ("{}.html", "<h3>{question}</h3>\n<p>{answer}</p>\n"),
    "marks": ("{}.txt", "Q: {question}\nA: {answer}\n\n"),
    "lines": ("{}.txt", "{question}\n{answer}\n\n"),
    "paragraphs": ("{}.txt", "{question}\n\n{answer}\n\n"),
}


def _file(language: str, name: str, layout: str) -> tuple[str, bytes]:
    pairs = "".join(layout.format(**one) for one in PAIRS if one["language"] == language)
    title = TITLES[language]
    if name.endswith("html"):
        page = f"<html lang={language}><title>{title}</title><body><main><h1>{title}</h1>{pairs}"
        return name.format(language), f"{page}</main></body></html>".encode()
    return name.format(language), f"# {title}\n\n{pairs}".encode()


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_answer_is_quoted_never_the_question_alone(
    layout: str, tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """Of 20 questions 18 as they are written, 14 in other words; the quote is never a question."""
    right = {"question": 0, "paraphrase": 0}
    answering = {}
    for language in TITLES:
        library = open_library(tmp_path / language)
        build(library, from_bytes(*_file(language, *LAYOUTS[layout])), bundled, replace=True)
        answering[language] = QuestionAnswering(library, bundled, bundled_reader)
    for pair in PAIRS:
        for asked in right:
            result = answering[pair["language"]].ask(pair[asked])
            quotes = result.quotes if isinstance(result, Answer) else ()
            assert all(quote.text.strip() != pair["question"] for quote in quotes)
            right[asked] += bool(quotes) and pair["answer"][:-1] in quotes[0].text
    assert right["question"] >= 18
    assert right["paraphrase"] >= 14


@pytest.mark.slow
def test_a_question_in_other_words_is_told_by_what_it_asks(
    tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """Where the reader sees no answer in what stands under it; what nobody asks is refused."""
    pairs = (
        ("Do you rent out kayaks?", "From May to September, for eight crowns an hour."),
        ("Is there a playground?", "Behind the ice house, with swings and a rope net."),
        ("May I swim in the basin?", "Only east of the red posts, and never alone."),
        ("Where do I empty my waste tank?", "At the pump beside the fuel berth."),
    )
    page = "".join(f"## {question}\n\n{answer}\n\n" for question, answer in pairs)
    library = open_library(tmp_path / "library")
    build(
        library, from_bytes("faq.md", f"# The harbour\n\n{page}".encode()), bundled, replace=True
    )
    answering = QuestionAnswering(library, bundled, bundled_reader)
    found = answering.ask("Where can I hire a kayak?")
    assert isinstance(found, Answer)
    assert found.quotes[0].text == pairs[0][1]
    assert not found.sure
    for asked in ("Is there a cinema?", "How old is the lighthouse?", "Who wrote the song?"):
        assert not isinstance(answering.ask(asked), Answer)


@pytest.mark.slow
def test_a_question_far_nearer_than_any_other_is_told(
    tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """Though by itself it would not be near enough; without others to compare it is refused."""
    pairs = (
        (
            "¿Está prohibido volar drones?",
            "Sí, en todo el recinto, desde el accidente de la grúa.",
        ),
        ("¿Hay médico en el puerto?", "Los martes y los viernes, en la casa azul."),
        ("¿Cuánto dura la travesía a la isla?", "Unos cuarenta minutos con buen tiempo."),
        ("¿Qué días hay mercado?", "El primer sábado de cada mes, hasta las dos."),
    )
    library = open_library(tmp_path / "library")
    answers = []
    for some in (pairs, pairs[:1]):
        page = "".join(f"## {question}\n\n{answer}\n\n" for question, answer in some)
        documents = from_bytes("faq.md", f"# El puerto\n\n{page}".encode())
        build(library, documents, bundled, replace=True)
        answering = QuestionAnswering(library, bundled, bundled_reader)
        answers.append(answering.ask("¿Puedo hacer fotos con mi dron?"))
    assert isinstance(answers[0], Answer)
    assert answers[0].quotes[0].text == pairs[0][1]
    assert not answers[0].sure
    assert not isinstance(answers[1], Answer)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "question", "quoted"),
    [
        (
            "form.txt",
            "How to apply\nDeadline: 5 May 2025\nSend the form by post to the harbour office.",
            "What is the deadline to apply?",
            "Deadline: 5 May 2025",
        ),
        (
            "fee.html",
            "<h1>Preise</h1><p>Die Hafen&shy;gebühr beträgt neun Kronen.</p>"
            "<p>Der Leuchtturm wurde 1893 gebaut.</p>",
            "Hafengebühr?",
            "Die Hafengebühr beträgt neun Kronen.",
        ),
    ],
)
def test_a_line_and_a_word_are_found(
    name: str, data: str, question: str, quoted: str,
    tmp_path: Path, bundled: Encoder, bundled_reader: Reader,
) -> None:  # fmt: skip
    """Of a form the line that is asked for; a word that a page says where to break."""
    library = open_library(tmp_path / "library")
    build(library, from_bytes(name, data.encode()), bundled, replace=True)
    result = QuestionAnswering(library, bundled, bundled_reader).ask(question)
    assert isinstance(result, Answer)
    assert result.quotes[0].text == quoted


@pytest.mark.slow
def test_a_question_with_parts_below_it_is_no_answer(
    tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """What its parts say is; where nothing stands below it nothing is quoted."""
    page = (
        "# The shop\n\n## How long is the warranty?\n\n### For consumers\n\nTwo years from the day"
        " of purchase.\n\n### For firms\n\nOne year.\n\n## Do you ship abroad?\n"
    )
    library = open_library(tmp_path / "library")
    build(library, from_bytes("faq.md", page.encode()), bundled, replace=True)
    answering = QuestionAnswering(library, bundled, bundled_reader)
    for question in ("How long is the warranty?", "Warranty", "Do you ship abroad?"):
        result = answering.ask(question)
        quotes = result.quotes if isinstance(result, Answer) else ()
        assert not any("?" in quote.text for quote in quotes)
    assert (
        "Two years"
        in answering.ask("How long is the warranty for consumers?").hits[0].passage.text
    )
