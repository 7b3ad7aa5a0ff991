"""What acts leave in the file beside the list: settled pairs, plans, acceptances, prints, templates."""

from dataclasses import dataclass
from typing import ClassVar

from store.records.keys import key_made_of
from store.records.record import Record


@dataclass(frozen=True, slots=True)
class Pair(Record):
    """A unit and its leader in charge as the bureau has settled it (分管); it outranks what the rows
    imply.
    """

    TABLE: ClassVar[str] = "portfolio"
    LATER: ClassVar[tuple[str, ...]] = ("until", "witness")

    unit: str = ""
    leader: str = ""
    """Key of the person."""
    since: str | None = None
    """Day it took effect, ISO; none where it is not said."""
    basis: str = ""
    from_leader: str | None = None
    """Key of the person who handed the unit over; none where no one did."""
    until: str | None = None
    """Day it ended, ISO, when the unit passed to another; none while it is in force."""
    witness: str = ""
    """Name of who witnessed the handover (监交人); empty where it is not said."""


@dataclass(frozen=True, slots=True)
class Plan(Record):
    """A handover dated ahead (预定), which waits for its day and for the clerk's yes."""

    TABLE: ClassVar[str] = "plans"
    LATER: ClassVar[tuple[str, ...]] = ("witness",)

    effective_on: str = ""
    """ISO."""
    from_leader: str = ""
    to_leader: str = ""
    units: tuple[str, ...] = ()
    """Keys of the units that pass over."""
    basis: str = ""
    answers: tuple[str, ...] = ()
    """Answers to the questions of its preview, each `row key:side:keep` or `row key:side:drop`."""
    witness: str = ""
    """Name of who is to witness it (监交人)."""


@dataclass(frozen=True, slots=True)
class Acceptance(Record):
    """A finding that the clerk accepts with a reason.

    It stands only while the finding's facts are the same.
    """

    TABLE: ClassVar[str] = "acceptances"

    code: str = ""
    """The check's id, C01 and on."""
    subject: str = ""
    """What the finding is about: keys of records, or words."""
    facts: str = ""
    """What the finding stood on when it was accepted, in one comparable text."""
    reason: str = ""
    by: str = ""
    at: str = ""
    """ISO with zone."""


@dataclass(frozen=True, slots=True)
class Print(Record):
    """That a sheet was printed: which, for whom, when, and as of which change."""

    TABLE: ClassVar[str] = "prints"
    LATER: ClassVar[tuple[str, ...]] = ("heads", "base")

    sheet: str = ""
    subjects: tuple[str, ...] = ()
    """Keys of the units or people it was for; none for the whole list."""
    format: str = ""
    at: str = ""
    """ISO with zone."""
    change: str = ""
    """Id of the last change that the sheet shows."""
    heads: tuple[str, ...] = ()
    """Hashes of the changes that it shows with all that they had seen; none in prints of before."""
    base: str = ""
    """On what statistics stood, so that they can be printed again: unit:2021-10:2021-10-31; else empty."""


@dataclass(frozen=True, slots=True)
class Template(Record):
    """The bureau's own words and page for paper (打印模板), which travel with the list."""

    TABLE: ClassVar[str] = "templates"

    name: str = ""
    """As it is chosen by; no two have one name."""
    text: str = ""
    """TOML, as a person wrote it: `tui.paper.words` says what may stand in it."""


def template_key(name: str) -> str:
    """Return the key of a template: two desks that keep one under a name make one record."""
    return key_made_of(Template.TABLE, name)


def acceptance_key(code: str, subject: str) -> str:
    """Return the key of the acceptance of a finding: two desks that accept it make one record."""
    return key_made_of(Acceptance.TABLE, code, subject)


def pair_key(unit: str, before: int) -> str:
    """Return the key of the pair of a unit that had so many before: two desks make one record of it."""
    return key_made_of(Pair.TABLE, unit, str(before))
