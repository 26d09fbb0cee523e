"""Whether the words of a topic stand together: "Derek Pell" is not "Derek Ames, Susan Pell"."""

import regex

from bot.answering.phrases import either
from index.text import terms_of

# Words of no more letters, "of" and "de la", part nothing; of others one may stand
# between two words of a topic.
SMALL, BETWEEN = 2, 1
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
# What parts names: a mark but for a hyphen, an apostrophe and the full stop of "Derek J. Pell".
_PARTS = regex.compile(
    rf"[^\p{{L}}\p{{M}}\p{{N}}\s.'’ʼ\"“”„«»-]|[\n\u2028]|\s-+\s"
    rf"|(?<!\p{{L}})(?:{either('openings.and')})(?!\p{{L}})",
    regex.IGNORECASE,
)


def stand_together(topic: str, sentence: str) -> bool:
    """Whether those of the topic's words that a sentence has are beside one another somewhere."""
    wanted = set(terms_of(topic)) & set(terms_of(sentence))
    run: set[str] = set()
    end, others = 0, 0
    for word in _WORD.finditer(sentence):
        terms = wanted.intersection(terms_of(word[0]))
        if not terms:
            others += len(word[0]) > SMALL
            continue
        if others > BETWEEN or _PARTS.search(sentence, end, word.start()):
            run = set()
        run |= terms
        if run == wanted:
            return True
        end, others = word.end(), 0
    return False
