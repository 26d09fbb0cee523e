"""What is asked for the pictures, and the bot's real answers to it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bot.answering import QuestionAnswering, load_reader
from bot.app import parts
from bot.settings import BotSettings
from bot.state import open_state
from index.building import build
from index.encoding import load_encoder
from index.sources import from_text, load
from index.store import open_library
from index.text import Document
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.server import TOKEN
from tests.telegram_library import HARBOUR, ROOT

READER = 7
# How the button to what is closest begins on the wire.
CLOSEST = "c"
ARABIC = """# مكتبة الميناء

## أوقات العمل

تفتح مكتبة الميناء أبوابها كل يوم من التاسعة صباحًا حتى السادسة مساءً، ما عدا يوم الجمعة. وفي شهر \
رمضان تغلق عند الثالثة بعد الظهر.

## الإعارة

يمكن استعارة خمسة كتب لمدة ثلاثة أسابيع. ولا تُعار المخطوطات، بل تُقرأ في القاعة الزرقاء فقط.
"""
CHINESE = """# 港口图书馆

## 开放时间

港口图书馆每天上午九点至下午六点开放，星期五除外。斋月期间下午三点闭馆。

## 借阅

每人最多可借五本书，借期三周。手稿不外借，只能在蓝色阅览室阅读。
"""
# The first question of a language that is answered so is drawn.
ASKED = {
    "en": (
        "Where did Trump and Putin meet?",
        "How high is the Lindholm Bridge?",
        "Why did Trump change his strategy?",
        "How much did the Lindholm Bridge cost?",
        "What does the fish market cost?",
    ),
    "ar": (
        "متى تفتح المكتبة أبوابها؟",
        "متى يفتح سوق السمك؟",
        "ما الأسلحة التي قد تسلمها الولايات المتحدة؟",
        "من هو مدير مكتبة الميناء؟",
        "كم يبلغ ارتفاع الجسر؟",
    ),
    "zh": (
        "图书馆什么时候开放？",
        "特朗普为什么改变策略？",
        "港口图书馆的馆长是谁？",
        "桥有多高？",
    ),
}
CASES = ("sure", "not-sure", "closest", "refusal")


@dataclass(frozen=True)
class Reply:
    """A question and the bot's message, as the Bot API has it."""

    language: str
    case: str
    question: str
    message: Json


def replies() -> Iterator[Reply]:
    """The four cases in each language; raises ValueError if a question for one is missing."""
    with _bot() as direct:
        for language, questions in ASKED.items():
            found = dict(
                pair
                for question in reversed(questions)
                for pair in _asked(direct, question, language)
            )
            if missing := set(CASES) - set(found):
                raise ValueError(f"no question in {language} is answered so: {sorted(missing)}")
            yield from (Reply(language, case, *found[case]) for case in CASES)


def _asked(direct: Direct, question: str, language: str) -> Iterator[tuple[str, tuple[str, Json]]]:
    """The case that a question is; a refusal shows what is closest, too."""
    direct.message(READER, question, language=language)
    message = direct.process()[-1].result
    actions = [
        button["callback_data"][0]
        for row in message["reply_markup"]["inline_keyboard"]
        for button in row
    ]
    if actions[0] == CLOSEST:
        yield "refusal", (question, message)
        direct.press(READER, message, CLOSEST, language)
        direct.process()
        yield "closest", (question, direct.shown(READER)[-1])
    else:
        doubted = any(one["type"] == "italic" for one in message["entities"])
        yield ("not-sure" if doubted else "sure"), (question, message)


@contextmanager
def _bot() -> Iterator[Direct]:
    with tempfile.TemporaryDirectory() as folder:
        encoder, library = load_encoder("bundled"), open_library(Path(folder) / "library")
        build(library, _documents(), encoder, replace=True)
        settings = BotSettings(telegram_token=SecretStr(TOKEN), access="open")
        answering = QuestionAnswering(library, encoder, load_reader("bundled", encoder))
        state = open_state(Path(folder) / "state.sqlite", 1000)
        with Direct(parts(settings, answering, state)) as direct:
            yield direct


def _documents() -> list[Document]:
    sample = [one for one in load([str(ROOT / "sample")]) if isinstance(one, Document)]
    harbour = "https://example.org/harbour"
    return [
        *sample,
        from_text(HARBOUR, date="2024-03-01", url=harbour, doc_id="harbour"),
        from_text(ARABIC, date="2025-01-15", url=f"{harbour}/ar", doc_id="library-ar"),
        from_text(CHINESE, date="2025-01-15", url=f"{harbour}/zh", doc_id="library-zh"),
    ]
