"""Small talk is told from questions, and its kinds from each other."""

import pytest

from bot.answering.understanding.small_talk import Talk, talk_in


@pytest.mark.parametrize(
    ("kind", "messages"),
    [
        (Talk.GREETING, ["hello", "Hello!!", "hi bot", "Ça va ?", "How are you?", "Cześć", "👋"]),
        (
            Talk.THANKS,
            ["thanks 🙏", "Merci beaucoup.", "谢谢！", "ありがとう", "спасибо)", "🙏", "شكرا"],
        ),
        (Talk.THANKS, ["ok thanks", "thanks, bye", "شكرا جزيلا", "teşekkür ederim", "dziękuję"]),
        (
            Talk.YES,
            ["ok", "OK.", "yes", "D'accord !", "хорошо", "好的", "tamam", "نعم", "👍", "👍🏽"],
        ),
        (Talk.NO, ["no", "Non.", "nein!", "нет", "不", "hayır", "لا", "no thanks", "👎"]),
        (Talk.THANKS, ["شكراً", "شُكرًا جزيلًا", "tesekkurler", "Спасибо большое!", "obrigado"]),
        (Talk.YES, ["sì", "ок", "حسناً", "Tá bom", "ta bom", "C'est bon.", "好吧"]),
        (Talk.NO, ["nao", "não", "ні", "لا، شكراً"]),
        (Talk.NO, ["HAYIR", "Hayır", "hayir"]),
        (Talk.GREETING, ["GÜNAYDIN", "NASILSIN?", "nasılsın?", "İYİ GÜNLER"]),
        (Talk.BYE, ["bye", "Au revoir !", "до свидания", "再见", "görüşürüz"]),
        (Talk.WHO, ["Who are you?", "help", "Qui es-tu ?", "你是谁？", "من أنت؟"]),
        (Talk.NOTHING, ["?", "…", "", "  ", "🤔"]),
    ],
)
def test_each_kind_is_known(kind: Talk, messages: list[str]) -> None:
    """In the languages that people greet a bot in, with signs and in any case."""
    assert {message: talk_in(message) for message in messages} == dict.fromkeys(messages, kind)


@pytest.mark.parametrize(
    "message",
    [
        *("what did Trump decide?", "hello, who built the lighthouse?", "谁建的", "ใครสร้าง"),
        *("thanks to whom was it built?", "Is it ok to climb?", "когда построен", "Wer war das?"),
        *("NATO", "lighthouse", "asdf", "42", "2025?", "why?", "no fee"),
    ],
)
def test_questions_and_single_words_are_no_small_talk(message: str) -> None:
    """With a greeting in front, in scripts without spaces, and words no text may have."""
    assert talk_in(message) is None
