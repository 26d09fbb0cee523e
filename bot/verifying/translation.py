"""Words in another language than the texts: what they read like a translation of, if anything."""

from bot.verifying.places import Place
from index.encoding import Encoder
from index.store import View
from index.text import Span, detect

# So many passages are looked at, nearest in meaning first.
LOOKED_AT = 20
# From this cosine of the two sentences on, both read as passages, one reads like a translation:
# of 20 translated sentences of `tests/data/pastes.jsonl` 13 reach it, of 12 others in a foreign
# language none comes beyond 0.86. Better none than a wrong one.
ALIKE = 0.88


def translated(view: View, encoder: Encoder, paste: str) -> Place | None:
    """The sentence that `paste` reads like a translation of; None if there is none.

    None, too, where the language of the paste cannot be told or is the sentence's.
    """
    language = detect(paste)
    if language is None:
        return None
    whole = Span(0, len(paste))
    (vectors,) = encoder.encode_passages([paste], [[whole]])
    turned = encoder.across(encoder.encode_questions([paste]))[0]
    rows = [row for row, _ in view.nearest(turned, LOOKED_AT)]
    best: tuple[float, Place] | None = None
    for stored in view.evidence(rows).values():
        document = stored.passage.document
        if document.language in (None, language):
            continue
        cosines = (stored.vectors.sentences @ vectors.whole).tolist()
        for span, cosine in zip(stored.passage.sentences, cosines, strict=True):
            if cosine >= ALIKE and (best is None or cosine > best[0]):
                best = cosine, Place(document, (span,), whole)
    return best[1] if best else None
