from pathlib import Path

import pytest

from tests.made_before import as_known_then, copied, expected, made_lists, shown


@pytest.mark.parametrize("made", made_lists(), ids=lambda made: f"{made.parent.name}/{made.stem}")
def test_a_list_that_an_earlier_version_made_is_shown_as_that_version_showed_it(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    found, then = shown(copied(made, tmp_path / "list")), expected(made)
    assert found.keys() == then.keys()
    for words, value in then.items():
        assert as_known_then(found[words], value) == value, words
