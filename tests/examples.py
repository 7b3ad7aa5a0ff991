"""How many examples of Hypothesis a test tries."""

from hypothesis import settings


def most(count: int) -> int:
    """So many at most; a third of them in `make test`, which tries the same in every run."""
    return count if settings.get_current_profile_name() in ("all", "search") else count // 3
