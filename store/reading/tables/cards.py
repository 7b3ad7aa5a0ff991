"""Tables that are a card each (项目名称 | 水源工程; 责任单位 | 县水利局), turned into header and row."""

from collections.abc import Iterator, Sequence

from store.reading.signs.columns import columns_of, field_of
from store.reading.signs.lines import SourceLine, folded, span, unpadded

_FEWEST_LABELS = 4
_LONGEST_LABEL = 10

_Pairs = list[tuple[str, str]]


def cards_turned(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, each card of a document as a header and a row."""
    turned: list[SourceLine] = []
    index = 0
    while index < len(lines):
        end = index + 1
        if lines[index].cells and (not index or lines[index - 1].table != lines[index].table):
            while end < len(lines) and lines[end].table == lines[index].table:
                end += 1
            turned += _turned(lines[index:end])
        else:
            turned.append(lines[index])
        index = end
    return turned


def _turned(rows: Sequence[SourceLine]) -> Sequence[SourceLine]:
    """Return the rows of a table as those of cards; as they are where it holds none."""
    cards = list(_cards(rows))
    headed = [bool(_heads(card)) for card in cards]
    if not cards or not all(headed):
        return rows
    return [line for card in cards for line in _laid_out(card)]


def _cards(rows: Sequence[SourceLine]) -> Iterator[list[tuple[SourceLine, _Pairs]]]:
    """Give the cards of a table, each with its rows' labels and values; a label comes again on the next.

    There are none where a row is anything but labels and values in turn.
    """
    found: list[list[tuple[SourceLine, _Pairs]]] = []
    for row in rows:
        pairs = _pairs(row)
        if not pairs:
            return
        seen = [label for _, own in found[-1] for label, _ in own] if found else []
        if not found or pairs[0][0] in seen:
            found.append([])
        found[-1].append((row, pairs))
    yield from found


def _pairs(row: SourceLine) -> _Pairs:
    """Return the labels and values of a row in turn; none where it is none of a card.

    A value may be blank, but for one that the cell of the label before it covers.
    """
    cells = list(row.cells)
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) % 2:
        cells.append("")
    pairs = [(unpadded(label), value) for label, value in zip(cells[::2], cells[1::2], strict=True)]
    are_labels = all(0 < len(label) <= _LONGEST_LABEL for label, _ in pairs)
    if not pairs or not are_labels or any(field_of(value) for _, value in pairs):
        return []
    return pairs


def _heads(card: Sequence[tuple[SourceLine, _Pairs]]) -> bool:
    """Tell whether the labels of a card can be the header of a task table."""
    labels = [label for _, pairs in card for label, _ in pairs]
    if len(labels) < _FEWEST_LABELS or len(set(labels)) < len(labels) or len(card) < 2:
        return False
    return columns_of(labels) is not None


def _laid_out(card: Sequence[tuple[SourceLine, _Pairs]]) -> Iterator[SourceLine]:
    """Give a card as a header and a row, which stands on all its lines."""
    pairs = [pair for _, own in card for pair in own]
    lines = [line for line, _ in card]
    first, last = span(lines)
    starts = [(0, line.number) for line in lines] if last > first else []
    labels = tuple(label for label, _ in pairs)
    values = tuple(value for _, value in pairs)
    table = lines[0].table
    yield SourceLine(first, folded(" | ".join(labels)), labels, table)
    yield SourceLine(first, " | ".join(values), values, table, tuple(starts))
