"""The work points of the sample as JSON."""

from store.views.work_points import points_view
from tests.sample import sample_list


def test_points_hang_under_their_section_with_the_rows_they_lay_down() -> None:
    sections = points_view(sample_list())
    tasks = next(one for one in sections if one["heading"] == "重点任务")
    assert tasks["number"] == "二、" and tasks["rows"] == []
    rows = [point["rows"] for point in tasks["children"]]
    assert rows[:3] == [["1"], ["2"], ["3.1", "3.2", "3.3", "3.4"]]
