"""The rows of the sample as JSON."""

from store.views.tasks import tasks_view
from tests.sample import sample_list


def test_a_row_says_who_answers_and_what_its_words_mean() -> None:
    view = tasks_view(sample_list())
    by_row = {one["row"]: one for one in view}
    assert list(by_row) == ["1", "2", "3.1", "3.2", "3.3", "3.4", "4", "5", "6"]
    first = by_row["1"]
    assert first["lead_units"] == ["成果处"] and first["lead_leaders"] == ["胡军"]
    assert first["item"].startswith("一、")
    assert set(first) >= {"key", "text", "deadline", "deadlines", "targets", "indicators", "remark", "doubts"}
    assert by_row["3.1"]["participant_leaders"] == ["王振旭", "胡军", "赵峰"]


def test_the_three_rows_of_one_item_keep_their_own_text() -> None:
    texts = [one["text"] for one in tasks_view(sample_list()) if one["row"].startswith("3.")]
    assert len(set(texts)) == len(texts) == 4
