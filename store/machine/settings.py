"""Settings: what the clerk may choose, from one TOML file; what it does not say keeps its default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.machine.entries import Entries, Entry, SettingsGroup, choice, table, text, whole, words, yes_no
from store.machine.own_folders import own_folder
from store.machine.toml_section import SettingsSection, read_sections
from store.machine.view_state import HEIGHT_NAMES, RowHeight

KEPT = 20
"""Backups of a list that are kept."""
_MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The clerk's choices."""

    author: str | None = None
    """The name that changes are kept under; the system's user where none is given."""
    author_is_wrong: bool = False
    """Whether a name is given that cannot be read: no change may then be kept under another."""
    ambiguous: str = "auto"
    """Cells that the terminal gives to “…—①: 1, 2, or auto to ask it."""
    theme: str = "ink"
    """The theme of the screen."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id to the key that stands for its first one."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Word for owners to the side that it stands for in the notices of this user's bureau."""
    rows: RowHeight = "whole"
    """How much of a row's text is shown of a list that is opened here for the first time."""
    ask_basis: bool = False
    """Whether an edit of a responsibility at the screen is asked for its basis (依据)."""
    today: str = "daily"
    """Whether what is to be seen to opens by itself: once a day, or never."""
    backups_kept: int = KEPT
    backup_folder: Path | None = None
    """Where backups go; beside each list where none is named."""
    passphrase: str = ""
    """What exchange files are signed with, and must be signed with; empty for none."""
    checks: SettingsSection = field(default_factory=lambda: SettingsSection("checks"))
    """What is said of the checks, as written: `store.checks.settings` knows what may stand there."""
    paper: SettingsSection = field(default_factory=lambda: SettingsSection("paper"))
    """How sheets are printed, as written: `tui.paper.setup` knows what may stand there."""
    notices: tuple[str, ...] = field(default=(), compare=False)
    """A sentence for each entry that is wrong and was not taken."""


def _folder(value: object) -> Path | None:
    """Take a folder that is the same one wherever the program is started; none for no words."""
    written = text(value)
    try:
        folder = Path(written).expanduser()
    except RuntimeError as no_such_user:  # ~ of a user that there is not
        raise ValueError from no_such_user
    if written and not folder.is_absolute():
        raise ValueError
    return folder if written else None


GENERAL = SettingsGroup(
    "一般",
    "",
    "署名、配色和终端。",
    {
        "author": words("署名", "变更记在谁的名下", unsaid="用系统的用户名", example="王小明"),
        "theme": choice(
            "配色",
            "屏幕的颜色",
            {"ink": "墨（深色）", "paper": "纸（浅色）", "contrast": "高对比", "terminal": "终端十六色"},
            "ink",
        ),
        "rows": choice(
            "行高",
            "第一次打开一份清单时，每行显示多少文字；以后按 Ctrl+W 各自改",
            HEIGHT_NAMES,
            "whole",
        ),
        "ambiguous": choice(
            "符号宽度",
            "“…—①等符号在此终端占几格；看着不齐时再改",
            {"auto": "自动探测", "1": "一格", "2": "两格"},
            "auto",
            at_once=False,
        ),
        "today": choice(
            "今日",
            "打开清单时，有逾期、临近、未报、待销号的，先看今日要办的",
            {"daily": "一天一次", "never": "不自动打开"},
            "daily",
        ),
        "ask_basis": yes_no(
            "改责任时问依据", "改责任单位或分管领导后是否问依据（可不填）；菜单“依据”可一次设好", "问", "不问"
        ),
    },
)
BACKUP = SettingsGroup(
    "备份",
    "backup",
    "打开清单时和此后每小时（有改动才）存一份，旧的自动减少：当天全留，此前一天一份，一个月前一月一份。",
    {
        "keep": whole("份数", "最多留几份", 1, _MOST_KEPT, KEPT),
        "folder": Entry(
            _folder,
            "完整的路径，如 D:/要点备份",
            "存到",
            "备份存到哪个文件夹；请写完整的路径",
            unsaid="清单旁边的“清单名.备份”",
            example="D:/要点备份",
        ),
    },
)
EXCHANGE = SettingsGroup(
    "交换",
    "exchange",
    "两台电脑用 U 盘交换变更。",
    {
        "passphrase": words(
            "交换口令",
            "交换文件用它校验；两边要写同一个口令，不写则不用",
            unsaid="不用口令",
            example="春风十里",
        )
    },
)
KEYS = SettingsGroup(
    "按键",
    "keys",
    "命令 = 键。在程序里改更方便：命令的名称会写好，冲突会说明。",
    {"*": Entry(text, "键，写在引号里", "键", "命令的第一个键", example={"find": "f8", "turn_view": "f3"})},
)
WORDS = SettingsGroup(
    "本局的写法",
    "words",
    "责任字样 = 读作哪一方。在导入预览里记住的写法列在这里，以后的通知照此读。",
    {
        "*": choice(
            "责任字样",
            "通知里的这个字样读作哪一方",
            {"lead": "牵头", "participant": "责任", "none": "不是责任单位"},
            "",
            unsaid="按通常的读法",
            example={"指导部门": "participant"},
        )
    },
)
_ENTRIES: Entries = {
    **GENERAL.whole_keys,
    **BACKUP.whole_keys,
    **EXCHANGE.whole_keys,
    **KEYS.whole_keys,
    **WORDS.whole_keys,
    "checks": Entry(table),
    "paper": Entry(table),
}
_NAMES = {
    "author": "author",
    "ambiguous": "ambiguous",
    "theme": "theme",
    "rows": "rows",
    "today": "today",
    "ask_basis": "ask_basis",
    "backup.keep": "backups_kept",
    "backup.folder": "backup_folder",
    "exchange.passphrase": "passphrase",
}
"""Dotted key to the field of `Settings` that has its value."""
_OF_KEYS, _OF_WORDS = "keys.", "words."


def settings_path() -> Path:
    """Return where the settings of this user lie."""
    return own_folder("config") / "settings.toml"


def load_settings(path: Path | None = None) -> Settings:
    """Return the settings of a file, the user's own by default; `notices` says what is wrong in it."""
    whole, unread = read_sections(path or settings_path())
    values, wrong = whole.taken(_ENTRIES)
    chosen = {name: values[key] for key, name in _NAMES.items() if key in values}
    keys, words = _below(_OF_KEYS, values), _below(_OF_WORDS, values)
    checks = whole.section("checks")
    paper = whole.section("paper")
    notices = (*unread, *wrong)
    is_said = "author" in whole.said or not whole.unread.isdisjoint(("author", "*"))
    chosen["author_is_wrong"] = is_said and "author" not in values
    return Settings(**chosen, keys=keys, words=words, checks=checks, paper=paper, notices=notices)


def _below(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a table by the names that they have in it."""
    return {key.removeprefix(table): values[key] for key in values if key.startswith(table)}
