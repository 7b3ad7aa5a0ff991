"""Stand-in until the branch `terminal` is merged."""

from collections.abc import Callable


def break_offsets(text: str, width: int, measure: Callable[[str], int]) -> list[int]:
    """Offsets at which a new line begins."""
    breaks, used = [], 0
    for offset, character in enumerate(text):
        if used + measure(character) > width:
            breaks.append(offset)
            used = 0
        used += measure(character)
    return breaks
