"""Machines with other processors: Debian's Python for each, run by an emulator.

Nothing is installed here. What a machine needs is fetched by apt from the archive that this one knows, and
unpacked below the user's cache once; a folder there is whole or not there.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "yaodian-tests"
PATIENCE = 900.0
"""Seconds until a test gives the screen of an emulated machine up, several of which may run at once."""
_EMULATOR_SUITE = "trixie"
"""The emulator before this one (bookworm's 7.2) dies of an instruction of LoongArch."""
_KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
_NEEDED = ("apt-get", "dpkg", "dpkg-deb")


class Lacking(Exception):
    """An emulated machine cannot be had here; the text says what is missing and how to get it."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A processor, as `uname` and as Debian call it, and the Debian that runs on it."""

    name: str
    architecture: str
    suite: str


MACHINES = (Machine("aarch64", "arm64", "bookworm"), Machine("loongarch64", "loong64", "forky"))


def python_of(machine: Machine, cache: Path = CACHE) -> list[str]:
    """Return the words that start the Python of a machine; Lacking where it cannot be had."""
    for name in _NEEDED:
        if shutil.which(name) is None:
            raise Lacking(f"no {name} here: the emulated machines are made of Debian's packages, on a Debian")
    here = _output("dpkg", "--print-architecture")
    emulator = _unpacked(cache, _EMULATOR_SUITE, here, "qemu-user")
    # Without binfmt and as any user: a path is looked for below the root first, then on this machine.
    root = _unpacked(cache, machine.suite, machine.architecture, "python3")
    return [
        str(emulator / "usr/bin" / f"qemu-{machine.name}"),
        "-L",
        str(root),
        str(root / "usr/bin/python3"),
    ]


def _unpacked(cache: Path, suite: str, architecture: str, package: str) -> Path:
    """Return the folder of a package and all that it depends on; it is made where it is not there yet."""
    folder = cache / f"{suite}-{architecture}-{package}"
    if not folder.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="new-", dir=cache) as fresh:
            packages = _fetched(Path(fresh), suite, architecture, package)
            made = Path(fresh, "root")
            for path in packages:
                _output("dpkg-deb", "--extract", str(path), str(made))
            if not folder.exists():  # Another test may have been first.
                made.rename(folder)
    return folder


def _fetched(work: Path, suite: str, architecture: str, package: str) -> list[Path]:
    """Fetch a package and all that it depends on for a machine that has nothing; first what goes first."""
    sources = work / "sources.list"
    sources.write_text(f"deb [signed-by={_KEYS}] {_archive()} {suite} main\n", encoding="utf-8")
    (work / "status").touch()
    settings = {
        "Dir::State": work,
        "Dir::State::status": work / "status",
        "Dir::Cache": work,
        "Dir::Etc::SourceList": sources,
        "Dir::Etc::SourceParts": "/dev/null",
        "APT::Architecture": architecture,
        "APT::Architectures": architecture,
        "APT::Install-Recommends": "false",
        "APT::Sandbox::User": "",
        "APT::Update::Error-Mode": "any",
        "Acquire::Languages": "none",
    }
    apt = ["apt-get", "--quiet", "--yes", *(f"--option={name}={value}" for name, value in settings.items())]
    for words in (["update"], ["install", "--download-only", "base-files", package]):
        try:
            _output(*apt, *words)
        except subprocess.CalledProcessError as error:
            said = error.stderr.strip().rpartition("\n")[2]
            raise Lacking(
                f"{package} of {suite} for {architecture} needs a network that has it: {said}"
            ) from None
    # What makes /lib64 a name of /usr/lib64 comes before what lies there.
    return sorted(work.glob("archives/*.deb"), key=lambda path: not path.name.startswith("base-files_"))


def _archive() -> str:
    """Return where this machine takes its packages from."""
    targets = _output("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages")
    for address in targets.split():
        if address.rstrip("/").endswith("/debian"):
            return address
    raise Lacking("apt names no archive of Debian here: it belongs into /etc/apt/sources.list")


def _output(*argv: str) -> str:
    """Return what a program says; CalledProcessError where it fails."""
    env = os.environ | {"LC_ALL": "C"}
    done = subprocess.run(argv, env=env, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.strip()
