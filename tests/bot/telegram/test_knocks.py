"""How many knocks an admin hears."""

from bot.telegram.knocks import TOLD, WITHIN, Knocks


def test_a_crowd_is_summed_up_once() -> None:
    """Ten an hour one by one, then one word for all others; later it begins anew."""
    knocks = Knocks()
    assert [knocks.heard(100.0 + n) for n in range(TOLD)] == ["ok"] * TOLD
    assert [knocks.heard(200.0) for _ in range(3)] == ["warn", "silent", "silent"]
    assert knocks.heard(100.0 + WITHIN) == "ok"
    assert [knocks.heard(100.5 + WITHIN) for _ in range(2)] == ["warn", "silent"]
