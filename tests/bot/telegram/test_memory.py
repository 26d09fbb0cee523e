"""What was asked lately, and how long it is remembered."""

from bot.answering.answer import NoAnswer
from bot.telegram.memory import ANSWERS, REMEMBERED, Asked, Memory

NOTHING = NoAnswer(None, 0.0, 0.5, ())
FOUND = NoAnswer(None, 0.25, 0.5, ())


def _asked(chat: int, user: int, number: int) -> Asked:
    return Asked(chat, user, f"question {number}", NOTHING, 1, number, [number + 1])


def test_questions_are_found_by_their_messages() -> None:
    """By the one that asked and the one that answered; the last of each user in each chat."""
    memory = Memory()
    first, second = _asked(1, 5, 10), _asked(1, 5, 20)
    for asked in (first, second, _asked(2, 5, 10), _asked(1, 6, 30)):
        memory.remember(asked)
    assert memory.of_message(1, 10) is first
    assert memory.of_message(1, 11) is first
    assert memory.last(1, 5) is second
    memory.forget(5)
    assert memory.of_message(1, 20) is None
    assert memory.last(1, 5) is None
    assert memory.last(1, 6) is not None


def test_old_questions_are_let_go() -> None:
    """So that memory stays bounded."""
    memory = Memory()
    for number in range(REMEMBERED + 10):
        memory.remember(_asked(number, 5, 1))
    assert memory.last(0, 5) is None
    assert memory.last(REMEMBERED + 9, 5) is not None


def test_what_was_looked_at_lately_is_kept() -> None:
    """The one used least lately goes, not the oldest."""
    memory = Memory()
    for number in range(REMEMBERED):
        memory.remember(_asked(number, 5, 1))
    kept = memory.last(0, 5)
    memory.remember(_asked(REMEMBERED, 5, 1))
    assert memory.last(0, 5) is kept
    assert memory.last(1, 5) is None


def test_small_talk_is_not_what_a_follow_up_goes_on_from() -> None:
    """But it is known by its message, for who corrects it."""
    memory = Memory()
    first, thanks = _asked(1, 5, 10), _asked(1, 5, 20)
    thanks.question = "thanks!"
    for asked in (first, thanks):
        memory.remember(asked)
    assert memory.last(1, 5) is first
    assert memory.of_message(1, 20) is thanks


def test_a_question_goes_on_from_the_one_before_only_where_it_needs_it() -> None:
    """Whichever that was, it is kept: the next one may go on from it."""
    whole, bare = "When was the Lindholm Bridge opened?", "by whom?"
    for question, after in ((whole, ""), (bare, "Who drew it?")):
        asked = Asked(1, 5, question, NOTHING, 1, before="Who drew it?")
        assert (asked.after, asked.before) == (after, "Who drew it?")
    assert Asked(1, 5, bare, NOTHING, 1).after == ""


def test_of_a_chain_of_it_each_goes_on_from_what_names_it() -> None:
    """Not from another one that only says "it", whatever thanks around that."""
    pier, before, after = "Where is the pier?", "", []
    for question in (pier, "When does it close?", "Thanks! Is it free?", "Who built it?"):
        asked = Asked(1, 5, question, NOTHING, 1, before=before)
        after.append(asked.after)
        before = asked.goes_on_as
    assert after == ["", pier, pier, pier]
    first = "When does it close?"
    assert Asked(1, 5, first, NOTHING, 1).goes_on_as == first


def test_what_was_found_is_let_go_before_the_question() -> None:
    """Of old questions the answers are found again by whoever presses their buttons."""
    memory = Memory()
    asked = [Asked(1, 5, "what", FOUND, 3, number) for number in range(ANSWERS + 1)]
    for one in asked:
        memory.remember(one)
        memory.remember(one)
    assert memory.of_message(1, 0) is asked[0]
    assert (asked[0].result.confidence, asked[0].generation) == (0.0, 0)
    assert (asked[1].result, asked[1].generation) == (FOUND, 3)


def test_texts_of_old_generations_are_let_go() -> None:
    """What was found two generations ago holds documents that nobody else needs."""
    memory = Memory()
    asked = [Asked(1, 5, "what", FOUND, generation, generation) for generation in (3, 4, 5)]
    for one in asked:
        memory.remember(one)
    assert [one.result is FOUND for one in asked] == [False, True, True]


def test_nothing_of_who_is_forgotten_is_kept() -> None:
    """Neither their questions nor what was found."""
    memory, asked = Memory(), Asked(1, 5, "what", FOUND, 3, 7)
    memory.remember(asked)
    memory.forget(5)
    assert asked.result is not FOUND


def test_each_topic_of_a_forum_has_a_last_question() -> None:
    """What nobody asked there is not gone on from there."""
    memory = Memory()
    first, second = _asked(1, 5, 10), _asked(1, 5, 20)
    first.topic, second.topic = 11, 22
    memory.remember(first)
    assert memory.last(1, 5, 11) is first
    assert memory.last(1, 5, 22) is None
    assert memory.last(1, 5) is None
    memory.remember(second)
    assert (memory.last(1, 5, 11), memory.last(1, 5, 22)) == (first, second)
    assert memory.knows(5)


def test_a_question_that_is_corrected_is_not_the_last_again() -> None:
    """What was asked after it is, also where it is answered later."""
    memory = Memory()
    first, second, corrected = _asked(1, 5, 10), _asked(1, 5, 20), _asked(1, 5, 10)
    for asked in (first, second, corrected):
        memory.remember(asked)
    assert memory.last(1, 5) is second
    assert memory.of_message(1, 10) is corrected
    pressed = Asked(1, 5, "An example", NOTHING, 1)
    memory.remember(pressed)
    assert memory.last(1, 5) is pressed
    pressed.shown_in = [31]
    memory.remember(pressed)
    memory.remember(second)
    assert memory.last(1, 5) is pressed
    newer = _asked(1, 5, 40)
    memory.remember(newer)
    assert memory.last(1, 5) is newer
