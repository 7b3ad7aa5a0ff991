"""Questions on the notice, on made lists: numbers of other styles, lines that were not read."""

import pytest

from store.questions.asking import questions
from tests.store.checks.made import noticed, point, row, small_list
from tests.store.questions.asked import of_kind


@pytest.mark.parametrize(
    ("numbers", "right"),
    [
        (["一、", "二、", "二、"], "三、"),
        (["(一)", "(三)"], "(二)"),
        (["1.", "1."], "2."),
        (["十、", "十、"], "二、"),
    ],
)
def test_a_number_is_put_right_in_its_own_style(numbers: list[str], right: str) -> None:
    points = [point(f"p{place}", number, f"第{place}部分") for place, number in enumerate(numbers, 1)]
    assert of_kind(small_list(row(), others=points), "Q07")[-1].answers[0].words == f"改作“{right}”"


def test_lines_that_were_not_read_and_signs_that_seem_lost() -> None:
    text = "关于印发水利要点的通知\n各处室:\n现印发。\n市水利局\n2021年3月1日\n此段无处可归\n“放管服” 改革"
    tasks = small_list(row(), notice=noticed(text))
    asked = [question.text for question in questions(tasks) if question.code in ("Q13", "Q14")]
    assert any("此段无处可归" in said for said in asked) and any("空格" in said for said in asked)
