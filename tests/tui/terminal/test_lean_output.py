"""Fewer bytes draw the same screen."""

import pyte
from hypothesis import given
from hypothesis import strategies as st
from pyte.screens import Char
from rich.color import ColorSystem
from rich.style import Style

from tests.vt_screen import Screen
from tui.terminal.lean_output import lean

SIZE = (24, 6)

colours = st.sampled_from([None, "#e4e1da", "#9aa2b0", "red", "bright_black", "color(17)", "default"])
ways = st.booleans() | st.none()
styles = st.builds(
    Style, color=colours, bgcolor=colours, bold=ways, dim=ways, underline=ways, reverse=ways, italic=ways
)
texts = st.text(st.sampled_from("甲乙a 1…│"), max_size=6) | st.just("   ")
moves = st.tuples(st.integers(1, SIZE[1]), st.integers(1, SIZE[0]))
pieces = st.lists(st.tuples(moves | st.none(), texts, styles), max_size=12)
systems = st.sampled_from([ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])


def screen_of(drawn: str) -> list[list[Char]]:
    """What a person sees in a terminal: each cell with its look; of a blank that is its ground."""
    screen = Screen(*SIZE, 1, lambda _: None)
    pyte.Stream(screen).feed(drawn)
    return [[seen(screen.buffer[y][x]) for x in range(SIZE[0])] for y in range(SIZE[1])]


def seen(cell: Char) -> Char:
    if cell.data.strip() or cell.underscore or cell.reverse:
        return cell
    return Char(cell.data, bg=cell.bg)


def as_rich_writes(pieces: list[tuple[tuple[int, int] | None, str, Style]], system: ColorSystem) -> str:
    """Each piece with its whole style, at a place of its own or behind the one before."""
    drawn: list[str] = []
    for place, text, style in pieces:
        if place:
            drawn.append(f"\x1b[{place[0]};{place[1]}H")
        drawn.append(style.render(text, color_system=system))
    return "".join(drawn)


@given(pieces, systems)
def test_the_screen_is_the_same_and_the_bytes_are_no_more(
    pieces: list[tuple[tuple[int, int] | None, str, Style]], system: ColorSystem
) -> None:
    theirs = as_rich_writes(pieces, system)
    ours = lean(theirs)
    assert screen_of(f"{ours}后") == screen_of(f"{theirs}后")
    assert len(ours) <= len(theirs)


def test_what_two_pieces_share_is_said_once() -> None:
    ground = Style(color="#e4e1da", bgcolor="#2a313d")
    bold = ground + Style(bold=True)
    drawn = as_rich_writes(
        [(None, "一", ground), (None, "二", bold), (None, "三", ground)], ColorSystem.TRUECOLOR
    )
    assert lean(drawn) == "\x1b[38;2;228;225;218;48;2;42;49;61m一\x1b[1m二\x1b[22m三\x1b[0m"


def test_blanks_need_their_ground_and_moves_no_look() -> None:
    look, other = Style(color="red", bgcolor="blue"), Style(color="green", bgcolor="blue", bold=True)
    pieces = [(None, "一", look), (None, "  ", other), ((2, 1), "二", look)]
    drawn = as_rich_writes(pieces, ColorSystem.STANDARD)
    assert lean(drawn) == "\x1b[31;44m一  \x1b[2;1H二\x1b[0m"


def test_what_is_no_style_stays() -> None:
    assert lean("\x1b[?2026h\x1b[3;4H字\x1b]8;;\x1b\\") == "\x1b[?2026h\x1b[3;4H字\x1b]8;;\x1b\\"
    assert lean("") == ""
