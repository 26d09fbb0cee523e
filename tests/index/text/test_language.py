"""Which language a text is in, short questions included."""

import pytest

from index.text.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what did Trump decide?"),
        ("fr", "Qu'a décidé Trump ?"),
        ("de", "Wo trafen sich Trump und Putin?"),
        ("es", "¿Qué está enviando Estados Unidos a Ucrania?"),
        ("it", "Che cosa farebbe volare il Cremlino?"),
        ("pt", "Onde aconteceu o encontro entre Trump e Putin?"),
        ("ru", "Что США передают Украине?"),
        ("uk", "Де зустрілися Трамп і Путін?"),
        ("ar", "أين التقى ترامب وبوتين؟"),
        ("zh", "美国正在考虑提供什么武器？"),
        ("tr", "Trump ve Putin nerede buluştu?"),
        ("nl", "Welke prijs wilde Trump winnen?"),
    ],
)
def test_questions_are_told_apart(language: str, text: str) -> None:
    """The languages the bot speaks, by a question each."""
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "?!", "42", "ok", "\U0001f44d\U0001f44d"])
def test_too_little_to_tell(text: str) -> None:
    """No guess is better than a wrong one."""
    assert detect(text) is None
