"""The 方阵 of the sample as JSON."""

from store.views.crossings import matrix_view
from tests.sample import sample_list


def test_signs_and_sums_of_units() -> None:
    view = matrix_view(sample_list(), "unit")
    rows = {one["row"]: one["signs"] for one in view["rows"]}
    assert rows["3.4"] == {"法制处": "牵", "合作处": "责", "转化中心": "牵"}
    sums = {one["name"]: (one["lead"], one["participant"]) for one in view["columns"]}
    assert sums["法制处"] == (5, 0) and sums["平台处"] == (1, 1)
    assert view["lead"] == sum(lead for lead, _ in sums.values())


def test_leaders_across() -> None:
    view = matrix_view(sample_list(), "leader")
    rows = {one["row"]: one["signs"] for one in view["rows"]}
    assert view["by"] == "leader" and rows["1"] == {"胡军": "牵"}
