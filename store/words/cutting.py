"""Text that is cut to a width says so by an ellipsis where it was cut."""

from collections.abc import Callable

Measure = Callable[[str], int]
_CUT = "…"


def cut(text: str, width: int, measure: Measure) -> str:
    """Return a text of at most a width: the whole, or its beginning."""
    if measure(text) <= width:
        return text
    while text and measure(text) + measure(_CUT) > width:
        text = text[:-1]
    return f"{text}{_CUT}"


def cut_before(text: str, width: int, measure: Measure) -> str:
    """Return a text of at most a width: the whole, or its end."""
    if measure(text) <= width:
        return text
    while text and measure(text) + measure(_CUT) > width:
        text = text[1:]
    return f"{_CUT}{text}"
