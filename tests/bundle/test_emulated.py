"""The one file on processors that no developer has: a day's work on emulated ARM and LoongArch machines."""

import os
from pathlib import Path

import pytest

from tests.bundle.bare import Bare
from tests.bundle.day import by_commands, by_keys, outcomes
from tests.bundle.emulated import MACHINES, PATIENCE, Lacking, Machine, python_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the emulator and the pty are Unix'")


@pytest.mark.slow
@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_a_day_s_work_is_the_same_as_here(machine: Machine, bundle: Path, tmp_path: Path) -> None:
    try:
        python = python_of(machine)
    except Lacking as why:
        pytest.skip(str(why))
    there = Bare(tmp_path / "家", bundle, python, PATIENCE)
    here = Bare(tmp_path / "此处", bundle)
    assert machine.name in by_commands(there)
    path = by_keys(there)
    assert outcomes(there, path) == outcomes(here, path)


@pytest.mark.skipif(not Path("/usr/bin/dpkg").exists(), reason="what is missing on a Debian")
@pytest.mark.parametrize(
    ("apt", "said"),
    [
        (None, "no apt-get here"),
        ("exit 0", "apt names no archive of Debian"),
        (
            'case "$*" in indextargets*) echo http://nowhere/debian/;; *) echo E: gone >&2; exit 100;; esac',
            "E: gone",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_half_made_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, apt: str | None, said: str
) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("dpkg", "dpkg-deb"):
        (tools / name).symlink_to(f"/usr/bin/{name}")
    if apt is not None:
        (tools / "apt-get").write_text(f"#!/bin/sh\n{apt}\n", encoding="utf-8")
        (tools / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))
    with pytest.raises(Lacking, match=said):
        python_of(MACHINES[0], tmp_path / "cache")
    assert not list(tmp_path.glob("cache/*"))
