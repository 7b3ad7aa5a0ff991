"""Make the bundle: `python -m bundle.build [-o FOLDER]` writes `yaodian-VERSION.pyz`.

A zip that any Python from 3.10 runs: `__main__.py` (the gate), `starter.py`, `lib/` (the program, its packages,
their metadata), `LICENSES/`, `MANIFEST` (SHA-256 of each file). The same sources and wheels make the same bytes.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

import tomli

from bundle.parts import ANY_MACHINE, LOCK, ROOT

OWN = ("data", "store", "tui")
"""Folders of the program."""
_MACHINE_CODE = (".so", ".pyd", ".dll", ".dylib")
_NOT_PACKED = (".pyc", ".pyi", ".pyx", ".c", ".h", ".po")
_LICENCE = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_SAME_DAY = (2026, 1, 1, 0, 0, 0)
"""The date of every entry: that of the making would make other bytes."""
_MODE = 0o100644 << 16
_LEVEL = 9
_DIGEST_SIGNS = 16

Files = Mapping[str, bytes]
"""What a file is called in the bundle, and what it holds."""


class NotPure(Exception):
    """A wheel holds code for one kind of machine."""


def version() -> str:
    """Return the version of the program."""
    return str(tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def build(folder: Path) -> Path:
    """Make the bundle in a folder; return its path."""
    with tempfile.TemporaryDirectory() as wheels:
        _fetch(Path(wheels))
        packed = {**_own_files(), **_parts(Path(wheels))}
    digest = _digest(packed)
    files = {**packed, **_licences(packed), "__main__.py": _gate(), "starter.py": _starter(digest)}
    files["MANIFEST"] = _manifest(files)
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"yaodian-{version()}.pyz"
    _write(made, files)
    return made


def _fetch(wheels: Path) -> None:
    """Fetch the wheels of the lock, each held against its hash."""
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    words += [*ANY_MACHINE, "--require-hashes", "--dest", str(wheels), "--requirement", str(LOCK)]
    subprocess.run(words, check=True)


def _own_files() -> dict[str, bytes]:
    """Return the program's own files, with metadata that tell its version."""
    found: dict[str, bytes] = {}
    for name in OWN:
        for path in sorted((ROOT / name).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found[f"lib/{path.relative_to(ROOT).as_posix()}"] = path.read_bytes()
    info = f"lib/yaodian-{version()}.dist-info"
    found[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: yaodian\nVersion: {version()}\n".encode()
    found[f"{info}/licenses/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    return found


def _parts(wheels: Path) -> dict[str, bytes]:
    """Return what the wheels install; NotPure where one holds machine code."""
    found: dict[str, bytes] = {}
    for wheel in sorted(wheels.iterdir()):
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                if name.endswith(_MACHINE_CODE):
                    raise NotPure(f"{wheel.name}: {name}")
                if not name.endswith(("/", "/RECORD", *_NOT_PACKED)) and ".data/" not in name:
                    found[f"lib/{name}"] = packed.read(name)
    return found


def _digest(packed: Files) -> str:
    whole = sha256()
    for name, content in sorted(packed.items()):
        whole.update(f"{name}\n{len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()[:_DIGEST_SIGNS]


def _gate() -> bytes:
    """Return the gate; Python 2 is to be told how its text is written."""
    return b"# coding: utf-8\n" + Path(__file__).with_name("gate.py").read_bytes()


def _starter(digest: str) -> bytes:
    text = Path(__file__).with_name("starter.py").read_text("utf-8")
    return text.replace("@VERSION@", version()).replace("@DIGEST@", digest).encode()


def _licences(packed: Files) -> dict[str, bytes]:
    """Return the licences of all parts where a reader finds them, and what a user may ask for."""
    texts = Path(__file__).with_name("licences").iterdir()
    found = {f"LICENSES/{path.name}": path.read_bytes() for path in texts}
    for name, content in packed.items():
        parts = PurePosixPath(name).parts
        if len(parts) > 2 and parts[1].endswith(".dist-info") and _LICENCE.search(name):
            package = parts[1].removesuffix(".dist-info")
            found[f"LICENSES/{package}/{parts[-1]}"] = content
    return found


def _manifest(files: Files) -> bytes:
    lines = [f"{sha256(files[name]).hexdigest()}  {name}" for name in sorted(files)]
    return ("\n".join(lines) + "\n").encode()


def _write(made: Path, files: Files) -> None:
    """Write the zip: entries in order, dates and modes fixed."""
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
        for name in _in_order(files):
            entry = zipfile.ZipInfo(name, _SAME_DAY)
            entry.external_attr = _MODE
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, files[name], compresslevel=_LEVEL)


def _in_order(files: Files) -> Iterator[str]:
    """Yield the gate first: what a technician who opens the file sees at its top."""
    yield "__main__.py"
    yield from sorted(name for name in files if name != "__main__.py")


def main() -> None:
    """Make the bundle, and say what it is."""
    parser = argparse.ArgumentParser(prog="python -m bundle.build")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist")
    made = build(parser.parse_args().output)
    content = made.read_bytes()
    figures = f"{len(content) / 1e6:.2f} MB  sha256 {sha256(content).hexdigest()}  zlib {zlib.ZLIB_VERSION}"
    sys.stdout.write(f"{made}  {figures}\n")


if __name__ == "__main__":
    main()
