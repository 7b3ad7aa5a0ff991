"""Reading a whole notice otherwise: which side a word for owners stands for, and what a role is called."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Literal

from textual.screen import Screen

from store.importing.draft import Draft
from store.importing.made import SIDE_WORDS, Made
from store.importing.own_words import forget_word, keep_word, kept_words, said_otherwise
from store.progress import Cancelled, Progress
from store.reading.result import OwnerWord
from store.reading.signs.owner_words import OwnerWords, WordSide
from store.refused import Refused
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.progress import LongWork
from tui.screen.dialogs.text import TextDialog
from tui.terminal.at_work import Work

_Chosen = WordSide | Literal["usual", "keep", "forget"]
_ABOUT: dict[WordSide, str] = {
    "lead": "其后的单位作牵头单位",
    "participant": "其后的单位作责任单位",
    "none": "其后的单位与任务无关",
}


class ReadingOtherwise:
    """The dialogs for a word and for a role; `then` is told what came of it."""

    def __init__(self, screen: Screen[Any], work: Work, draft: Draft, then: Callable[[str], None]) -> None:
        """Take the screen that they lie over, its work, the draft, and whom to tell."""
        self._screen = screen
        self._work = work
        self._draft = draft
        self._then = then

    # ------------------------------------------------------------------ a word for owners

    def ask_side(self, word: str) -> None:
        """Ask which side a word stands for, in the whole notice and maybe in those to come."""
        title = f"“{word}”读作哪一方（整份通知一并改）"
        choices = list(self._choices(word))
        dialog = ChooseDialog(title, by_names(choices), placeholder="选一种读法")
        self._screen.app.push_screen(dialog, partial(self._side_chosen, word))

    def _choices(self, word: str) -> Iterator[Choice[_Chosen]]:
        met = self._met(word)
        said = dict(self._draft.reading.words.said).get(word)
        for side, about in _ABOUT.items():
            now = "现在的读法" if met and met.side == side else ""
            yield Choice(side, SIDE_WORDS[side], about=about, right=now)
        kept = kept_words().get(word)
        if said and kept != said:
            yield Choice("keep", "记住本局的写法", about=f"以后的通知也读作{SIDE_WORDS[said]}")
        if kept:
            yield Choice("forget", "不再记住", about=f"以后的通知不再读作{SIDE_WORDS[kept]}")
        if said:
            yield Choice("usual", "按通常的读法", about="不另作说明")

    def _met(self, word: str) -> OwnerWord | None:
        return next((one for one in self._draft.reading.owner_words if one.word == word), None)

    def _side_chosen(self, word: str, chosen: _Chosen | None) -> None:
        match chosen:
            case None:
                return
            case "keep" | "forget":
                self._then(self._remember(word, keep=chosen == "keep"))
            case "usual":
                self._begin(word, None)
            case _:
                self._begin(word, chosen)

    def _remember(self, word: str, *, keep: bool) -> str:
        try:
            if not keep:
                forget_word(word)
                return f"不再记住“{word}”的写法。"
            side = dict(self._draft.reading.words.said)[word]
            keep_word(word, side)
        except Refused as refusal:
            return str(refusal)
        return f"已记住：以后的通知中“{word}”读作{SIDE_WORDS[side]}；在“设置”里可改、可去掉。"

    def _begin(self, word: str, side: WordSide | None) -> None:
        words = said_otherwise(self._draft.reading.words, word, side)
        self._work.begin()
        self._screen.run_worker(self._read(word, words))

    async def _read(self, word: str, words: OwnerWords) -> None:
        """Read the notice again beside the keys, which wait for it."""

        def read(progress: Progress) -> str:
            rows = self._draft.take_reading(self._draft.read_with(words, progress))
            met = self._met(word)
            now: WordSide | None = met.side if met else "none"
            return f"“{word}”读作{SIDE_WORDS[now]}，{rows} 行随之改变；Ctrl+Z 撤回，在此按回车可记住。"

        try:
            said = await LongWork(read).result(self._screen.app, "正在按新的读法重读")
        except Cancelled:
            said = "已停止，读法没有改。"
        finally:
            self._work.end()
        self._then(said)

    # ------------------------------------------------------------------ a role of the roster

    def ask_role(self, made: Made) -> None:
        """Ask what a role is called; all who stand under it follow."""
        role = made.key.strip()

        def given(words: str | None) -> None:
            if words is not None and words.strip() != role:
                count = self._draft.call_role(role, words.strip())
                self._then(f"{count} 人的角色改为“{words.strip()}”；Ctrl+Z 撤回。")

        title = f"角色“{made.before}”改为（{made.label}）"
        self._screen.app.push_screen(TextDialog(title, role), given)
