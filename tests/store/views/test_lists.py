"""The lists of a file as JSON."""

from store.views.lists import lists_view
from tests.sample import sample_list


def test_the_one_list_of_the_sample() -> None:
    (view,) = lists_view(sample_list())
    assert (view["number"], view["issued_on"], view["items"], view["rows"]) == (1, "2021-03-31", 6, 9)
    assert view["name"].endswith("重点任务清单")
