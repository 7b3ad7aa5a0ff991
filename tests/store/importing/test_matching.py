"""Two versions of a list: which rows, items and work points are the same."""

from store.importing.matching import matched_items, matched_roster, matched_rows
from store.importing.new_list import import_change
from store.reading import read_notice
from store.records.tasklist import TaskList

HEAD = "清溪县2024年重点任务清单\n| 事项 | 重点任务 | 责任单位 |\n|---|---|---|\n"
ROWS = (
    "| 抓项目 | 开工重大项目50个,建立项目专班 | 县发改局 |",
    "| 抓项目 | 做好要素保障,每周调度 | 县财政局 |",
    "| 优环境 | 办好政务服务“一件事”20项 | 县政务局 |",
)


def made(*rows: str) -> TaskList:
    tasks = TaskList()
    tasks.apply(import_change(read_notice((HEAD + "\n".join(rows) + "\n").encode(), "清单.txt")).edits)
    return tasks


def texts(old: TaskList, new: TaskList) -> list[tuple[str, str]]:
    return [
        (old.task(before).text[:4], new.task(after).text[:4])
        for before, after in matched_rows(old, new).items()
    ]


def test_rows_that_changed_places_are_the_same_rows() -> None:
    old, new = made(*ROWS), made(ROWS[2], ROWS[0], ROWS[1])
    assert sorted(texts(old, new)) == [
        ("做好要素", "做好要素"),
        ("办好政务", "办好政务"),
        ("开工重大", "开工重大"),
    ]


def test_a_row_that_was_reworded_is_another_version_of_the_one_it_is_most_like() -> None:
    old = made(*ROWS)
    new = made(ROWS[0].replace("50个", "60个"), ROWS[1].replace("每周", "每月"), ROWS[2])
    assert len(texts(old, new)) == 3
    assert ("开工重大", "开工重大") in texts(old, new)


def test_a_row_of_other_words_is_no_version_of_any() -> None:
    old, new = made(*ROWS), made(ROWS[0], "| 抓项目 | 组织水库除险加固 | 县水利局 |")
    assert texts(old, new) == [("开工重大", "开工重大")]


def test_a_row_is_known_by_its_text_in_an_item_of_another_title() -> None:
    old, new = made(*ROWS), made(*(row.replace("抓项目", "抓投资") for row in ROWS))
    rows = matched_rows(old, new)
    assert len(rows) == 3
    items = matched_items(old, new, rows)
    assert {new.items[0].key, new.items[1].key} == set(items.values())


def test_nobody_is_matched_where_there_is_no_roster() -> None:
    assert matched_roster(made(*ROWS), made(*ROWS)) == {}
