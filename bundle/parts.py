"""The packages that travel in the bundle: those that the program needs, each as a wheel for any machine.

`wheels.txt` names them with their hashes; `python -m bundle.parts` writes it anew from .ci/constraints.txt and
what is installed here.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCK = Path(__file__).with_name("wheels.txt")
OLDEST = "3.10"
"""The Python for which the parts are chosen: what it takes, later ones take too."""
NOT_TAKEN = frozenset({"pillow"})
"""Asked for by fpdf2 for pictures alone, and made for some machines only: the program draws none."""

ANY_MACHINE = (
    *("--no-deps", "--only-binary=:all:", "--platform", "any", "--implementation", "py", "--abi", "none"),
    *("--python-version", OLDEST),
)
"""What has pip take wheels that hold no machine code."""
_ENVIRONMENT = {"python_version": OLDEST, "python_full_version": f"{OLDEST}.0", "extra": ""}


def part_names() -> list[str]:
    """Return the names of all packages that the program needs, in order, itself not included."""
    found: set[str] = set()
    asked = [Requirement("yaodian")]
    while asked:
        for required in _needed_by(asked.pop()):
            name = _plain(required.name)
            if name not in found | NOT_TAKEN:
                found.add(name)
                asked.append(required)
    return sorted(found)


def _needed_by(asked: Requirement) -> Iterator[Requirement]:
    """Yield what a package asks for, with the extras that are asked of it (`markdown-it-py[linkify]`)."""
    environments = [_ENVIRONMENT | {"extra": extra} for extra in ("", *asked.extras)]
    for line in metadata.requires(asked.name) or ():
        required = Requirement(line)
        marker = required.marker
        if marker is None or any(marker.evaluate(one) for one in environments):
            yield required


def pinned() -> dict[str, str]:
    """Return by name the version of each package that .ci/constraints.txt has for the oldest Python."""
    found: dict[str, str] = {}
    for line in (ROOT / ".ci" / "constraints.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        required = Requirement(line)
        if required.marker is None or required.marker.evaluate(_ENVIRONMENT):
            found[_plain(required.name)] = str(required.specifier).removeprefix("==")
    return found


def locked() -> dict[str, str]:
    """Return by name the version of each package in the bundle."""
    lines = LOCK.read_text("utf-8").splitlines()
    parts = [line.split(" ")[0].partition("==") for line in lines]
    return {name: version for name, _, version in parts if version}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _write_lock() -> None:
    """Fetch the wheels, and write down what they are."""
    versions = pinned()
    lines = ["# What travels in the bundle, as wheels for any machine; made by `python -m bundle.parts`."]
    with tempfile.TemporaryDirectory() as folder:
        for name in part_names():
            asked = f"{name}=={versions[name]}"
            words = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                *ANY_MACHINE,
                "--dest",
                folder,
                asked,
            ]
            subprocess.run(words, check=True)
        wheels = {_plain(path.name.split("-")[0]): path for path in Path(folder).iterdir()}
        for name in part_names():
            digest = sha256(wheels[name].read_bytes()).hexdigest()
            lines.append(f"{name}=={versions[name]} --hash=sha256:{digest}")
    LOCK.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    _write_lock()
