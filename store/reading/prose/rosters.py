"""The rosters among the lines of a text: each from its first role to the section that goes on behind it."""

from collections.abc import Sequence

from store.reading.names.entries import people_of
from store.reading.prose.roles import numbered_role_of, role_of
from store.reading.prose.roster import RosterRead, heads_group, read_roster, starts_roster
from store.reading.prose.sections_behind import follows, last_mark
from store.reading.signs.lines import SourceLine, text_at
from store.reading.signs.marks import Mark, mark_of


def rosters_apart(
    lines: Sequence[SourceLine], heading_is_group: bool = False
) -> tuple[list[RosterRead], list[SourceLine]]:
    """Return the rosters among some lines, and the lines outside them.

    The heading right over one names a group within it where others of its kind follow, or where said so.
    """
    rosters: list[RosterRead] = []
    outside: list[SourceLine] = []
    at = 0
    for start, line in enumerate(lines):
        is_further = bool(rosters) and _stands_below_sections(line) and heads_group(lines, start)
        if start < at or not (is_further or starts_roster(line, text_at(lines, start + 1))):
            continue
        end, groups, number = _end(lines, start, last_mark(lines[at:start]))
        if start > at and _depth(lines[start - 1]) >= 0 and heads_group(lines, start - 1):
            start -= heading_is_group or _depth(lines[start - 1]) in groups
        found = read_roster(lines[start:end])
        found.number = number
        if rosters and not found.members:
            continue
        outside += lines[at:start]
        rosters.append(found)
        at = end
    return rosters, [*outside, *lines[at:]]


def first_roster(lines: Sequence[SourceLine]) -> int | None:
    """Return the index of the first line of a roster, or none."""
    for index, line in enumerate(lines):
        if starts_roster(line, text_at(lines, index + 1)):
            return index
    return None


def _end(lines: Sequence[SourceLine], start: int, heading: Mark | None) -> tuple[int, list[int], Mark | None]:
    """Return the index behind a roster, where the headings of its groups stand in an outline, and the number
    of its last role that has one.
    """
    groups: list[int] = []
    number: Mark | None = None
    end = start
    while end < len(lines):
        if heads_group(lines, end):
            groups.append(_depth(lines[end]))
        elif numbered_role_of(lines[end].text, text_at(lines, end + 1)):
            number = mark_of(lines[end].text)
        elif _begins_section(lines, end, number or heading):
            break
        end += 1
    return end, groups, number


def _begins_section(lines: Sequence[SourceLine], index: int, heading: Mark | None) -> bool:
    """Tell whether a line begins a section: 二、, or (二)明确职责 where the roster stands under (一).

    A heading over people is none: (二)县直部门.
    """
    mark = mark_of(lines[index].text)
    if mark is None:
        return False
    if mark.rank < 2:
        return True
    if not follows(mark, heading) or role_of(mark.rest) or people_of(mark.rest):
        return False
    return index + 1 >= len(lines) or not people_of(lines[index + 1].text)


def _stands_below_sections(line: SourceLine) -> bool:
    """Tell whether a heading is not that of a section: (一)材料组 behind the roster of the leading group."""
    mark = mark_of(line.text)
    return mark is None or mark.rank >= 2


def _depth(line: SourceLine) -> int:
    """Return where the number of a line stands in an outline; -1 where it has none."""
    mark = mark_of(line.text)
    return mark.depth if mark else -1
