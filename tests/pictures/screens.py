"""Pictures of screens for README and the manual: the program at work on the sample, as SVG."""

import asyncio
import os
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from textual.widgets import Input

from data import sample_notice
from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from store.machine.whereabouts import remember
from tests.keys import ENTER, F10
from tests.sample import sample_change
from tests.tui.screen.picture import picture_of
from tests.tui.screen.pilot import NARROW, WIDE, Hands, running
from tests.tui.screen.test_pictures import SCREENS, Shown, dated
from tui.screen.app import YaodianApp
from tui.terminal import patches, wrapping

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
DARK, LIGHT = "ink", "paper"
_LAID_OUT_SECONDS = 0.5
"""After this the lines that are not seen are laid out too, and scroll bars have their length."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture: its file, what is shown, and in which looks."""

    name: str
    shown: Shown
    size: tuple[int, int] = WIDE
    theme: str = DARK


LIST = SCREENS["list"]
OF_A_LIST = (
    Wanted("list", LIST),
    Wanted("list-light", LIST, theme=LIGHT),
    Wanted("list-80x24", LIST, NARROW),
    Wanted("list-80x24-light", LIST, NARROW, LIGHT),
    Wanted("crossing", SCREENS["crossing-units"]),
    Wanted("findings", SCREENS["findings"]),
    Wanted("handover", SCREENS["handover"]),
    Wanted("print", SCREENS["print"]),
    Wanted("settings", Shown((F10 + "设置" + ENTER,), "署名")),
)
START = Wanted("start", Shown((), "打开示例"))
IMPORT = Wanted("import-preview", Shown((), "将存为"))
ALL = (START, IMPORT, *OF_A_LIST)


def main() -> None:
    """Make them all, in a home of their own."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    patches.fit([wrapping.DRAWN, wrapping.EDITED])
    with tempfile.TemporaryDirectory(prefix="yd") as home:
        of_home = {"HOME": home, "XDG_STATE_HOME": f"{home}/state", "XDG_CONFIG_HOME": f"{home}/config"}
        with patch.dict(os.environ, {**of_home, "TZ": "Asia/Shanghai"}):
            time.tzset()
            os.chdir(home)
            asyncio.run(_draw_all(Path(home)))


async def _draw_all(home: Path) -> None:
    for wanted in OF_A_LIST:
        await _draw(YaodianApp(_list(home), theme=wanted.theme), wanted)
    remember(home / "示例.json", "2021年深化“放管服”改革优化营商环境重点任务清单", 9)
    await _draw(YaodianApp(theme=START.theme), START)
    Path("通知.txt").write_bytes(sample_notice())
    await _draw(YaodianApp(wanted=Path("通知.txt"), theme=IMPORT.theme), IMPORT)


def _list(home: Path) -> TaskFile:
    """The sample with two changes after its import."""
    path = home / "示例.json"
    for one in home.glob("示例*"):
        if one.is_file():
            one.unlink()
    file = TaskFile.create(path, dated(sample_change(), "02T09:00:00"))
    for row, remark, at in (("1", "每季度报送", "03T10:30:00"), ("2", "并入平台考核", "04T15:00:00")):
        task = file.tasks.task(file.tasks.rows_named(row)[0])
        file.commit(dated(set_fields(file.tasks, task, remark=remark), at))
    return file


def _constants() -> dict[str, str]:
    """What is other each time, and what is drawn for it: the same picture comes of the same screen."""
    now = datetime.now()
    minutes = {f"{one:%H:%M}": "17:38" for one in (now, now - timedelta(minutes=1))}
    return {f"{now:%Y-%m-%d}": "2021-03-31", str(Path.cwd()): "/home/clerk", **minutes}


async def _draw(app: YaodianApp, wanted: Wanted) -> None:
    async with running(app, wanted.size):
        hands = Hands(app)
        await hands.rest()
        for keys in wanted.shown.keys:
            await hands.type(keys)
        await hands.wait_for(wanted.shown.words)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await asyncio.sleep(_LAID_OUT_SECONDS)
        await hands.rest()
        drawn = picture_of(app, _constants(), exact=True)
    file = FOLDER / f"{wanted.name}.svg"
    file.write_text(drawn, encoding="utf-8")
    print(file, f"{len(drawn.encode()) // 1024} KiB")
