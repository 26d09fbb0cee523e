"""Text that is hard on everything that cuts it, and what cutting must keep."""

from hypothesis import strategies as st

from index.text.spans import Span

AWKWARD = st.text(
    st.sampled_from(
        "aÀé .!?…«»\u00a0\u202f\t\r\n\n\u00ad\u0301\u030a👍🇨🇭İßſ。？العـ؟ก0१#-\ufeff\u2028"
    ),
    max_size=300,
)


def check_cover(spans: list[Span], text: str) -> None:
    """Fail unless the spans rise, do not overlap, and leave out white space only."""
    rest, last = text, 0
    for span in spans:
        assert span.start >= last
        assert span.of(text) == span.of(text).strip() != ""
        last = span.end
    for span in reversed(spans):
        rest = rest[: span.start] + rest[span.end :]
    assert rest.strip() == ""
