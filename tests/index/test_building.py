"""A build is all or nothing, and encodes nothing twice."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.building import build, remove
from index.encoding.encoder import PassageVectors
from index.errors import EncoderError, LibraryError, LibraryNotFound
from index.store import Library, View, open_library
from index.text.documents import Document
from index.text.spans import Span
from tests.doubles import BagEncoder


def _document(name: str, text: str = "", title: str = "") -> Document:
    return Document(name, title, text or f"The {name} sleeps. Nobody wakes the {name}.")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library that has not been built."""
    return open_library(tmp_path / "library")


def _names(library: Library) -> list[str]:
    return [document.doc_id for document in library.open().documents()]


def test_counts_say_what_happened(library: Library, encoder: BagEncoder) -> None:
    """Added, updated, unchanged, removed; encoded and reused."""
    first = build(library, map(_document, ["cat", "dog"]), encoder, replace=True)
    assert (first.added, first.updated, first.unchanged, first.removed) == (2, 0, 0, 0)
    assert (first.encoded, first.reused, first.generation.number) == (2, 0, 1)
    changed = [_document("dog", "The dog barks."), _document("cow")]
    second = build(library, changed, encoder, replace=False)
    assert (second.added, second.updated, second.unchanged, second.removed) == (1, 1, 0, 0)
    assert (second.encoded, second.reused, second.generation.documents) == (2, 1, 3)
    third = build(library, changed, encoder, replace=True)
    assert (third.added, third.updated, third.unchanged, third.removed) == (0, 0, 2, 1)
    assert (third.encoded, third.reused, third.generation.documents) == (0, 2, 2)
    assert third.generation == library.live()


def test_an_unchanged_library_encodes_nothing(library: Library, encoder: BagEncoder) -> None:
    """The same documents again, in another order, make no new generation."""
    names = [f"cat {number}" for number in range(50)]
    before = build(library, map(_document, names), encoder, replace=True).generation
    assert encoder.encoded_passages == 50
    again = build(library, map(_document, reversed(names)), encoder, replace=True)
    assert (again.unchanged, again.encoded, again.reused) == (50, 0, 50)
    assert again.generation == before
    assert encoder.encoded_passages == 50


def test_a_moved_text_keeps_its_vectors(library: Library, encoder: BagEncoder) -> None:
    """Only what is new in a changed document is encoded, and all under a new title, not name."""
    first, second, third = (f"{w} {'is a word that fills this line. ' * 9}" for w in "ABC")
    build(library, [_document("x", f"{first}\n\n{second}")], encoder, replace=True)
    assert encoder.encoded_passages == 2
    counts = build(
        library, [_document("x", f"{third}\n\n{first}\n\n{second}")], encoder, replace=True
    )
    assert (counts.encoded, counts.reused) == (1, 2)
    for name, title, encoded in (("y", "", 0), ("z", "New", 3)):
        moved = [_document(name, f"{third}\n\n{first}\n\n{second}", title=title)]
        counts = build(library, moved, encoder, replace=True)
        assert (counts.added, counts.removed, counts.encoded) == (1, 1, encoded)
        assert library.open().document(name) == moved[0]


def test_what_is_stored_is_what_was_encoded(library: Library, encoder: BagEncoder) -> None:
    """Each passage has its own vectors, whole and by sentence, as precise as they are kept."""
    texts = [f"Cat number {n} sleeps. Dog number {n * 7} barks at it." for n in range(200)]
    build(library, [_document(str(n), t) for n, t in enumerate(texts)], encoder, replace=True)
    view = library.open()
    stored = view.evidence(view.rows().tolist())
    assert len(stored) == 200
    for one in stored.values():
        expected = encoder.encode_questions(
            [one.passage.text, *(s.of(one.passage.document.text) for s in one.passage.sentences)]
        )
        np.testing.assert_allclose(one.vectors.whole, expected[0], atol=4e-3)
        np.testing.assert_allclose(one.vectors.sentences, expected[1:], atol=4e-3)


def test_nothing_to_read_changes_nothing(library: Library, encoder: BagEncoder) -> None:
    """An empty list never empties a library."""
    build(library, [_document("cat")], encoder, replace=True)
    for replace in (True, False):
        with pytest.raises(LibraryError, match="no documents"):
            build(library, [], encoder, replace=replace)
    assert _names(library) == ["cat"]
    assert library.live().number == 1


def test_two_documents_of_one_name(library: Library, encoder: BagEncoder) -> None:
    """The first is taken and the other told; the same document twice is one."""
    documents = [_document("cat"), _document("cat"), _document("dog"), _document("cat", "Other.")]
    counts = build(library, documents, encoder, replace=True)
    assert counts.duplicates == ("cat",)
    assert counts.added == 2
    assert library.open().document("cat") == documents[0]


def test_a_document_without_sentences(library: Library, encoder: BagEncoder) -> None:
    """An empty text is a document without passages, and is not found."""
    build(library, [Document("empty", "Empty", ""), _document("cat")], encoder, replace=True)
    assert _names(library) == ["cat", "empty"]
    assert library.live().passages == 1


def test_a_gate_that_refuses_changes_nothing(library: Library, encoder: BagEncoder) -> None:
    """The gate sees the candidate; its refusal leaves the old one, and no vector is lost."""
    build(library, [_document("cat")], encoder, replace=True)
    seen: list[list[str]] = []

    def refuse(candidate: View) -> None:
        seen.append([document.doc_id for document in candidate.documents()])
        row, cosine = candidate.nearest(encoder.encode_questions(["the dog sleeps"])[0], 1)[0]
        seen.append([candidate.evidence([row])[row].passage.document.doc_id])
        assert cosine > 0.5
        raise LibraryError("worse than before")

    with pytest.raises(LibraryError, match="worse than before"):
        build(library, [_document("dog")], encoder, replace=True, gate=refuse)
    assert seen == [["dog"], ["dog"]]
    assert _names(library) == ["cat"]
    assert [one.number for one in library.generations()] == [1]
    counts = build(library, [_document("dog")], encoder, replace=True, gate=lambda _: None)
    assert (counts.encoded, counts.generation.number, _names(library)) == (0, 3, ["dog"])


class _Failing(BagEncoder):
    """Fails after so many passages, or gives vectors that are none."""

    def __init__(self, after: int, factor: float | None = None) -> None:
        super().__init__()
        self.after = after
        self.factor = factor

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        found = super().encode_passages(texts, sentences)
        if self.encoded_passages <= self.after:
            return found
        if self.factor is None:
            raise KeyboardInterrupt
        return [PassageVectors(v.whole * self.factor, v.sentences) for v in found]


def test_a_build_cut_off_goes_on_where_it_stopped(library: Library, encoder: BagEncoder) -> None:
    """The old generation answers, and the vectors that were made are not made again."""
    build(library, [_document("cat")], encoder, replace=True)
    names = [f"cat {number}" for number in range(200)]
    with pytest.raises(KeyboardInterrupt):
        build(library, map(_document, names), _Failing(after=130), replace=True)
    assert _names(library) == ["cat"]
    counts = build(library, map(_document, names), encoder, replace=True)
    assert counts.encoded == 200 - 128
    assert _names(library) == sorted(names)


@pytest.mark.parametrize("factor", [float("nan"), float("inf"), 0.0, 2.0])
def test_vectors_that_are_none_are_refused(
    factor: float, library: Library, encoder: BagEncoder
) -> None:
    """Not a number, nothing, or not of length one: told at once, and nothing is stored."""
    build(library, [_document("cat")], encoder, replace=True)
    with (
        pytest.raises(EncoderError, match="no unit vectors"),
        np.errstate(invalid="ignore"),
    ):
        build(library, [_document("dog")], _Failing(0, factor), replace=True)
    assert _names(library) == ["cat"]
    assert build(library, [_document("dog")], encoder, replace=True).encoded == 1


@pytest.mark.parametrize("other", [BagEncoder(name="box"), BagEncoder(revision="2")])
def test_another_encoder_is_another_generation(
    other: BagEncoder, library: Library, encoder: BagEncoder
) -> None:
    """It may not add to the vectors of the first; building again encodes everything with it."""
    build(library, map(_document, ["cat", "dog"]), encoder, replace=True)
    with pytest.raises(EncoderError, match=r"ENCODER=bag.*`build`"):
        build(library, [_document("cow")], other, replace=False)
    counts = build(library, map(_document, ["cat", "dog"]), other, replace=True)
    assert (counts.encoded, counts.generation.number) == (2, 2)
    assert (counts.generation.encoder, counts.generation.revision) == (other.name, other.revision)
    assert library.rollback().encoder == "bag"
    assert build(library, map(_document, ["cat", "dog"]), encoder, replace=True).encoded == 0


def test_remove(library: Library, encoder: BagEncoder) -> None:
    """Gone from the next generation, without an encoder; unknown names change nothing."""
    with pytest.raises(LibraryNotFound):
        remove(library, ["cat"])
    assert not Path(library.address).exists()
    build(library, map(_document, ["cat", "cow", "dog"]), encoder, replace=True)
    with pytest.raises(LibraryError, match="not in the library: hen"):
        remove(library, ["cat", "hen"])
    assert library.live().number == 1
    counts = remove(library, ["cat", "dog", "cat"])
    assert (counts.removed, counts.reused, _names(library)) == (2, 1, ["cow"])
    question = encoder.encode_questions(["the cat sleeps"])[0]
    assert len(library.open().nearest(question, 5)) == 1
    assert remove(library, ["cow"]).generation.passages == 0
    assert library.open().nearest(question, 5) == []
    assert library.open().sharing(["cow"], 5) == []


def test_progress_counts_to_the_total(library: Library, encoder: BagEncoder) -> None:
    """Documents are counted as they are read, passages of how many there are."""
    told: list[tuple[str, int, int | None]] = []
    build(
        library,
        map(_document, (f"cat {number}" for number in range(150))),
        encoder,
        replace=True,
        progress=lambda what, done, total: told.append((what, done, total)),
    )
    assert told[:150] == [("documents", n, None) for n in range(1, 151)]
    assert told[150:] == [
        ("passages", 0, 150),
        ("passages", 64, 150),
        ("passages", 128, 150),
        ("passages", 150, 150),
    ]


def test_an_error_of_the_source_changes_nothing(library: Library, encoder: BagEncoder) -> None:
    """What the documents' iterator raises comes through as it is."""
    build(library, [_document("cat")], encoder, replace=True)

    def broken() -> Iterator[Document]:
        yield _document("dog")
        raise OSError("the cable was pulled")

    with pytest.raises(OSError, match=r"^the cable was pulled$"):
        build(library, broken(), encoder, replace=True)
    assert _names(library) == ["cat"]


def test_nobody_waits_while_documents_are_read(library: Library, encoder: BagEncoder) -> None:
    """The lock is taken when the last has come: another writer comes in between."""

    def slow() -> Iterator[Document]:
        yield _document("dog")
        build(library, [_document("cat")], encoder, replace=False)
        yield _document("cow")

    build(library, slow(), encoder, replace=False)
    assert _names(library) == ["cat", "cow", "dog"]


@pytest.mark.parametrize("replace", [True, False])
def test_no_documents_leave_no_folder(
    replace: bool, library: Library, encoder: BagEncoder
) -> None:
    """A build of nothing makes nothing."""
    with pytest.raises(LibraryError, match="no documents"):
        build(library, [], encoder, replace=replace)
    assert not Path(library.address).exists()


def test_another_encoder_is_told_before_anything_is_read(
    library: Library, encoder: BagEncoder
) -> None:
    """A long reading is not done in vain."""
    build(library, [_document("cat")], encoder, replace=True)

    def unread() -> Iterator[Document]:
        raise AssertionError("something was read")
        yield

    with pytest.raises(EncoderError):
        build(library, unread(), BagEncoder(name="box"), replace=False)
