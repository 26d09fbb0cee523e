"""Which words a language has (simplemma's lists, MIT): to tell words from halves of words."""

from index.text import detect

# Languages that write compounds as one word: there a hyphen before a small letter is a printer's.
_SOLID = {"da", "de", "et", "fi", "hu", "is", "nb", "nl", "nn", "no", "sv"}
# The lists that serve languages under another name.
_LISTS = {"bs": "hbs", "hr": "hbs", "no": "nb", "sr": "hbs"}
_READ = 2_000


class Lexicon:
    """The words of the language that a text is in; none where they are not listed."""

    def __init__(self, text: str) -> None:
        self._text = text[:_READ]
        self._language: str | None = None
        self._found = False

    def knows(self, word: str) -> bool:
        """Whether it is a word of the language, in any of its forms."""
        import simplemma

        language = self._list()
        if language is None or len(word) < 2:
            return False
        try:
            return any(simplemma.is_known(one, lang=language) for one in (word, word.capitalize()))
        except MemoryError:
            # Large lists beside a large file: better no list than no text.
            self._language = None
            return False

    def language(self) -> str | None:
        """The language; None where it is not known, or not listed."""
        return self._list()

    def writes_compounds_solid(self) -> bool:
        """Whether the language joins words without a hyphen."""
        return self._list() in _SOLID

    def _list(self) -> str | None:
        """The list of the language, told once."""
        if not self._found:
            from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

            code = detect(self._text) or ""
            named = _LISTS.get(code, code)
            self._language = named if named in SUPPORTED_LANGUAGES else None
            self._found = True
        return self._language
