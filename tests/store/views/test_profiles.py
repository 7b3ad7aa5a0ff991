"""One unit and one leader as JSON."""

from store.acts.resolving import one_unit_named, person_named
from store.views.profiles import leader_view, unit_view
from tests.sample import sample_list


def test_a_unit() -> None:
    tasks = sample_list()
    view = unit_view(tasks, one_unit_named(tasks, "成果处"))
    assert (view["unit"], view["leader"]["leader"]) == ("成果处", "胡军")
    assert (view["led"], view["shared"], view["by_collective"]) == (
        ["1"],
        ["3.1", "3.2", "3.3", "4"],
        ["5", "6"],
    )
    assert view["findings"] == []


def test_a_unit_that_no_row_names_and_findings_from_elsewhere() -> None:
    tasks = sample_list()
    view = unit_view(tasks, one_unit_named(tasks, "办公室"), lambda _, key: [key])
    assert view["leader"]["grade"] == "unknown"
    assert view["findings"] == [view["key"]]


def test_a_leader() -> None:
    tasks = sample_list()
    view = leader_view(tasks, person_named(tasks, "胡军"))
    assert [one["role"] for one in view["roster"]] == ["副组长"]
    assert {one["unit"]: one["grade"] for one in view["portfolio"]} == {
        "成果处": "certain",
        "转化中心": "certain",
        "高新处": "open",
        "企业中心": "open",
    }
