"""Paragraphs of a point that each have lines of owners (责任单位:甲局 under or over each), told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.reading.names.owner_lines import fields_named
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import folded
from store.reading.signs.owner_words import OwnerWords

_LONGEST_HEADING = 50


@dataclass(slots=True)
class Paragraph:
    """A text and the lines of owners that speak of it."""

    texts: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    asked: str = ""
    """The line of owners of which it is open whether it speaks of this text."""

    @property
    def body(self) -> str:
        """The text with its owners behind it."""
        return "\n".join([*self.texts, *self.owners])


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a point, and whether their owners stand over them."""

    all: Sequence[Paragraph]
    are_opened: bool


def paragraphs_of(body: str, words: OwnerWords) -> Paragraphs | None:
    """Return the paragraphs of a point that name the same anew; none where its owners stand together.

    Owners right under a heading, with none behind the last paragraph, stand over theirs.
    """
    found = _grouped(body.split("\n"), words)
    if not _come_again(found, words):
        return None
    last = found[-1]
    if last.owners or not _is_heading(found[0]):
        if not last.owners:
            last.asked = " ".join(found[-2].owners)
        return Paragraphs(found, are_opened=False)
    heading, *others = found
    owners = [one.owners for one in found]
    opened = [Paragraph(one.texts, over) for one, over in zip(others, owners, strict=False)]
    opened[0].texts = [*heading.texts, *opened[0].texts]
    return Paragraphs(opened, are_opened=True)


def _grouped(lines: Iterable[str], words: OwnerWords) -> list[Paragraph]:
    """Return texts each with the lines of owners behind it; other labels stand with what is before them."""
    found = [Paragraph()]
    for line in lines:
        if fields_named(line, words):
            found[-1].owners.append(line)
        elif not found[-1].owners:
            found[-1].texts.append(line)
        elif LABEL.match(folded(line)):
            found[-1].owners.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def _come_again(found: Iterable[Paragraph], words: OwnerWords) -> bool:
    """Tell whether one paragraph names owners of a kind that one before it names as well."""
    seen: set[str] = set()
    for one in found:
        named: set[str] = set()
        for line in one.owners:
            named |= fields_named(line, words)
        if named & seen - {"deadline"}:
            return True
        seen |= named
    return False


def _is_heading(first: Paragraph) -> bool:
    """Tell whether nothing but a heading, if that, stands over the first lines of owners."""
    if not first.texts:
        return True
    return len(first.texts) == 1 and len(first.texts[0]) <= _LONGEST_HEADING and "。" not in first.texts[0]
