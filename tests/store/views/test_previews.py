"""What an act would do, as JSON."""

from store.acts.resolving import one_unit_named
from store.acts.unit_in_rows import replace_unit_preview
from store.acts.unit_renamed import Renaming, rename_preview
from store.views.previews import act_view, preview_view
from tests.sample import sample_list


def test_leaders_before_and_after_and_what_is_open() -> None:
    tasks = sample_list()
    old, new = one_unit_named(tasks, "平台处"), one_unit_named(tasks, "成果处")
    view = preview_view(tasks, replace_unit_preview(tasks, old.key, [new.key]))
    first = view["rows"][0]
    assert (first["row"], first["side"], first["before"], first["after"]) == ("2", "lead", ["刘红"], ["胡军"])
    assert all(set(one) == {"row", "side", "leader", "unit", "candidates"} for one in view["questions"])


def test_units_before_and_after_and_the_other_records_in_words() -> None:
    tasks = sample_list()
    unit = one_unit_named(tasks, "平台处")
    view = act_view(tasks, rename_preview(tasks, Renaming(unit.key, "创新载体处", "载体处")))
    assert list(view) == ["title", "rows", "questions", "others"]
    assert view["rows"][0]["units_before"] == ["平台处"] and view["rows"][0]["units_after"] == ["载体处"]
    assert any("创新载体处" in words for words in view["others"])
