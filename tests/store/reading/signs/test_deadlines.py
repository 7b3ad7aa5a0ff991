"""What deadlines mean, reckoned by hand for a list of 2021 issued on 31 March 2021."""

import pytest

from store.reading import as_json, read_notice
from store.reading.signs.deadlines import deadlines_of, year_of


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("2021年6月30日前", [("dated", "2021-06-30")]),
        ("6月底前", [("dated", "2021-06-30")]),
        ("６月底完成", [("dated", "2021-06-30")]),
        ("2月底前", [("dated", "2021-02-28")]),
        ("上半年", [("dated", "2021-06-30")]),
        ("年内", [("dated", "2021-12-31")]),
        ("2022年底前", [("dated", "2022-12-31")]),
        ("第三季度", [("dated", "2021-09-30")]),
        ("一季度末", [("dated", "2021-03-31")]),
        ("明年3月底前", [("dated", "2022-03-31")]),
        ("十月底前", [("dated", "2021-10-31")]),
        ("二〇二二年三月底前", [("dated", "2022-03-31")]),
        ("10月中旬", [("dated", "2021-10-20")]),
        ("2021-06-30", [("dated", "2021-06-30")]),
        ("6月前", [("dated", None)]),
        ("每月25日前", [("recurring", "2021-04-25")]),
        ("每季度", [("recurring", "2021-03-31")]),
        ("每半年", [("recurring", "2021-06-30")]),
        ("持续推进", [("continuing", None)]),
        ("立行立改,长期坚持", [("immediate", None), ("continuing", None)]),
        (
            "3月底前完成申报，6月底前开工，12月底前竣工",
            [("dated", "2021-03-31"), ("dated", "2021-06-30"), ("dated", "2021-12-31")],
        ),
        ("2022年6月底前,9月底前", [("dated", "2022-06-30"), ("dated", "2022-09-30")]),
        ("按上级要求", [("unset", None)]),
        ("2月31日前", [("dated", None)]),
        ("", []),
        (None, []),
    ],
)
def test_a_wording_means_days(wording: str | None, expected: list[tuple[str, str | None]]) -> None:
    assert [
        (deadline.kind, deadline.due) for deadline in deadlines_of(wording, 2021, "2021-03-31")
    ] == expected


def test_without_a_year_no_day_is_made_up() -> None:
    assert [deadline.due for deadline in deadlines_of("6月底前,每季度")] == [None, None]


def test_the_year_of_a_list_is_that_of_its_title() -> None:
    assert year_of("2022年工作要点", "2021-12-31") == 2022
    assert year_of("工作要点", "2021-12-31") == 2021
    assert year_of("工作要点", None) is None


def test_both_stand_beside_the_wording() -> None:
    text = "2021年河湖工作要点\n一、清河\n1.清理河道30公里。(市水务局负责,6月底前完成,长期坚持)\n2.建立台账。(市档案馆负责)\n"
    first, second = as_json(read_notice(text.encode()))["tasks"]
    assert first["deadlines"] == [
        {"wording": "6月底前", "kind": "dated", "due": "2021-06-30"},
        {"wording": "长期坚持", "kind": "continuing", "due": None},
    ]
    assert first["indicators"] == [{"value": "30", "unit": "公里", "base": "清理河道"}]
    assert second["deadlines"] == second["indicators"] == []
