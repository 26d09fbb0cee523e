"""What every backend of the state must pass: a class of tests over four fixtures of its own."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from bot.state import Conversation, State, StateError

NOW = 1_800_000_000.0
ADMIN, ANN, BOB, GROUP = 1, 20, 30, -100
SOMEONE = 0x5A5A5A5A5A5A
PER_MINUTE = 6.0

Given = TypeVar("Given")
Result = TypeVar("Result")

Open = Callable[[float], State]
"""Opens the same state at so many questions a minute; the one opened before it is closed."""
Counted = Callable[[], list[tuple[int, str, int, int, int, int]]]
"""Generation, document, start, end, right and wrong of all feedback, in this order."""


class StateContract:
    """A backend's test class gives the fixtures `opened` and `counted`, and inherits the tests."""

    @pytest.fixture
    def opened(self) -> Open:
        """How to open the state, empty at first."""
        raise NotImplementedError

    @pytest.fixture
    def counted(self) -> Counted:
        """How to read the feedback, which the bot only writes."""
        raise NotImplementedError

    @pytest.fixture
    def state(self, opened: Open) -> State:
        """An empty state."""
        return opened(PER_MINUTE)

    def test_what_is_said_is_kept_over_a_restart(self, opened: Open) -> None:
        """Languages and approvals are there again; what was taken back is not."""
        state = opened(PER_MINUTE)
        assert state.language(ANN) is None
        state.set_language(ANN, "de")
        state.set_language(ANN, "rm")
        state.allow(GROUP, ADMIN)
        state.allow(BOB, ADMIN)
        state.disallow(BOB)
        code = state.pair(ANN, ANN, NOW)
        again = opened(PER_MINUTE)
        assert again.language(ANN) == "rm"
        assert again.allowed(GROUP)
        assert not again.allowed(BOB)
        assert not again.allowed(ANN)
        assert again.approve(code, ADMIN, NOW) == ANN

    @pytest.mark.parametrize("sign", ["\0", "\udcff"])
    def test_what_no_database_can_hold_is_no_error(self, state: State, sign: str) -> None:
        """NUL and halves of surrogate pairs become U+FFFD, wherever they come from."""
        state.keep("draft", ANN, 1, f"a{sign}b")
        assert state.kept("draft", ANN, 1) == "a\ufffdb"
        state.set_language(ANN, f"d{sign}")
        assert state.language(ANN) == "d\ufffd"
        state.record_feedback(1, f"{sign}.md", 0, 5, True)
        state.begin(ANN, 2, ANN, sign)
        assert [one.language for one in state.unanswered()] in (["\ufffd"], [])
        assert state.approve(sign, ADMIN, NOW) is None
        assert state.all_kept(sign) == []
        state.drop(sign, ANN)
        if state.together:
            state.together.remember(Conversation(ANN, ANN, f"q{sign}", sign, 1, (2,), True))
            last = state.together.last(ANN, ANN, 0)
            assert last
            assert (last.question, last.before) == ("q\ufffd", "\ufffd")
            state.together.put(7, ANN, f'{{"text": "{sign}"}}')

    def test_a_code_stays_the_same_for_a_day(self, state: State) -> None:
        """Six digits; asked again within the day they are the same, later they are void."""
        code = state.pair(ANN, ANN, NOW)
        assert len(code) == 6
        assert code.isdecimal()
        assert state.pair(ANN, ANN, NOW + 86_399) == code
        assert [(one.id, one.code, one.since) for one in state.pending(NOW + 86_399)] == [
            (ANN, code, NOW)
        ]
        assert state.pending(NOW + 86_400) == []
        assert state.approve(code, ADMIN, NOW + 86_400) is None
        assert not state.allowed(ANN)

    def test_approving_lets_in_who_waits_for_that_code(self, state: State) -> None:
        """The one with the code, once; a group by its own id."""
        codes = {id: state.pair(id, ANN, NOW) for id in (ANN, GROUP)}
        wrong = next(code for code in ("000000", "000001", "000002") if code not in codes.values())
        assert state.approve(wrong, ADMIN, NOW) is None
        assert state.approve(codes[GROUP], ADMIN, NOW + 1) == GROUP
        assert state.allowed(GROUP)
        assert not state.allowed(ANN)
        assert state.approve(codes[GROUP], ADMIN, NOW + 2) is None
        assert [one.id for one in state.pending(NOW)] == [ANN]

    def test_who_waits_longest_comes_first(self, state: State) -> None:
        """Not who has the smallest id; those who were allowed or taken back wait no longer."""
        for later, id in enumerate((BOB, ANN, GROUP, ADMIN)):
            state.pair(id, id, NOW + later)
        assert [one.id for one in state.pending(NOW + 4)] == [BOB, ANN, GROUP, ADMIN]
        state.allow(ANN, ADMIN)
        state.disallow(GROUP)
        state.disallow(12345)
        assert [one.id for one in state.pending(NOW + 4)] == [BOB, ADMIN]

    def test_of_one_account_three_may_wait(self, state: State) -> None:
        """It can put the bot into many groups: its own oldest makes room, and nobody else's."""
        state.pair(ANN, ANN, NOW)
        codes = [state.pair(-group, BOB, NOW + group) for group in range(1, 5)]
        assert len(set(codes)) == 4
        assert [one.id for one in state.pending(NOW + 5)] == [ANN, -2, -3, -4]
        assert state.approve(codes[0], ADMIN, NOW + 5) is None
        assert state.pair(-3, BOB, NOW + 6) == codes[2]
        assert [one.id for one in state.pending(NOW + 6)] == [ANN, -2, -3, -4]

    def test_a_hundred_may_wait_and_a_new_one_takes_the_place_of_the_oldest(
        self, state: State
    ) -> None:
        """Nobody who comes later is kept out by many who came before."""
        codes = [state.pair(id, id, NOW + id) for id in range(1, 101)]
        assert len(set(codes)) == 100
        assert state.pair(500, 500, NOW + 200) not in codes
        waiting = [one.id for one in state.pending(NOW + 200)]
        assert waiting == [*range(2, 101), 500]

    def test_who_is_put_out_again_leaves_nothing(self, state: State) -> None:
        """Language and questions go with the approval: nothing is kept of who is not let in.

        But what an admin has sent, who is one without it.
        """
        for id, put_out in ((ANN, state.disallow), (BOB, state.block)):
            state.allow(id, ADMIN)
            state.set_language(id, "de")
            state.begin(id, 7, id, "de")
            state.keep("waiting", id, 1, "a question")
            state.keep("verify", id, GROUP, "1.5")
            assert state.knows(id)
            put_out(id)
            assert not state.allowed(id)
            assert state.language(id) is None
            assert not state.knows(id)
        assert [state.all_kept(kind) for kind in ("waiting", "verify")] == [[], []]
        assert state.unanswered() == []
        state.keep("paste", ANN, 1, "a text")
        state.disallow(ANN)
        assert state.kept("paste", ANN, 1) == "a text"

    def test_who_has_left_anything_is_known(self, state: State) -> None:
        """Until they are forgotten; who is blocked and nothing else is not."""
        leave: list[Callable[[int], object]] = [
            lambda id: state.allow(id, ADMIN),
            lambda id: state.allow(BOB, id),
            lambda id: state.set_language(id, "de"),
            lambda id: state.pair(id, id, NOW),
            lambda id: state.keep("change", id, 1, "a text"),
            lambda id: state.begin(GROUP, 1, id, "de"),
        ]
        for left in leave:
            assert not state.knows(SOMEONE)
            left(SOMEONE)
            assert state.knows(SOMEONE)
            state.forget(SOMEONE)
        state.block(SOMEONE)
        assert not state.knows(SOMEONE)

    def test_a_question_that_was_begun_and_not_ended_is_known_after_a_restart(
        self, opened: Open
    ) -> None:
        """Once, oldest first, each message once; those that were ended are not."""
        state = opened(PER_MINUTE)
        for message in (7, 8, 9, 7):
            state.begin(GROUP, message, ANN, "de")
        state.begin(BOB, 8, BOB, "en")
        state.end(GROUP, 8)
        state.end(GROUP, 12345)
        again = opened(PER_MINUTE)
        found = [(one.chat_id, one.message_id, one.user_id) for one in again.unanswered()]
        assert found == [(GROUP, 9, ANN), (GROUP, 7, ANN), (BOB, 8, BOB)]
        assert [one.language for one in again.unanswered()] == ["de", "de", "en"]
        again.told(GROUP, 7, 99)
        again.told(GROUP, 12345, 98)
        assert [one.told for one in again.unanswered()] == [None, 99, None]
        again.end(GROUP, 7)
        assert [one.message_id for one in opened(PER_MINUTE).unanswered()] == [9, 8]

    def test_unanswered_questions_are_bounded_and_forgotten(self, state: State) -> None:
        """The newest thousand; none of who is forgotten, none of a group that has another id."""
        for message in range(1_050):
            state.begin(BOB, message, BOB, "en")
        state.begin(GROUP, 1, ANN, "en")
        state.begin(-7, 1, BOB, "en")
        state.forget(ANN)
        state.migrate(-7, -1_007)
        found = state.unanswered()
        assert {one.chat_id for one in found} == {BOB}
        assert 998 <= len(found) <= 1_050
        assert found[-1].message_id == 1_049

    def test_feedback_is_counted_without_who(
        self, state: State, opened: Open, counted: Counted
    ) -> None:
        """Opinions of the same quote add up, over a restart too; nothing else is kept."""
        for right in (True, False, True):
            state.record_feedback(3, "a.txt", 5, 9, right)
        again = opened(PER_MINUTE)
        again.record_feedback(4, "a.txt", 5, 9, False)
        again.record_feedback(3, "a.txt", 5, 9, True)
        assert counted() == [(3, "a.txt", 5, 9, 3, 1), (4, "a.txt", 5, 9, 0, 1)]

    def test_a_group_keeps_its_rights_when_its_id_changes(self, state: State) -> None:
        """Telegram gives a group a new id when it grows; the old one means nothing then."""
        state.allow(GROUP, ADMIN)
        state.set_language(GROUP, "fr")
        state.set_language(-1_001, "en")
        state.migrate(GROUP, -1_001)
        assert state.allowed(-1_001)
        assert state.language(-1_001) == "fr"
        assert not state.allowed(GROUP)
        assert state.language(GROUP) is None
        code = state.pair(-2, ANN, NOW)
        state.migrate(-2, -1_002)
        assert state.approve(code, ADMIN, NOW) == -1_002

    def test_forgetting_leaves_others_as_they_were(self, state: State) -> None:
        """Nothing is known of the user; whom the user let in stays let in."""
        state.allow(SOMEONE, ADMIN)
        state.allow(BOB, SOMEONE)
        state.set_language(SOMEONE, "it")
        state.pair(SOMEONE, SOMEONE, NOW)
        state.pair(GROUP, SOMEONE, NOW)
        state.set_language(ANN, "de")
        state.forget(SOMEONE)
        assert not state.allowed(SOMEONE)
        assert state.language(SOMEONE) is None
        assert [one.id for one in state.pending(NOW)] == [GROUP]
        assert state.allowed(BOB)
        assert state.language(ANN) == "de"

    def test_who_is_blocked_is_let_in_by_an_admin_only(self, state: State) -> None:
        """A block ends approval and waiting; forgetting is no way round it."""
        state.allow(ANN, ADMIN)
        state.pair(BOB, BOB, NOW)
        for id in (ANN, BOB):
            state.block(id)
            state.block(id)
            state.forget(id)
        assert [state.blocked(id) for id in (ANN, BOB, GROUP)] == [True, True, False]
        assert not state.allowed(ANN)
        assert state.pending(NOW) == []
        state.allow(ANN, ADMIN)
        assert not state.blocked(ANN)
        state.block(GROUP)
        state.migrate(GROUP, -1_001)
        assert (state.blocked(GROUP), state.blocked(-1_001)) == (False, True)

    def test_all_who_were_let_in_are_listed(self, state: State) -> None:
        """People and groups; those who wait or were taken out again are not."""
        for id in (BOB, ANN, GROUP):
            state.allow(id, ADMIN)
        state.disallow(BOB)
        state.pair(SOMEONE, SOMEONE, NOW)
        assert state.approvals() == [GROUP, ANN]

    def test_what_is_kept_stays_until_it_is_dropped(self, opened: Open) -> None:
        """Over a restart, each kind and each id by itself, in the order of its numbers."""
        state = opened(PER_MINUTE)
        state.keep("paste", ANN, 2, "second")
        state.keep("paste", ANN, 1, "wrong")
        state.keep("paste", ANN, 1, "first")
        state.keep("paste", BOB, 1, "theirs")
        state.keep("change", ANN, 1 << 47, "other")
        again = opened(PER_MINUTE)
        mine = [(ANN, 1, "first"), (ANN, 2, "second")]
        assert _kept(again, "paste", ANN) == mine
        assert _kept(again, "paste", None) == [*mine, (BOB, 1, "theirs")]
        again.drop("paste", ANN, 2)
        again.drop("paste", ANN, 99)
        assert _kept(again, "paste", ANN) == mine[:1]
        again.drop("paste", ANN)
        assert _kept(again, "paste", None) == [(BOB, 1, "theirs")]
        again.forget(BOB)
        assert _kept(again, "paste", None) == []
        assert _kept(again, "change", ANN) == [(ANN, 1 << 47, "other")]
        assert again.kept("change", ANN, 1) is None

    def test_an_update_is_new_once(self, state: State) -> None:
        """In any order, and after many others."""
        updates = (5, 4, 9, 5, 4, 9, 0)
        assert [state.first_time(one) for one in updates] == [True] * 3 + [False] * 3 + [True]
        assert all(state.first_time(one) for one in range(10, 10_006))
        assert not any(state.first_time(one) for one in (0, 4, 5, *range(9, 10_006)))

    def test_one_warning_then_silence_until_tokens_return(self, state: State) -> None:
        """Six a minute is one each ten seconds after the first six; each user has their own."""
        assert _spent(state, ANN, [0.0] * 9) == ["ok"] * 6 + ["warn"] + ["silent"] * 2
        assert _spent(state, ANN, (9.9, 10.1, 10.2)) == ["silent", "ok", "warn"]
        assert _spent(state, BOB, (10.2,)) == ["ok"]
        assert _spent(state, ANN, [1000.0] * 7) == ["ok"] * 6 + ["warn"]

    def test_silence_costs_no_tokens(self, opened: Open) -> None:
        """Who goes on asking is answered again as soon as who waits."""
        times = [15.0 * step for step in range(9)]
        answers = ["ok", "warn", "silent", "silent"] * 2 + ["ok"]
        assert _spent(opened(1.0), ANN, times) == answers

    def test_a_slow_rate_still_allows_one(self, opened: Open) -> None:
        """Less than one a minute is one, then a long wait; time going back gives nothing."""
        verdicts = _spent(opened(0.5), ANN, (100.0, 50.0, 169.0, 171.0))
        assert verdicts == ["ok", "warn", "silent", "ok"]

    def test_forgetting_is_no_way_round_the_limit(self, opened: Open) -> None:
        """What was spent is still spent."""
        state = opened(1.0)
        assert _spent(state, ANN, (0.0, 0.0)) == ["ok", "warn"]
        state.forget(ANN)
        assert _spent(state, ANN, (0.0,)) == ["silent"]

    def test_pressing_is_cheaper_than_asking(self, state: State) -> None:
        """Five presses cost a question; a warning is given once for all of them."""
        assert [state.spend(ANN, NOW, 0.2) for _ in range(32)] == ["ok"] * 30 + ["warn", "silent"]
        assert state.spend(ANN, NOW) == "silent"
        assert state.spend(ANN, NOW + 2, 0.2) == "ok"
        assert state.spend(ANN, NOW + 2) == "warn"

    def test_many_threads_lose_nothing(self, state: State, counted: Counted) -> None:
        """No call fails and none is lost, not when others change the same meanwhile."""

        def record(number: int) -> None:
            state.record_feedback(1, "a.txt", number % 5, 9, right=True)
            state.pair(-number, ANN, NOW)
            state.set_language(number, "de")

        _at_once(record, range(400))
        assert counted() == [(1, "a.txt", start, 9, 80, 0) for start in range(5)]
        assert [state.language(number) for number in range(400)] == ["de"] * 400
        assert len(state.pending(NOW)) == 3

    def test_of_many_threads_as_many_win_as_may(self, state: State) -> None:
        """One for each update, a hundred that wait, one approval, six questions and a warning."""
        firsts = _at_once(state.first_time, [number % 20 for number in range(400)])
        assert sorted(firsts) == [False] * 380 + [True] * 20
        codes = _at_once(lambda id: state.pair(id, id, NOW), range(1, 141))
        waiting = state.pending(NOW)
        assert len(waiting) == len({one.code for one in waiting}) == 100
        assert {one.code for one in waiting} <= set(codes)
        one = waiting[0].code
        approved = _at_once(lambda code: state.approve(code, ADMIN, NOW), [one] * 20)
        assert [id is None for id in approved].count(False) == 1
        verdicts = _at_once(lambda id: state.spend(id, NOW), [ANN] * 50)
        assert sorted(verdicts) == ["ok"] * 6 + ["silent"] * 43 + ["warn"]

    def test_closed_it_is_of_no_use(self, state: State) -> None:
        """Closing twice is no error; asking then is one, and says what it is about."""
        state.set_language(ANN, "de")
        state.close()
        state.close()
        with pytest.raises(StateError):
            state.language(ANN)
        with pytest.raises(StateError):
            state.allow(ANN, ADMIN)


def _spent(state: State, user: int, seconds: Iterable[float]) -> list[str]:
    return [state.spend(user, NOW + later) for later in seconds]


def _kept(state: State, kind: str, id: int | None) -> list[tuple[int, int, str]]:
    found = [(*place, state.kept(kind, *place)) for place in state.all_kept(kind, id)]
    return [(of, number, text or "nothing") for of, number, text in found]


def _at_once(call: Callable[[Given], Result], given: Iterable[Given]) -> list[Result]:
    with ThreadPoolExecutor(8) as threads:
        return list(threads.map(call, given))
