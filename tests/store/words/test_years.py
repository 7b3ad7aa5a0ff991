"""The year of a title, and the title of the year after."""

import pytest

from store.words.years import of_next_year, year_in


@pytest.mark.parametrize(
    ("title", "year", "after"),
    [
        ("市科技局2021年深化“放管服”改革重点任务清单", 2021, "市科技局2022年深化“放管服”改革重点任务清单"),
        ("《2021年要点》(2021版)", 2021, "《2022年要点》(2022版)"),
        ("2021—2023年行动任务", 2021, "2022—2023年行动任务"),
        ("二〇二一年工作要点", 2021, "二〇二二年工作要点"),
        ("二○一九年要点", 2019, "二〇二〇年要点"),
        ("武科〔2021〕12号", 2021, "武科〔2022〕12号"),
        ("民生实事责任分解", None, "民生实事责任分解"),
        ("12021号", None, "12021号"),
    ],
)
def test_the_year_is_raised_as_it_is_written(title: str, year: int | None, after: str) -> None:
    assert (year_in(title), of_next_year(title)) == (year, after)
