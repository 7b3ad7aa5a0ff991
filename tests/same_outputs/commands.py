"""The commands that are compared: on a list that is there, on paper, and on a notice that becomes a list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tests.same_outputs.sides import Job

SHEETS = ("list", "unit", "leader", "matrix", "roster", "changes", "summary")
FORMATS = {"docx": "docx", "pdf": "pdf", "xlsx": "xlsx", "html": "html", "text": "txt"}
_PARTS = ("tasks", "roster", "points", "units", "portfolio", "lists", "history")
_BY = ("unit", "leader")
_AS_OF = ("roster", "units", "portfolio", "matrix")

Ask = Callable[..., list[dict[str, str]]]
"""Asks the old program for a JSON value by words."""


@dataclass(frozen=True)
class Facts:
    """What a list holds, so that each of it can be asked for."""

    rows: tuple[str, ...]
    units: tuple[str, ...]
    people: tuple[str, ...]
    moments: tuple[str, ...]

    @classmethod
    def of(cls, ask: Ask, where: Sequence[str]) -> "Facts":
        """Ask the old program."""
        return cls(
            tuple(row["row"] for row in ask("show", "tasks", *where)),
            tuple(unit["full_name"] for unit in ask("show", "units", *where)),
            tuple(dict.fromkeys(entry["name"] for entry in ask("show", "roster", *where))),
            tuple(dict.fromkeys(change["at"] for change in ask("show", "history", *where))),
        )


def of_file(path: str) -> Iterator[Job]:
    """What is asked of a file as a whole."""
    for words in (("verify", path), ("repair", path), ("backups", "-f", path), ("plans", "-f", path)):
        yield Job(words)
        yield Job((*words, "--json"))


def of_list(where: Sequence[str], facts: Facts) -> Iterator[Job]:
    """What is asked of one list of a file, as lines and as JSON."""
    for words in _asked(facts):
        yield Job((*words, *where))
        yield Job((*words, *where, "--json"))


def _of_new() -> Iterator[tuple[str, ...]]:
    yield from (("show", part) for part in _PARTS)
    yield from (("show", "matrix", "--by", by) for by in _BY)
    yield from (("check",), ("questions",))


def _asked(facts: Facts) -> Iterator[tuple[str, ...]]:
    yield from (("show", part) for part in _PARTS)
    yield from (("show", "matrix", "--by", by) for by in _BY)
    yield from (("show", "unit", name) for name in (*facts.units, "查无此处"))
    yield from (("show", "leader", name) for name in (*facts.people, "查无此人"))
    yield from (("show", "history", "--row", row) for row in facts.rows)
    yield ("show", "history", "--since", "2021-5-1")
    yield from (("show", "tasks", "--as-of", moment) for moment in facts.moments)
    yield from (("show", part, "--as-of", facts.moments[0]) for part in _AS_OF)
    yield ("check",)
    yield ("check", "--only", "C02,C14")
    yield ("questions",)


def prints(where: Sequence[str], name: str) -> Iterator[Job]:
    """Every sheet in every format, and the options of printing; each leaves a record in the list."""
    for sheet, form in product(SHEETS, FORMATS):
        yield _print(f"{name}-{sheet}", form, (*where, "--sheet", sheet))
    yield _print(f"{name}-since", "html", (*where, "--sheet", "changes", "--since", "last-print"))
    yield _print(f"{name}-gb", "text", (*where, "--encoding", "gb18030"))
    yield Job(("show", "history", *where, "--json"), own_keys=True)


def _print(name: str, form: str, more: Sequence[str]) -> Job:
    target = f"{name}.{FORMATS[form]}"
    return Job(("print", "--format", form, "-o", target, *more), (target,))


def of_notice(notice: str, name: str) -> Iterator[Job]:
    """What is read in a notice, and the list that it becomes, asked about and printed."""
    yield Job(("read", notice, "--json"))
    yield Job(("read", notice))
    listed = f"{name}.json"
    yield Job(("import", notice, "-o", listed), own_keys=True)
    where = ("-f", listed)
    yield from (Job((*words, *where, "--json"), own_keys=True) for words in _of_new())
    yield from (_print(name, form, where) for form in FORMATS)
    yield Job(("verify", listed))
