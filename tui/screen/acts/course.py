"""销号、调整: the rows under the cursor, or the marked ones, are closed, opened again or adjusted."""

from store.acts.course import CourseChange
from tui.screen.desk import Desk


class CourseActs:
    """Changes the course of rows."""

    def __init__(self, desk: Desk) -> None:
        """The desk that is worked on."""
        self._desk = desk

    async def change(self) -> None:
        """Ask what is to be done, and do it as one change, which is made beside the keys."""
        from tui.screen.acts.course_asked import course_asked
        from tui.screen.dialogs.course import CourseDialog

        desk = self._desk
        rows = desk.marks.rows
        if not rows and desk.row:
            rows = (desk.row,)
        if not rows:
            return
        asked = await desk.long_work("正在看所选的行", lambda _: course_asked(desk.tasks, rows))
        done = await desk.ask(CourseDialog(asked))
        if done is not None:
            await desk.commit(done.change, _said(done), basis_asked=True)


def _said(done: CourseChange) -> str:
    """Return what the clerk reads with the title, where something is to be told with it."""
    if not done.said:
        return ""
    return "；".join((done.change.title, *done.said))
