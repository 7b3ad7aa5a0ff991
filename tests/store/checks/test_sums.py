"""C27: two reports of one unit for one period, of which statistics count one."""

from dataclasses import replace

from store.checks.checker import Checker, checked
from store.records.changes import created, updated
from store.records.report import Report
from tests.store.ledger.small_list import RESULTS, report, small_list


def twice(checker: Checker) -> list[str]:
    return [finding.hit.says for finding in checker.findings() if finding.code == "C27"]


def test_a_second_report_of_the_same_is_told_until_it_is_gone() -> None:
    first = report("2021-06")
    tasks = small_list(first, report("2021-07"), report("2021-06", unit=RESULTS))
    checker = checked(tasks)
    assert twice(checker) == []
    second = replace(first, key="another")
    for edits, said in (
        ([created(second)], ["平台处2021年6月的进展有 2 份，统计只计一份，请核对。"]),
        (list(updated(second, period="2021-08")), []),
        (list(updated(replace(second, period="2021-08"), period="2021-06")), None),
    ):
        tasks.apply(edits)
        checker.note(edits)
        checker.work()
        found = twice(checker)
        assert found == said if said is not None else len(found) == 1
    assert tasks.keys_of(Report)
