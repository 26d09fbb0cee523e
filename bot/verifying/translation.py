"""Words in another language than the texts: what they read like a translation of, if anything."""

import numpy as np

from bot.verifying.places import Place
from index.encoding import Encoder
from index.store import View
from index.text import Span, detect, sentence_spans
from index.wording import words_of

# So many passages are looked at, nearest in meaning first, to a paste and to each of its first
# sentences.
LOOKED_AT, MOST_SENTENCES = 20, 8
# From these cosines on a sentence reads like a translation: of the paste turned by the encoder's
# bridge between languages and the sentence as it is stored; of both as they are, for an encoder
# that has learnt no bridge. Fitted on one half of `tests/data/translated.jsonl`, 20 translations
# and 20 other sentences of harbours in eight languages: in the other half 17 of 20 reach it, as
# 26 of 40 reached the second, and of those that are of something else none. Better none than a
# wrong one.
ALIKE, ALIKE_UNTURNED = 0.735, 0.88
# Where the language of a paste cannot be told, its words tell: in its own language a sentence in
# other words has more of the same ones.
MOST_SHARED = 0.2


def translated(view: View, encoder: Encoder, paste: str) -> Place | None:
    """The sentence that `paste`, or a sentence of it, reads like a translation of; None if none.

    None, too, where the language of the paste is the sentence's.
    """
    language = detect(paste)
    sentences = sentence_spans(paste, language)[:MOST_SENTENCES]
    claims = list(dict.fromkeys([Span(0, len(paste)), *sentences]))
    (vectors,) = encoder.encode_passages([paste], [claims])
    turned = encoder.across(vectors.sentences)
    alike = ALIKE_UNTURNED if np.array_equal(turned, vectors.sentences) else ALIKE
    rows = {row for one in turned for row, _ in view.nearest(one, LOOKED_AT)}
    best: tuple[float, Place] | None = None
    for stored in view.evidence(sorted(rows)).values():
        document = stored.passage.document
        if document.language in (None, language):
            continue
        cosines = stored.vectors.sentences @ turned.T
        for span, row in zip(stored.passage.sentences, cosines, strict=True):
            cosine, claim = float(row.max()), claims[int(row.argmax())]
            if cosine < alike or (best and cosine <= best[0]):
                continue
            if language or _shared(claim.of(paste), span.of(document.text)) < MOST_SHARED:
                best = cosine, Place(document, (span,), claim)
    return best[1] if best else None


def _shared(paste: str, sentence: str) -> float:
    """The share of the pasted words that stand in a sentence, too."""
    words, stored = words_of(paste), {word.form for word in words_of(sentence)}
    return sum(word.form in stored for word in words) / max(1, len(words))
