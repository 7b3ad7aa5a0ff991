"""The made year, passed once for all tests of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.ledger.year.running import Year


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """The year when it is over."""
    made = Year(Path(tmp_path_factory.mktemp("year")))
    made.pass_by()
    yield made
    made.close()
