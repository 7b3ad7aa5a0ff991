"""The roster of the sample as JSON."""

from store.views.roster import roster_view
from tests.sample import sample_list


def test_a_deputy_with_his_units_and_the_rows_of_both_sides() -> None:
    found = {one["name"]: one for one in roster_view(sample_list())}
    hu = found["胡军"]
    assert (hu["role"], hu["post"], hu["unit"]) == ("副组长", "局党组成员、副局长", None)
    assert set(hu["portfolio"]) == {"成果处", "转化中心"}
    assert (hu["led"], hu["shared"]) == (["1", "3.4"], ["3.1", "3.2", "3.3", "4"])


def test_rank_is_the_notices() -> None:
    names = [one["name"] for one in roster_view(sample_list())]
    assert names[:3] == ["盛继亮", "鲁文安", "王振旭"]
