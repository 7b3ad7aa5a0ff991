"""What is refused at the door, before anything is read: what is no file, a list of ours, data of others."""

import json
import stat
from pathlib import Path

from store.file.glance import is_list_data
from store.refused import Refused


def refuse_no_file(path: Path) -> None:
    """Refuse a folder, and a pipe or device, from which reading might never end; what is missing is told
    later.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    except ValueError:
        raise Refused("文件名里有不能用的字符，请重新选择文件。") from None
    if stat.S_ISDIR(mode):
        raise Refused(f"“{path.name}”是一个文件夹，请选其中的通知文件。")
    if not stat.S_ISREG(mode):
        raise Refused(
            f"“{path.name}”是管道或设备，不是通知文件。请选通知文件；要读管道里的文字，请写 yaodian read -。"
        )


def refuse_data(data: bytes, name: str) -> None:
    """Refuse a list, which is opened and not read, and JSON of others, however they came."""
    if data.lstrip()[:1] not in {b"{", b"["}:
        return
    if is_list_data(data):
        raise Refused(f"“{name}”是要点的清单文件，不是通知，请直接打开它。")
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return
    raise Refused(f"“{name}”不是通知，也不是要点的清单，请选通知的原文。")
