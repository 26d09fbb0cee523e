"""The buttons under an answer, and what each says back when it is pressed.

Callback data is at most 64 bytes (Bot API, InlineKeyboardButton), so a button names its quote by
generation, the document's number in the library, and a span.
"""

from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.texts import Texts

# What a button of an answer does.
CONTEXT, NEXT, SOURCE, RIGHT, WRONG, CLOSEST, AGAIN, EXAMPLE = "mnsrwcae"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of an answer: the quote's place, and its rank among the hits (0 the best)."""

    action: str
    generation: int
    document: int = 0
    start: int = 0
    end: int = 0
    rank: int = 0

    def data(self) -> str:
        """As callback data, at most 64 bytes."""
        numbers = (self.generation, self.document, self.start, self.end, self.rank)
        return ":".join((self.action, *map(str, numbers)))


def parse(data: str) -> Pressed | None:
    """The button that was pressed, or None for data that is not ours."""
    action, *numbers = data.split(":")
    if len(numbers) != 5 or not all(number.isdecimal() for number in numbers):
        return None
    return Pressed(action, *map(int, numbers))


def answer_buttons(at: Pressed, say: Texts) -> InlineKeyboardMarkup:
    """Under an answer (or a passage that is none): look around, look further, judge."""
    return InlineKeyboardMarkup(
        [
            [_button(say("context-button"), at, CONTEXT), _button(say("next-button"), at, NEXT)],
            [
                _button(say("source-button"), at, SOURCE),
                _button("👍 " + say("right-button"), at, RIGHT),
                _button("👎 " + say("wrong-button"), at, WRONG),
            ],
        ]
    )


def closest_button(at: Pressed, say: Texts) -> InlineKeyboardMarkup:
    """Under a refusal."""
    return InlineKeyboardMarkup([[_button(say("closest-button"), at, CLOSEST)]])


def again_button(generation: int, say: Texts) -> InlineKeyboardMarkup:
    """Instead of buttons that belong to a text of before."""
    return InlineKeyboardMarkup(
        [[_button(say("again-button"), Pressed(AGAIN, generation), AGAIN)]]
    )


def example_buttons(generation: int, examples: list[str]) -> InlineKeyboardMarkup | None:
    """A question a row; None where there are none."""
    rows = [
        [InlineKeyboardButton(text, callback_data=Pressed(EXAMPLE, generation, rank=n).data())]
        for n, text in enumerate(examples)
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(text: str, at: Pressed, action: str) -> InlineKeyboardButton:
    pressed = Pressed(action, at.generation, at.document, at.start, at.end, at.rank)
    return InlineKeyboardButton(text, callback_data=pressed.data())
