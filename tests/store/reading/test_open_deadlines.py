"""Which deadlines the clerk is asked about."""

from store.reading import read_notice

DATED = "市水务局\n2026年3月2日\n"


def asked(text: str) -> list[tuple[int, str]]:
    found = read_notice(("关于清理河道的通知\n各区水务局：\n一、清河\n" + text).encode()).findings
    return [(finding.line, finding.message) for finding in found if finding.code == "R08"]


def test_a_list_of_no_year_asks_once_of_which_year_its_deadlines_are() -> None:
    text = "1.清理。（市水务局负责，12月底前）\n2.建档。（市档案馆负责，6月底前）\n"
    assert asked(text) == [
        (4, "“12月底前”属于哪一年没有写明（共 2 处），请在完成时限中写上年份"),
    ]
    assert asked(text + DATED) == []
    assert asked("1.清理。（市水务局负责，2026年12月底前）\n2.建档。（市档案馆负责，长期）\n") == []


def test_a_wording_that_names_no_day_is_asked_once() -> None:
    text = "1.清理。（市水务局负责，汛期前）\n2.建档。（市档案馆负责，6月前）\n3.复查。（市水务局负责，汛期前）\n"
    assert asked(text + DATED) == [
        (4, "“汛期前”是哪一天没有写明（共 2 处），请确定完成时限"),
        (5, "“6月前”是哪一天没有写明，请确定完成时限"),
    ]


def test_a_month_long_past_at_the_issue_is_asked() -> None:
    text = "1.清理。（市水务局负责，1月底前）\n2.建档。（市档案馆负责，每月5日前）\n"
    assert asked(text + "市水务局\n2026年11月20日\n") == [
        (4, "“1月底前”属于哪一年没有写明，请在完成时限中写上年份"),
    ]
