"""Who answers for a point of running text: (牵头单位:…;责任单位:…), (X牵头,Y、Z配合), labelled lines, bare
brackets.
"""

import re
from dataclasses import replace

from store.reading.names.bracketed import Bracket, brackets_in, clauses_of_bracket
from store.reading.names.clauses import UNREAD, Clause, Clauses, free_clauses
from store.reading.names.labelled import first_label, glued, labelled
from store.reading.names.mentions import names_bodies
from store.reading.names.owner_lines import fields_named, owner_clauses, owners_between
from store.reading.names.owners import Known, Owners, owners_of, together
from store.reading.names.paragraphs import Paragraph, paragraphs_of
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import folded
from store.reading.signs.owner_words import STANDARD
from store.records.cells import cell_kind, cell_of
from store.records.doubts import doubt

_ENDS = " 。;,\n\uff1b\uff0c"
# 分工 市水务局、市财政局: no; 落实:市水务局、市财政局, a last line that names bodies behind an unknown word.
_LAST_LINE = re.compile(r"\n(?P<word>[^\n:]{2,10}):(?P<value>[^\n:。]{2,120})[。;]?$")
# ——市水务局、市财政局, the last line of each point.
_LINE_ALONE = re.compile(r"\n[-—–―─ ]*(?P<value>[\u4e00-\u9fff][^\n:。]{2,120})[。;]?$")

# 送戏下乡60场。——文化科牵头,区文化馆配合 | 送戏下乡60场。文化科牵头,区文化馆配合。
_LAST_CLAUSE = re.compile(
    r"(?<=[^\n—-])(?:(?P<dash>[—–-]{2}|(?<=。)[—–-])|(?<=[。!]))"
    r"(?P<owners>[\u4e00-\u9fff][^—–。\n]{1,120}。?)$",
    re.MULTILINE,
)
# 由市水务局负责, 请市水务局牵头: a sentence that gives something to somebody.
_REQUEST = re.compile("^(?:具体)?由|[请《“]")

_Parts = list[tuple[str, Owners]]
"""The parts of a point, each its text and the owners in its bracket."""


def owners_in(body: str, known: Known) -> list[tuple[str, Owners | None]]:
    """Return the parts of a point, each the text without its owners, and the owners if it names any.

    A point is one part, or several where each of its sentences ends in a bracket of its own.
    """
    body = _clauses_apart(body, known)
    opened = _opened_by_brackets(body, known)
    if opened:
        return opened
    parts, rest = _parts_with_brackets(body, known)
    apart = paragraphs_of(body, known.words)
    if apart and (apart.are_opened or not parts):
        return [_paragraph(one, known) for one in apart.all]
    if not parts:
        return [_labelled_part(body, known)]
    parts[-1] = _with_rest(*parts[-1], rest, known)
    return [(_put_right(text), owners) for text, owners in parts]


def _clauses_apart(body: str, known: Known) -> str:
    """Return a point with the owners behind the last dash or full stop of its lines on lines of their own."""

    def apart(found: "re.Match[str]") -> str:
        owners = found["owners"]
        is_owners = _names_owners_alone(owners, known) if found["dash"] else _says_owners(owners, known)
        return f"\n{owners}" if is_owners else found.group()

    return _LAST_CLAUSE.sub(apart, body)


def _names_owners_alone(text: str, known: Known) -> bool:
    units = units_in(text.strip(_ENDS), known.units)
    are_units = bool(units) and "的" not in text and all(map(looks_like_unit, units))
    return are_units or bool(fields_named(text, known.words))


def _says_owners(sentence: str, known: Known) -> bool:
    """Tell whether a sentence only says who answers: 市水务局牵头,市财政局配合; a request says more."""
    clauses = owner_clauses(sentence, known.words)
    is_request = _REQUEST.search(sentence)
    return bool(clauses) and not is_request and all(map(_names_units_alone, clauses))


def _paragraph(one: Paragraph, known: Known) -> tuple[str, Owners | None]:
    """Return the text of a paragraph and its owners; in question where those above may be its own."""
    parts, rest = _parts_with_brackets(one.body, known)
    text, owners = _with_rest(*parts[-1], rest, known) if parts else _labelled_part(one.body, known)
    if one.asked and owners is None:
        owners = Owners(doubts=(owners_between(one.asked),))
    return text, owners


def _parts_with_brackets(body: str, known: Known, *, all_bare: bool = False) -> tuple[_Parts, str]:
    """Return the parts of a point that end in owners' brackets, and the text behind the last.

    Beside them a bracket of units alone parts as well, with a question; where all are bare, on request.
    """
    parts: _Parts = []
    end = 0
    any_sure = all_bare
    for bracket in brackets_in(body):
        clauses = _clauses_in_bracket(bracket, known)
        any_sure |= bool(clauses)
        is_bare = not clauses and bracket.ends_sentence
        clauses = bracket.bare_units(known) if is_bare else clauses
        if not clauses:
            continue
        owners = owners_of(clauses, known, apart=bracket.stands_apart)
        owners = _asked_if_bare(owners, bracket, known) if is_bare else owners
        text = body[end : bracket.start]
        if parts and not text.strip(" 。;\n"):
            before, others = parts[-1]
            parts[-1] = (before, together(others, owners))
        else:
            parts.append((text, owners))
        end = bracket.end
    return (parts, body[end:]) if any_sure else ([], body)


def _opened_by_brackets(body: str, known: Known) -> list[tuple[str, Owners | None]]:
    """Return the parts of a point that begins with its owners' bracket: (市水务局牵头)清理河道."""
    found: list[tuple[Bracket, Clauses]] = []
    for bracket in brackets_in(body):
        clauses = clauses_of_bracket(bracket.inner, known)
        if any(cell_of(clause.field) for clause in clauses):
            found.append((bracket, clauses))
    if not found or body[: found[0][0].start].strip() or found[-1][0].is_last:
        return []
    ends = [*(bracket.start for bracket, _ in found[1:]), len(body)]
    parts: list[tuple[str, Owners | None]] = []
    for (bracket, clauses), end in zip(found, ends, strict=True):
        text, owners = _with_rest("", owners_of(clauses, known), body[bracket.end : end], known)
        parts.append((text, owners))
    return parts


def _clauses_in_bracket(bracket: Bracket, known: Known) -> Clauses:
    """Return what a bracket says of owners: it is labelled, or stands where owners do."""
    if bracket.ends_clause or first_label(bracket.inner, known.words) is not None:
        return clauses_of_bracket(bracket.inner, known)
    return []


def _with_rest(text: str, owners: Owners, rest: str, known: Known) -> tuple[str, Owners]:
    """Return the last part with the text behind its bracket, and the owners that labels there name."""
    before, found = _from_first_label(rest, known)
    if found is None:
        return _put_right(text + rest), owners
    clauses, left = found
    whole = f"{text}{before}{left}"
    return _put_right(whole), together(owners, owners_of(clauses, known))


def _from_first_label(text: str, known: Known) -> tuple[str, tuple[Clauses, str] | None]:
    """Return what stands before the first label of a text, and what is labelled from there on."""
    first = first_label(text, known.words)
    if first is None:
        return text, None
    return text[:first], labelled(text[first:], known.words)


def _labelled_part(body: str, known: Known) -> tuple[str, Owners | None]:
    """Return a point without brackets of owners: its text, and the owners that labelled lines name."""
    before, found = _from_first_label(body, known)
    if found is None:
        return _last_line(body, known)
    clauses, left = found
    text = f"{before}\n{left}"
    return text.strip(), owners_of(clauses, known)


def _last_line(body: str, known: Known) -> tuple[str, Owners | None]:
    """Return a point and the owners that its last line names without a label: 市水务局牵头,市财政局配合。"""
    text, stop, line = body.rstrip().rpartition("\n")
    line = line.strip(_ENDS) if stop else ""
    clauses = free_clauses(line, known.words)
    if not all(map(_names_units_alone, clauses)):
        clauses = []
    clauses = clauses or glued(line, known.words)
    return (text.rstrip(), owners_of(clauses, known)) if clauses else (body, None)


def _names_units_alone(clause: Clause) -> bool:
    """Tell whether a clause names units by their looks: 经济管理 names nobody who 管理."""
    if clause.field == "deadline":
        return True
    if cell_kind(clause.field) != "units" or (clause.word and STANDARD.side_of(clause.word) is None):
        return False
    units = units_in(clause.value)
    return bool(units) and all(map(looks_like_unit, units))


def loose_owners(body: str, known: Known) -> list[tuple[str, Owners | None]]:
    """Return the parts of a point, and what a bracket or line at the end of each says of bodies alone.

    Units (市科技局、市财政局) take part unless the first leads by the notice's declaration; what names
    bodies and is not understood stays in the text and is asked about.
    """
    body = _clauses_apart(body, known)
    parts, rest = _parts_with_brackets(body, known, all_bare=True)
    if parts and (len(parts) > 1 or not rest.strip(_ENDS)):
        text, owners = parts[-1]
        parts[-1] = (text + rest, owners)
        return [(_put_right(text), owners) for text, owners in parts]
    brackets = list(brackets_in(body))
    asked = [bracket.inner.strip() for bracket in brackets if bracket.names_owners(known)]
    asked += _lines_asked_about(body, known)
    clauses = [Clause(UNREAD, printed) for printed in asked]
    return [(body, owners_of(clauses, known) if clauses else None)]


def _lines_asked_about(body: str, known: Known) -> list[str]:
    """Return the last line of a point where it names bodies alone, or behind a word that is not known."""
    alone = _LINE_ALONE.search(folded(body))
    if alone and all(map(looks_like_unit, units_in(alone["value"], known.units))):
        return [body[alone.start("value") :]]
    line = _LAST_LINE.search(folded(body))
    if line is None or known.words.side_of(line["word"]) == "none":
        return []
    return [body[line.start("word") :]] if names_bodies(line["value"], known.units) else []


def _asked_if_bare(owners: Owners, bracket: Bracket, known: Known) -> Owners:
    """Ask about units alone in a bracket, unless the notice or a note says who of them leads."""
    if known.declared or owners.words:
        return owners
    asked = doubt("participant", "bare_bracket", bracket.inner.strip())
    return replace(owners, doubts=(*owners.doubts, asked))


def _put_right(text: str) -> str:
    """Return a text without the full stop that stood behind its bracket, where one stands before it."""
    return re.sub(r"(?<=[。!])[。;]$", "", text.strip().lstrip("。;,、")).strip()
