"""Unpack the bundle once, then run the program from there.

VERSION and DIGEST are put in when the bundle is made.
"""

import contextlib
import importlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

VERSION = "@VERSION@"
DIGEST = "@DIGEST@"
"""The first signs of the SHA-256 of all that is packed: another bundle unpacks into another folder."""
KEPT = 2
"""Unpacked bundles of before that stay beside the one in use."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError)
"""What a zip raises that was not copied whole, or comes from a bad stick."""
_GIVEN_UP = 24 * 60 * 60
"""Seconds after which nobody is still at unpacking."""
_PACKED = "lib/"
_WHOLE = "whole"
"""A file that stands in a folder once it is unpacked whole."""
_IN_USE = "in_use"
"""A file that is locked while a window runs from the folder."""


def main() -> int:
    """Run the program with the words of the command line; return its exit code."""
    bundle = Path(sys.argv[0]).resolve()
    beside = bundle.parent / "yaodian-data"
    _have_a_home(beside)
    if "--portable" in sys.argv[1:]:
        sys.argv.remove("--portable")
        os.environ["YAODIAN_HOME"] = str(beside)
    with contextlib.ExitStack() as held:
        try:
            folder = _unpacked(bundle, _caches(beside), held)
        except _BROKEN:
            _complain(f"“{bundle.name}”读不出来，可能没有拷完，或U盘有损坏，请重新拷贝。")
            return 1
        if folder is None:
            _complain("没有可以写入的文件夹，不能展开程序；请换一个可写的盘，或清出空间后再试。")
            return 1
        return _run(bundle, folder)


def _have_a_home(beside: Path) -> None:
    """Give a user one beside the bundle where the system names none, or one that he cannot enter."""
    try:
        is_his = os.access(Path.home(), os.X_OK)
    except RuntimeError:
        is_his = False
    if not is_his:
        os.environ["HOME"] = str(beside)


def _run(bundle: Path, folder: Path) -> int:
    os.environ["YAODIAN_BUNDLE"] = str(bundle)
    sys.path.insert(0, str(folder / "lib"))
    return int(importlib.import_module("tui.__main__").main())


def _caches(beside: Path) -> list[Path]:
    """Return where the bundle may be unpacked, the best first."""
    home = os.environ.get("YAODIAN_HOME")
    found = [Path(home or beside, "bundle")]
    if not home:
        found.insert(0, _user_cache() / "yaodian" / "bundle")
    return [*found, Path(tempfile.gettempdir(), f"yaodian-{_user()}", "bundle")]


def _user_cache() -> Path:
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()


def _user() -> str:
    """Return what tells this user from others: of two that share a temporary folder each has his own."""
    return str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "")


# ---------------------------------------------------------------------- unpacking


def _unpacked(bundle: Path, caches: Sequence[Path], held: contextlib.ExitStack) -> Path | None:
    """Return the folder in which the bundle lies whole, held as in use; None where no cache takes it."""
    for cache in caches:
        folder = cache / f"{sys.implementation.cache_tag}-{DIGEST}"
        if _make_ready(bundle, folder, held):
            if cache == caches[-1]:
                _complain("用户文件夹和程序所在的盘都不能写入，这次在临时文件夹中运行。")
            return folder
    return None


def _make_ready(bundle: Path, folder: Path, held: contextlib.ExitStack) -> bool:
    """Unpack the bundle into a folder if need be, and hold it; tell whether it can be run from there."""
    try:
        while not (_is_whole(folder) and _hold(folder, held)):
            _unpack(bundle, folder)
            _compile_meanwhile(folder)
            _remove_older(folder)
        return _is_ours(folder)
    except OSError:
        return False


def _is_whole(folder: Path) -> bool:
    return (folder / _WHOLE).exists()


def _is_ours(folder: Path) -> bool:
    """Tell whether nobody else could have put it there: a folder for all may hold what others made."""
    if sys.platform == "win32":
        return True
    owners = {path.stat().st_uid for path in (folder, folder.parent, folder.parent.parent)}
    return owners == {os.getuid()}


def _unpack(bundle: Path, folder: Path) -> None:
    """Unpack beside the folder and put it in place in one step; where another start was first, its stands."""
    content = _read(bundle)
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="new-", dir=folder.parent))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            packed.extractall(fresh, [name for name in packed.namelist() if name.startswith(_PACKED)])
        (fresh / _WHOLE).write_text(VERSION, encoding="utf-8")
        _put(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _read(bundle: Path) -> bytes:
    """Read the bundle in one go: that it cannot be read is not to be taken for a disk that cannot be written."""
    try:
        return bundle.read_bytes()
    except OSError as error:
        raise zipfile.BadZipFile(str(error)) from error


def _put(fresh: Path, folder: Path) -> None:
    """Give an unpacked folder its name; one without the mark of a whole one makes room."""
    try:
        fresh.rename(folder)
    except OSError:
        if not _is_whole(folder):
            shutil.rmtree(folder, ignore_errors=True)
            fresh.rename(folder)


def _compile_meanwhile(folder: Path) -> None:
    """Have what the first start does not import compiled beside it, for the next."""
    words = [sys.executable, "-I", "-m", "compileall", "-q", str(folder / "lib")]
    nothing = subprocess.DEVNULL
    with contextlib.suppress(OSError):
        subprocess.Popen(words, stdin=nothing, stdout=nothing, stderr=nothing)


# ---------------------------------------------------------------------- who uses which


def _hold(folder: Path, held: contextlib.ExitStack) -> bool:
    """Hold a folder as one in use, as long as the program runs; tell whether it is still there then.

    A disk that cannot be written holds nothing, and nothing is removed from it.
    """
    with contextlib.suppress(OSError):
        mark = held.enter_context((folder / _IN_USE).open("a", encoding="utf-8"))
        os.utime(folder / _IN_USE)
        if sys.platform != "win32":  # There a file that is open cannot be removed.
            import fcntl

            fcntl.flock(mark, fcntl.LOCK_SH)
    return _is_whole(folder)


def _remove_older(folder: Path) -> None:
    """Remove the bundles of before but those used last, none that a window runs from; and what was given up."""
    others = [path.parent for path in folder.parent.glob(f"*/{_WHOLE}") if path.parent != folder]
    others.sort(key=_used_at, reverse=True)
    for path in others[KEPT:]:
        with contextlib.suppress(OSError):
            _remove(path)
    for path in folder.parent.iterdir():
        with contextlib.suppress(OSError):
            if not _is_whole(path) and time.time() - path.stat().st_mtime > _GIVEN_UP:
                shutil.rmtree(path, ignore_errors=True)


def _used_at(folder: Path) -> float:
    try:
        return (folder / _IN_USE).stat().st_mtime
    except OSError:
        return 0.0


def _remove(folder: Path) -> None:
    """Remove a bundle of before; OSError where a window runs from it. One that starts meanwhile unpacks anew."""
    gone = folder.with_name(f"{folder.name}.gone")
    if sys.platform == "win32":
        (folder / _IN_USE).unlink(missing_ok=True)
        folder.rename(gone)
    else:
        import fcntl

        with (folder / _IN_USE).open("a", encoding="utf-8") as mark:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
            folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
