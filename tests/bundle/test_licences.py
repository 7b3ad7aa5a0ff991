"""What a lawyer looks for in the one file: every licence as text, and the offer of the LGPL as it is kept."""

import os
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.bundle.bare import Bare

SHORTEST = 1000
"""Signs of the shortest licence text: less is a name."""
_COMMAND = re.compile(r"`python3 (?P<words>-c .+?)`")


@pytest.fixture(scope="module")
def unzipped(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("解开")
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(folder)
    return folder


def test_each_licence_is_there_as_text(unzipped: Path) -> None:
    licences = unzipped / "LICENSES"
    for folder in (path for path in licences.iterdir() if path.is_dir()):
        texts = [path.read_text("utf-8").lower() for path in folder.iterdir()]
        assert any("copyright" in text and len(text) > SHORTEST for text in texts), folder.name
    (lesser,) = (path.read_text("utf-8") for path in licences.glob("fpdf2-*/LICENSE"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser
    assert "GNU GENERAL PUBLIC LICENSE" in (licences / "GPL-3.txt").read_text("utf-8")
    assert "MIT" in (licences / "pypinyin.txt").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the offer is worded for a shell of Unix")
def test_fpdf2_is_replaced_as_the_offer_says(unzipped: Path, bundle: Path, tmp_path: Path) -> None:
    home = Bare(tmp_path / "家", bundle)
    command = _COMMAND.search((unzipped / "LICENSES" / "README.txt").read_text("utf-8"))
    assert command is not None
    fpdf = unzipped / "lib" / "fpdf" / "__init__.py"
    fpdf.write_text(fpdf.read_text("utf-8") + "\nprint('another fpdf')\n", "utf-8")
    argv = [sys.executable, "-I", *shlex.split(command["words"]), "self-check"]
    done = subprocess.run(
        argv, cwd=unzipped, env=home.env, capture_output=True, encoding="utf-8", check=False
    )
    assert "another fpdf" in done.stdout
    assert "不是单个文件，不核对" in done.stdout
    assert "√ 印 pdf" in done.stdout
