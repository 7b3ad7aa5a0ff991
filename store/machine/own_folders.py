"""Where the program keeps what is this user's: settings, state, logs.

Where the system has them; or all in one folder beside the program, which `--portable` names in YAODIAN_HOME.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, get_args

HOME = "YAODIAN_HOME"
"""The variable that names the one folder; unset for the system's own."""

Kind = Literal["config", "state", "log"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def own_folder(kind: Kind) -> Path:
    """Return the folder of a kind, there or not."""
    home = os.environ.get(HOME)
    if home:
        return Path(home) / kind
    import platformdirs

    match kind:
        case "config":
            return platformdirs.user_config_path("yaodian", appauthor=False)
        case "state":
            return platformdirs.user_state_path("yaodian", appauthor=False)
    return platformdirs.user_log_path("yaodian", appauthor=False)


@contextmanager
def own_folders_in(folder: Path) -> Iterator[None]:
    """Have what is this user's lie in another folder for a while, so that a trial touches nothing of his."""
    before = os.environ.get(HOME)
    os.environ[HOME] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[HOME]
        else:
            os.environ[HOME] = before
