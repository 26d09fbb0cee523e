"""By what stored documents and vectors are found again: hashes of all that makes them."""

import hashlib
import json
from collections.abc import Sequence

from index.store.interface import EncoderId
from index.store.packing import pairs
from index.text import Document, Passage, encoder_input, in_english, untitled

SIZE = 16


def of_document(encoder: EncoderId, document: Document, passages: Sequence[Passage]) -> bytes:
    """Of a document with its passages: another field, block, span or heading makes another one.

    Without blocks it is what it was before there were any; of what was left out it is what that
    is in English, which was all that was stored before format 8.
    """
    parts = [(p.heading, pairs([p.span, *p.sentences])) for p in passages]
    described: list[object] = [plain(document), parts]
    if document.blocks or document.left_out:
        blocks = [(*pairs([b.span]), b.kind, b.level) for b in document.blocks]
        described += [blocks, [in_english(one) for one in document.left_out]]
    return _hash(encoder, described)


def of_vectors(encoder: EncoderId, passage: Passage) -> bytes:
    """Of what an encoder reads of a passage."""
    text, spans = encoder_input(passage)
    return _hash(encoder, [text, pairs(spans)])


def are_of(digest: bytes, encoder: EncoderId, passage: Passage) -> bool:
    """Whether vectors noted by `digest` are this passage's: with its title, or without.

    Version 0.2 read passages without; its libraries answer as they did until they are built again.
    """
    return digest == of_vectors(encoder, passage) or digest == of_vectors(
        encoder, untitled(passage)
    )


def plain(document: Document) -> tuple[str | None, ...]:
    """The fields of a document that are texts, in their order."""
    return (
        document.doc_id,
        document.title,
        document.text,
        document.url,
        document.date,
        document.language,
    )


def _hash(encoder: EncoderId, described: object) -> bytes:
    whose = f"{encoder.name}\n{encoder.revision}\n{encoder.dimension}\n"
    return hashlib.blake2b((whose + json.dumps(described)).encode(), digest_size=SIZE).digest()
