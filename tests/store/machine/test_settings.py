"""The settings file: what it may say, and what a slip in it leads to."""

from pathlib import Path

import pytest

from store.machine.settings import CheckSettings, Settings, load_settings
from store.refused import Refused


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings(None, "auto", {})


def test_what_is_said_is_taken(tmp_path: Path) -> None:
    found = settings(tmp_path, 'author = "王小明"\nambiguous = 2\n[keys]\nfind = "f11"\n')
    assert found == Settings("王小明", "2", {"find": "f11"})
    found = settings(tmp_path, f"[backup]\nkeep = 5\nfolder = '{tmp_path}'\n")
    assert found == Settings(backups_kept=5, backup_folder=tmp_path)


def test_what_is_said_of_the_checks_is_taken(tmp_path: Path) -> None:
    found = settings(
        tmp_path, '[checks]\noff = ["C17", "c24"]\nload_limit = 0.6\n[checks.grades]\nC16 = "错误"\n'
    )
    assert found.checks == CheckSettings(frozenset({"C17", "C24"}), {"C16": "错误"}, 0.6)


def test_the_shipped_example_says_nothing(tmp_path: Path) -> None:
    from importlib.resources import files

    assert settings(tmp_path, (files("data") / "settings.toml").read_text("utf-8")) == Settings()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colour = 1", "colour"),
        ("author = 3", "author"),
        ('ambiguous = "3"', "ambiguous"),
        ("keys = 1", "keys"),
        ("[keys]\nfind = 3", "keys.find"),
        ("checks = 1", "checks"),
        ("[checks]\non = []", "checks.on"),
        ('[checks]\noff = "C17"', "checks.off"),
        ('[checks]\noff = ["C99"]', "checks.off"),
        ("[checks]\nload_limit = 40", "checks.load_limit"),
        ("[checks]\ngrades = 1", "checks.grades"),
        ('[checks.grades]\nC16 = "坏"', "checks.grades.C16"),
        ('[checks.grades]\nX1 = "错误"', "checks.grades.X1"),
        ("backup = 3", "backup"),
        ("[backup]\nkeep = 0", "backup.keep"),
        ("[backup]\nkeep = true", "backup.keep"),
        ('[backup]\nfolder = "备份"', "backup.folder"),
        ("[backup]\nhours = 3", "backup.hours"),
    ],
)
def test_a_slip_is_named_with_the_file(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(Refused, match=f"settings.toml 中的 {named} 不认识"):
        settings(tmp_path, text)


@pytest.mark.parametrize("broken", [b"author = ", b"\xff\xfe", b"\0"])
def test_what_is_no_toml_is_refused(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(broken)
    with pytest.raises(Refused, match="读不了"):
        load_settings(path)
