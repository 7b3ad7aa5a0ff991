"""Run the newest bundle that lies beside this file; for Python 3.6 as well, whose age the bundle tells."""

import re
import runpy
import sys
from pathlib import Path


def newest(folder: Path) -> str:
    """Return the path of the bundle of the latest version in a folder; empty where there is none."""
    found = sorted(folder.glob("yaodian-*.pyz"), key=_version)
    return str(found[-1]) if found else ""


def _version(bundle: Path) -> "list[int]":
    return [int(number) for number in re.findall(r"\d+", bundle.stem)]


if __name__ == "__main__":
    sys.argv[0] = newest(Path(__file__).resolve().parent)
    if not sys.argv[0]:
        sys.exit("这个文件夹里没有 yaodian-….pyz，请重新拷贝。")
    runpy.run_path(sys.argv[0], run_name="__main__")
