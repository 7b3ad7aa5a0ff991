"""Letting numbers run on again, as a command and as what goes with the act that broke them."""

from store.acts.renumbering import disorder, renumbering
from store.records.changes import Change
from tui.screen.desk import Desk


class RenumberingActs:
    """Commits acts that add, move or delete, and offers to let the numbers run on behind them."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk
        self._offered: tuple[str, Change] | None = None
        """The id of the change behind which it was offered, and what was offered."""

    async def renumber(self) -> None:
        """Let all numbers of the list run on."""
        tasks = self._desk.tasks
        found = disorder(tasks)
        if found:
            await self._desk.commit(renumbering(tasks, found))
        else:
            self._desk.say("编号连续，不必重排。")

    async def commit(self, change: Change, said: str = "") -> Change | None:
        """Commit an act; where it leaves numbers out of order that were not, say by which key they run on."""
        desk = self._desk
        before = disorder(desk.tasks)
        done = await desk.commit(change, said)
        if done is None:
            return None
        found = {name: edits for name, edits in disorder(desk.tasks).items() if before.get(name) != edits}
        if found:
            self._offered = done.id, renumbering(desk.tasks, found)
            desk.saying.say_more("；编号可重排，按 Ctrl+Y")
        return done

    @property
    def is_offered(self) -> bool:
        """The last change is one behind which numbers were offered to run on."""
        return self._offered is not None and self._desk.history[-1].id == self._offered[0]

    async def take_offer(self) -> None:
        """Let the numbers run on as was offered."""
        if self._offered:
            await self._desk.commit(self._offered[1])
