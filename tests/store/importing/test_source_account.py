"""What each line of a source was taken for, and whether it was read."""

from pathlib import Path

import pytest

from data import SAMPLE_NOTICE, sample_notice
from store.importing.draft import Draft
from store.importing.made import made_of
from store.importing.source_account import SourceAccount
from store.reading import read_notice

NOTICES = Path(__file__).parents[1] / "reading" / "notices"


def account_of(text: str) -> SourceAccount:
    reading = read_notice(text.encode(), "通知.txt")
    return SourceAccount(reading, list(made_of(Draft(reading))))


def parts(account: SourceAccount, text: str, line: int) -> list[tuple[str, str]]:
    words = text.split("\n")[line - 1]
    return [(words[part.start : part.end], part.taken_for) for part in account.parts(line)]


@pytest.fixture(scope="module")
def sample() -> SourceAccount:
    return account_of(sample_notice().decode())


def test_each_line_of_the_sample_is_taken_for_what_it_is(sample: SourceAccount) -> None:
    lines = {
        1: "标题",
        2: "主送",
        3: "正文",
        4: "落款",
        5: "落款",
        11: "要点",
        21: "附件",
        26: "名册",
        53: "表头",
        54: "任务",
    }
    assert {line: sample.taken_for(line) for line in lines} == lines
    assert sample.counts["unread"] == 0
    assert sum(sample.counts.values()) == 68


def test_names_of_a_row_are_found_in_its_lines_and_not_in_its_text() -> None:
    text = (
        "关于清河的通知\n各区水务局:\n一、清河\n"
        "1.会同水务局、财政局清理河道,6月底前完成。(牵头单位:水务局,责任单位:财政局、审计局)\n"
    )
    account = account_of(text)
    found = [("6月底前", "时限"), ("水务局", "牵头"), ("财政局", "责任"), ("审计局", "责任")]
    assert parts(account, text, 4) == found
    inside = text.split("\n")[3].index("(牵头")
    assert account.parts(4)[1].start > inside


@pytest.mark.parametrize(
    "line",
    ["组 长:高 山 市水务局局长", "组长:高山 市水务局局长", "组长  高　山  市水务局局长"],
)
def test_role_name_and_post_are_told_apart_in_any_padding(line: str) -> None:
    text = f"关于成立领导小组的通知\n各区水务局:\n领导小组名单\n组长:林海 市财政局局长\n{line}\n成员:石川 市农业局局长\n"
    account = account_of(text)
    assert [kind for _, kind in parts(account, text, 5)] == ["角色", "姓名", "职务"]
    assert ["".join(words.split()) for words, _ in parts(account, text, 5)] == [
        "组长",
        "高山",
        "市水务局局长",
    ]


def test_a_name_that_goes_over_the_end_of_a_line_is_found_on_both() -> None:
    text = (
        "关于清河的通知\n各区水务局:\n一、清河\n1.清理全市的大小河道和沟渠,保持水面和岸线干净整洁。(牵头单位:水务局,责任单位:财\n"
        "政局、审计局)\n2.巡查。(牵头单位:水务局)\n"
    )
    account = account_of(text)
    assert ("财", "责任") in parts(account, text, 4) and ("政局", "责任") in parts(account, text, 5)


def test_lines_that_were_not_understood_are_stops_and_a_run_of_them_is_one() -> None:
    sample = sample_notice().decode()
    text = sample.replace(
        "二、建设高质量孵化载体 |", "此段无处可归。\n此段也是。\n二、建设高质量孵化载体 |", 1
    )
    account = account_of(text)
    first = text.split("\n").index("此段无处可归。") + 1
    assert account.state(first) == account.state(first + 1) == "unread"
    assert first in account.stops and first + 1 not in account.stops
    assert account.stop_after(first - 1) == first
    assert account.stop_after(account.count) == account.stops[0]


def test_what_is_settled_is_in_question_no_more() -> None:
    text = "通知\n| 重点任务 | 牵头单位 | 责任单位 |\n| 修路 |  | 县财政局 |\n"
    reading = read_notice(text.encode(), "通知.txt")
    made = list(made_of(Draft(reading)))
    asked = SourceAccount(reading, made)
    assert asked.state(3) == "asked" and asked.stops == [3]
    settled = SourceAccount(reading, [one for one in made if not one.questions])
    assert settled.state(3) == "read" and settled.stop_after(1) is None


@pytest.mark.parametrize("text", ["", "\n", "\n\n一\n", "|||\n\t\t\n"])
def test_of_hardly_any_text_each_line_has_a_state_or_is_blank(text: str) -> None:
    reading = read_notice(sample_notice(), SAMPLE_NOTICE)
    account = SourceAccount(reading.__class__("a", text, "utf-8"), ())
    for line in range(1, account.count + 1):
        has_words = bool(text.split("\n")[line - 1].strip())
        assert (account.state(line) is not None) == has_words
        assert not account.parts(line)


@pytest.mark.parametrize("path", sorted(NOTICES.glob("*.txt")), ids=lambda path: path.stem)
def test_parts_stand_in_order_within_their_line_and_none_in_another(path: Path) -> None:
    reading = read_notice(path.read_bytes(), path.name)
    account = SourceAccount(reading, list(made_of(Draft(reading))))
    for number, line in enumerate(reading.source_text.split("\n"), 1):
        end = 0
        for part in account.parts(number):
            assert end <= part.start < part.end <= len(line)
            end = part.end
