"""Chinese letters on this machine: their names for documents, their files for pdf."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.refused import Refused

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

NAMES: Mapping[str, str] = {
    "title": "方正小标宋简体",
    "strong": "黑体",
    "text": "仿宋_GB2312",
    "number": "宋体",
    "under": "楷体_GB2312",
}
"""The standard's letters (GB/T 9704-2012, 7.3: title 小标宋, levels 黑体 and 楷体, text 仿宋; 7.5: numbers
宋体).
"""

_SERIF = (
    "宋体",
    "SimSun",
    "NSimSun",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif SC",
    "AR PL UMing CN",
    "AR PL SungtiL GB",
)
_SANS = (
    "黑体",
    "SimHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "微软雅黑",
)
OWN: Mapping[str, Sequence[str]] = {
    "title": (NAMES["title"], "方正小标宋_GBK", "FZXiaoBiaoSong-B05S"),
    "strong": ("黑体", "SimHei"),
    "text": (NAMES["text"], "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong"),
    "number": ("宋体", "SimSun", "NSimSun"),
    "under": (NAMES["under"], "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti"),
}
"""The letters of the standard's kind, by their names in documents and in files."""
FALLBACKS: Mapping[str, Sequence[str]] = {
    "title": (*OWN["title"], "Noto Serif CJK SC Bold", "Source Han Serif SC Bold", *_SERIF, *_SANS),
    "strong": (*_SANS, *_SERIF),
    "text": (*OWN["text"], *_SERIF, *_SANS),
    "number": (*_SERIF, *_SANS),
    "under": (*OWN["under"], *_SERIF, *_SANS),
}
"""What each role's letters may be, the first that is there."""
_FILES = {
    "simfang.ttf": ("仿宋", 0),
    "simhei.ttf": ("黑体", 0),
    "simkai.ttf": ("楷体", 0),
    "simsun.ttc": ("宋体", 0),
    "msyh.ttc": ("微软雅黑", 0),
    "fzxbsjw.ttf": (NAMES["title"], 0),
    "仿宋_gb2312.ttf": (NAMES["text"], 0),
    "楷体_gb2312.ttf": (NAMES["under"], 0),
    "notoserifcjk-regular.ttc": ("Noto Serif CJK SC", 2),
    "notosanscjk-regular.ttc": ("Noto Sans CJK SC", 2),
    "wqy-zenhei.ttc": ("WenQuanYi Zen Hei", 0),
    "wqy-microhei.ttc": ("WenQuanYi Micro Hei", 0),
    "uming.ttc": ("AR PL UMing CN", 0),
}
"""Files known by name, small letters, and the face in them; for machines that cannot list their fonts."""
_SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
_SECONDS = 20
"""How long fontconfig may take to answer."""
_RESTRICTED = 0x2


@dataclass(frozen=True, slots=True)
class Face:
    """A file of letters, and which of its faces is meant."""

    path: Path
    number: int = 0


def face(role: str, fonts: Mapping[str, str], files: Mapping[str, str]) -> Face:
    """Return the file that a role's letters are in: the one that settings name, else the first that is there.

    Refused where there is none.
    """
    if role in files:
        return _chosen_face(Path(files[role]).expanduser())
    there = installed()
    wanted = [fonts[role]] if role in fonts else []
    wanted += FALLBACKS[role]
    known = [there[name] for name in wanted if name in there]
    for candidate in (*known, *there.values()):
        if embeddable(candidate):
            return candidate
    raise Refused(
        "这台机器没有找到中文字体，不能生成 pdf。请安装一种（如 fonts-noto-cjk），或在设置的 [paper.font_files] 写明字体文件，或改用 docx。"
    )


def _chosen_face(path: Path) -> Face:
    """Return the letters of a file that settings name; Refused where they are not to be had."""
    chosen = Face(path)
    if not path.is_file():
        raise Refused(f"设置中的字体文件“{path}”不存在，请改正 [paper.font_files]。")
    has_chinese = _said_of_chinese(chosen)
    if has_chinese is None:
        raise Refused(f"“{path.name}”不是字体文件，请在 [paper.font_files] 改正。")
    if not embeddable(chosen):
        raise Refused(f"字体“{path.name}”的授权不许嵌入文件，请在 [paper.font_files] 换一种。")
    if not has_chinese:
        raise Refused(f"字体“{path.name}”里没有汉字，请在 [paper.font_files] 换一种中文字体。")
    return chosen


@lru_cache(maxsize=1)
def installed() -> Mapping[str, Face]:
    """Return the Chinese letters of this machine, by each of their names."""
    found: dict[str, Face] = {}
    for file in _known_files():
        name, number = _FILES[file.name.lower()]
        found.setdefault(name, Face(file, number))
    for line in _fc_list(":lang=zh", "file", "index", "family", "style"):
        listed = _Listed.of(line)
        for family in listed.families:
            name = f"{family} Bold" if listed.is_bold else family
            found.setdefault(name, listed.face)
    return found


@lru_cache(maxsize=1)
def families() -> frozenset[str]:
    """Return the names of all letters of this machine, Latin ones too; none where it cannot list them."""
    names: set[str] = set()
    for line in _fc_list(":", "family"):
        names.update(line.split(","))
    return frozenset(names)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A face as fontconfig lists it."""

    face: Face
    families: tuple[str, ...]
    """Its names; none where none was asked for."""
    is_bold: bool

    @classmethod
    def of(cls, line: str) -> "_Listed":
        """Read a line: /usr/share/fonts/wqy.ttc: WenQuanYi Zen Hei,文泉驿正黑:index=0:style=Regular."""
        path, _, rest = line.partition(": ")
        families, *properties = rest.split(":")
        said: dict[str, str] = {}
        for word in (families, *properties):
            name, _, value = word.partition("=")
            said[name] = value
        face = Face(Path(path), int(said.get("index", 0)))
        is_bold = "Bold" in said.get("style", "")
        return cls(face, tuple(families.split(",")), is_bold)


def face_with(character: str) -> Face | None:
    """Return a file that has a rare character, as far as this machine can tell."""
    lines = _fc_list(f":charset={ord(character):x}", "file", "index", "style")
    for line in sorted(lines, key=lambda line: ("Regular" not in line, line)):
        candidate = _Listed.of(line).face
        if candidate.path.suffix.lower() in _SUFFIXES and embeddable(candidate):
            return candidate
    return None


@lru_cache(maxsize=256)
def embeddable(candidate: Face) -> bool:
    """Return whether a font can be read and its makers let it be embedded (OS/2 fsType, bit 1)."""
    return bool(_asked(candidate, _may_be_embedded))


@lru_cache(maxsize=64)
def _said_of_chinese(candidate: Face) -> bool | None:
    return _asked(candidate, _has_chinese)


def _may_be_embedded(font: "TTFont") -> bool:
    table: Any = font["OS/2"]
    return bool(table.fsType & 0xF != _RESTRICTED)


def _has_chinese(font: "TTFont") -> bool:
    return ord("国") in (font.getBestCmap() or {})


def _asked(candidate: Face, ask: "Callable[[TTFont], bool]") -> bool | None:
    """Return what a font answers; None for what is no font, or a broken one."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with candidate.path.open("rb") as file, TTFont(file, fontNumber=candidate.number, lazy=True) as font:
            return ask(font)
    except (OSError, TTLibError, KeyError, AssertionError):
        return None


def _folders() -> list[Path]:
    """Return where systems keep fonts."""
    folders = []
    for name, rest in (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts")):
        if name in os.environ:
            folders.append(Path(os.environ[name]) / rest)
    home = Path("~").expanduser()
    folders += [home / ".fonts", home / ".local/share/fonts"]
    return [*folders, Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]


def _can_be_entered(folder: Path) -> bool:
    """Tell whether a folder is there; below another user's home nothing is told."""
    try:
        return folder.is_dir()
    except OSError:
        return False


def _known_files() -> Iterator[Path]:
    for folder in filter(_can_be_entered, _folders()):
        for path in sorted(folder.rglob("*")):
            if path.name.lower() in _FILES:
                yield path


def _fc_list(pattern: str, *elements: str) -> list[str]:
    """Return what fontconfig lists; nothing where it is not there."""
    words = ["fc-list", pattern, *elements]
    try:
        done = subprocess.run(words, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return done.stdout.decode("utf-8", "replace").splitlines()
