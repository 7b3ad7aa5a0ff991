"""A question with few answers in a line, none of which is chosen until an arrow was pressed.

Enter typed ahead, or pressed twice by habit, thus never answers it.
"""

from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

_KEYS = "← → 选一项，Enter 确定，Esc 不改"


@dataclass(frozen=True, slots=True)
class Why:
    """An answer: what it stands for, its word, and what comes of it."""

    value: str
    word: str
    hint: str


@dataclass(frozen=True, slots=True)
class WhyAsked:
    """A question and its answers."""

    words: str
    answers: tuple[Why, ...]


class WhyLine(Static):
    """Shows the question, its answers and what the chosen one does."""

    def __init__(self) -> None:
        """Ask nothing."""
        super().__init__()
        self._asked: WhyAsked | None = None
        self._chosen: int | None = None
        self.display = False

    def ask(self, asked: WhyAsked | None) -> None:
        """Ask, with no answer chosen; or ask nothing."""
        self._asked = asked
        self._chosen = None
        self.display = asked is not None
        self._show()

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer."""
        return self._asked is not None

    @property
    def answer(self) -> str | None:
        """What the chosen answer stands for; none before one was chosen."""
        if self._asked is None or self._chosen is None:
            return None
        return self._asked.answers[self._chosen].value

    def step(self, step: int) -> None:
        """Choose the next answer or the one before; at first the first or the last."""
        if self._asked is None:
            return
        last = len(self._asked.answers) - 1
        if self._chosen is None:
            self._chosen = 0 if step > 0 else last
        else:
            self._chosen = min(max(self._chosen + step, 0), last)
        self._show()

    def _show(self) -> None:
        if self._asked is None:
            self.update("")
            return
        words: list[Content | tuple[str, str]] = [Content(f"{self._asked.words}\n")]
        for number, answer in enumerate(self._asked.answers):
            words.append((f" {answer.word} ", "reverse" if number == self._chosen else ""))
            words.append(Content(" "))
        hint = _KEYS if self._chosen is None else self._asked.answers[self._chosen].hint
        self.update(Content.assemble(*words, Content(f"\n{hint}")))
