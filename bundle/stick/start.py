"""Run the newest bundle that lies beside this file; for Python 3.6 as well, whose age the bundle tells."""

import re
import runpy
import sys
import zipimport
from pathlib import Path

_VERSION = re.compile(r"yaodian-(\d+(?:\.\d+)*)(?:(a|b|rc)(\d+))?")
_FINAL = "~"
"""Comes after the letters of what is given out before a version is final."""


def newest(folder: Path) -> str:
    """Return the path of the bundle of the latest version in a folder; empty where there is none."""
    found = sorted(folder.glob("yaodian-*.pyz"), key=_version)
    return str(found[-1]) if found else ""


def _version(bundle: Path) -> "tuple[list[int], str, int]":
    told = _VERSION.match(bundle.name)
    if told is None:
        return [], "", 0
    numbers, stage, number = told.groups()
    return [int(part) for part in numbers.split(".")], stage or _FINAL, int(number or 0)


def is_whole(bundle: str) -> bool:
    """Tell whether what a bundle begins with can be read; of the rest it knows itself."""
    try:
        packed = zipimport.zipimporter(bundle)
        return all(packed.get_code(name) for name in ("__main__", "starter"))
    except Exception:  # Whatever a file leads to that was not copied whole.
        return False


if __name__ == "__main__":
    sys.argv[0] = newest(Path(__file__).resolve().parent)
    if not sys.argv[0]:
        sys.exit("这个文件夹里没有 yaodian-….pyz，请重新拷贝。")
    if not is_whole(sys.argv[0]):
        sys.exit(f"“{Path(sys.argv[0]).name}”读不出来，可能没有拷完，或U盘有损坏，请重新拷贝。")
    runpy.run_path(sys.argv[0], run_name="__main__")
