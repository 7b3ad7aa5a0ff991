"""What a terminal shows, as pyte draws it; a wide character never leaves a half behind."""

import unicodedata
from collections.abc import Callable

import pyte
from pyte import modes
from wcwidth import wcwidth

SYNCHRONIZED = 2026
_KNOWN_MODES = {1, 7, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, SYNCHRONIZED}


class Screen(pyte.Screen):
    """A pyte screen that keeps wide characters whole and answers what programs ask at the start."""

    def __init__(self, columns: int, lines: int, ambiguous: int, answer: Callable[[str], None]) -> None:
        """Its size, the cells that it gives to characters of East Asian class A, and who hears its
        answers.
        """
        self._ambiguous = ambiguous
        self._answer = answer
        self.overflows = 0
        """How often the end of a line had no room for a character: it was drawn over the last."""
        super().__init__(columns, lines)

    def write_process_input(self, data: str) -> None:
        """Answer the program."""
        self._answer(data)

    def draw(self, data: str) -> None:
        """Draw each character in as many cells as the terminal gives it."""
        for character in data:
            width = self._width(character)
            if width > 0:
                self._draw_whole(character, width)
            elif unicodedata.combining(character):
                super().draw(character)
            # pyte would drop all that follows another sign without width.

    def _width(self, character: str) -> int:
        is_ambiguous = unicodedata.east_asian_width(character) == "A"
        return self._ambiguous if is_ambiguous else wcwidth(character)

    def _draw_whole(self, character: str, width: int) -> None:
        if self.cursor.x + width > self.columns:
            self._leave_the_line(width)
        x, y = self.cursor.x, self.cursor.y
        self._free(x, y)
        self._free(x + width - 1, y)
        for offset in range(width):
            data = "" if offset else character
            self.buffer[y][x + offset] = self.cursor.attrs._replace(data=data)
        self.cursor.x = x + width

    def _leave_the_line(self, width: int) -> None:
        if modes.DECAWM in self.mode:
            self.carriage_return()
            self.linefeed()
        else:
            self.overflows += 1
            self.cursor.x = self.columns - width

    def _free(self, x: int, y: int) -> None:
        """Blank the other half of a wide character that one of its cells is taken from."""
        line = self.buffer[y]
        if line[x].data == "":
            line[x - 1] = line[x - 1]._replace(data=" ")
        elif x + 1 < self.columns and line[x + 1].data == "":
            line[x + 1] = line[x + 1]._replace(data=" ")

    def report_device_status(self, mode: int = 0, **_: bool) -> None:
        """Say where the cursor is."""
        if mode == 6:
            column = min(self.cursor.x + 1, self.columns)
            self.write_process_input(f"\x1b[{self.cursor.y + 1};{column}R")

    def set_mode(self, *numbers: int, **kwargs: bool) -> None:
        """Show an empty screen where the program takes the other one."""
        super().set_mode(*numbers, **kwargs)
        if 1049 in numbers:
            self.erase_in_display(2)

    def reset_mode(self, *numbers: int, **kwargs: bool) -> None:
        """Show an empty screen where the program gives the other one back: what stood there is not kept."""
        super().reset_mode(*numbers, **kwargs)
        if 1049 in numbers:
            self.erase_in_display(2)
            self.cursor_position()

    def has_mode(self, number: int) -> bool:
        """Say whether a private mode is on."""
        return number << 5 in self.mode

    def report_mode(self, private: str, number: int) -> None:
        """Answer what state a mode is in: 0 for one that is not known."""
        state = 0
        if private and number in _KNOWN_MODES:
            state = 1 if self.has_mode(number) else 2
        self.write_process_input(f"\x1b[{private}{number};{state}$y")

    def cells(self, y: int) -> list[str]:
        """The cells of a row; the second half of a wide character is empty."""
        row = self.buffer[y]
        return [row[x].data for x in range(self.columns)]
