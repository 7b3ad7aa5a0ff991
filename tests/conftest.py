"""What holds for all tests: no state of this user, the same examples of Hypothesis in every run, no clock."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.examples import most
from tui.paper import lacking
from tui.paper.fonts import NAMES

# A busy or new machine may take seconds over an example that takes a millisecond at rest.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Red means the change under test. `--hypothesis-profile=search` looks for what no run has seen.
settings.register_profile("all", settings.get_profile("search"), derandomize=True, database=None)
settings.register_profile("same", settings.get_profile("all"), max_examples=most(100))
settings.load_profile("same")


_THRESHOLDS = (300_000, 5, 5)
"""As many objects as a dozen apps leave behind: what is looked at sooner is mostly in use."""


def pytest_configure() -> None:
    """Collecting the tests makes no garbage, and looking for it takes a tenth of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What all tests share stays to the end of the run, and is looked at no more."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()


@pytest.fixture(autouse=True, scope="session")
def own_state_folder() -> Iterator[None]:
    """Nothing is remembered of the machine's own lists, and nothing is left there."""
    folder = tempfile.mkdtemp(prefix="yaodian-state-")
    os.environ["XDG_STATE_HOME"] = folder
    yield
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def own_rights() -> Iterator[None]:
    """The program, begun in this process, takes rights from others; the next test has them again."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(autouse=True, scope="session")
def standard_letters() -> Iterator[None]:
    """Every machine has the letters of the standard, as far as sentences go."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lacking, "names_here", lambda: frozenset(NAMES.values()))
        yield
