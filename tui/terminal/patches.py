"""Changes to the inside of Textual and Rich: each says for which version it was made, and the program runs
without it where the inside is another.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple


class Misfit(Exception):
    """The inside of a package is not what a patch was made for."""


class Replaced:
    """The names of other modules and classes that stand for something of ours now."""

    def __init__(self) -> None:
        """Begin with none."""
        self._before: list[tuple[object, str, object]] = []

    def put(self, owner: object, name: str, ours: object) -> Any:
        """Let a name stand for ours; return what it stood for, AttributeError where there is no such name."""
        theirs = getattr(owner, name)
        self._before.append((owner, name, theirs))
        setattr(owner, name, ours)
        return theirs

    def take_back(self) -> None:
        """Let every name stand for what it stood for before."""
        while self._before:
            setattr(*self._before.pop())


class Patch(NamedTuple):
    """A change to a package, made for one version of it."""

    package: str
    version: str
    without: str
    """What the clerk has to do with where it does not fit."""
    apply: Callable[[Replaced], None]
    """Replaces names, and raises where they, or what comes of it, are not as in that version."""


def fit(patches: Iterable[Patch]) -> tuple[str, ...]:
    """Apply some patches, each wholly or not at all; return a sentence for each that did not fit."""
    sentences = map(_fit, patches)
    return tuple(filter(None, sentences))


def must(holds: bool) -> None:
    """Misfit where something does not hold that a patch builds on."""
    if not holds:
        raise Misfit


def _fit(patch: Patch) -> str:
    replaced = Replaced()
    try:
        patch.apply(replaced)
    except Exception:  # Of another version anything may be missing, or mean something else.
        from importlib import metadata

        replaced.take_back()
        found = metadata.version(patch.package)
        return f"本机的 {patch.package}（{found}）不合本程序（按 {patch.version} 做的）：{patch.without}。"
    return ""
