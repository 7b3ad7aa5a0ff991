"""Moving a record up (-1) or down (+1) among others: its place, and the words for it."""

from collections.abc import Sequence

from store.refused import Refused


def moved_to(keys: Sequence[str], key: str, step: int, refusal: str) -> int:
    """Return where a record stands after the step; refused, with these words, beyond an end."""
    target = keys.index(key) + step
    if not 0 <= target < len(keys):
        raise Refused(refusal)
    return target


def direction(step: int) -> str:
    """Return what the clerk calls a step."""
    return "上移" if step < 0 else "下移"


def end_of(step: int) -> str:
    """Return the end that a step leads to, before 行, 个事项 or 个单位."""
    return "第一" if step < 0 else "最后一"
