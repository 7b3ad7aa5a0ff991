"""The bundle, made once for all that is tried with it."""

from pathlib import Path

import pytest

from tests.bundle.bare import made
from tests.bundle.small import Desk


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("dist"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "家")
