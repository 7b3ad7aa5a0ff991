"""Acts that change a list, each with what the list says after it."""

from collections.abc import Iterator, Sequence

from tests.same_outputs.sides import Job

BACKED_UP = "lived_in"
"""The kept list that the kept backup belongs to."""

_LINES = {
    "responsibility": """
        assign 3.2 --lead 平台处
        assign 3.1-3.3 --participants 合作处,成果处 --basis 局办公会纪要
        assign 4 --participants 高新处,成果处
        assign 5 --participant-leaders 徐涛,王振旭 --effective-on 2021-04-10
        assign 3.2 --lead 平台
        set 2 --deadline 12月底前
        set 3.3 --text 落实政务服务“好差评”机制。 --remark 列入考核
        settle 高新处 --leader 刘红 --since 2021-04-12
        settle 高新处 --leader ''
        accept C02 --row 3.4 --reason 局长同意
        accept C02 --row 3.4 --withdraw
        handover --from 胡军 --to 赵峰 --units 成果处,转化中心 --dry-run --json
        handover --from 胡军 --to 赵峰 --units 成果处,转化中心 --answer 3.4=drop
        handover --from 胡军 --to 赵峰 --units 成果处,转化中心 --answer 4=drop
        undo
        redo
        handover --from 王振旭 --to 徐涛 --units 合作处 --effective-on 2030-05-01
        plans --apply 1
        plans --cancel 1
        undo
        undo
    """,
    "reform": """
        rename-unit 平台处 --to 科技基地处 --alias 基地处 --effective-on 2021-06-01
        merge-units 农社处 --into 高新处 --dry-run --json
        merge-units 农社处 --into 高新处
        merge-units 项目中心,企业中心 --into 武汉市科技服务中心 --alias 服务中心 --json
        split-unit 合作处 --into 国际合作处,区域合作处
        split-unit 合作处 --into 国际处,区域处 --answer 3.1-3.3=国际处,3.4=国际处+区域处,5=区域处
        replace-person 王建平 --by 李明 --post 处长
        unit 办公室 --alias 局办 --place 1
        unit 规划处 --head 郑雪 --acting
        unit 相关处室单位 --members 成果处,基地处
        person 胡军 --post 局党组副书记 --place 2
        person 金开红 --left-on 2021-04-02
        undo
    """,
}
_AGAIN = (
    ("second.txt", "--as-new"),
    ("second-corrected.txt", "--list", "2"),
    ("second-corrected.txt", "--list", "2", "--accept", "2,3", "--json"),
    ("whkjj-2021-corrected.txt", "--json"),
    ("whkjj-2021-corrected.txt", "--accept", "all"),
    ("whkjj-2021-corrected.txt", "--accept", "all"),
)
"""Notices read into a list that is there."""
NOTICES = "read_again"
"""The folder that they lie in."""
_AFTER = (("show", "tasks"), ("show", "units"), ("show", "history"))


def all_acts() -> Iterator[tuple[str, Sequence[Job]]]:
    """The acts by name, each as the commands of one list."""
    for name, lines in _LINES.items():
        listed = f"acts-{name}.json"
        yield name, [_imported(listed), *_lived(listed, lines)]
    yield "read again", [_imported("acts-again.json"), *_read_again("acts-again.json")]
    listed = f"restored/{BACKED_UP}.json"
    yield "restored", list(_lived(listed, "restore restored/backup.json\nundo\ncopy -o restored/copy.json"))


def _imported(listed: str) -> Job:
    return Job(("import", "sample.txt", "-o", listed), own_keys=True)


def _read_again(listed: str) -> Iterator[Job]:
    for notice, *more in _AGAIN:
        yield Job(("import", f"{NOTICES}/{notice}", "--into", listed, *more), own_keys=True)
        yield from _after(listed)
    yield Job(("show", "tasks", "--list", "2", "-f", listed, "--json"), own_keys=True)


def _after(listed: str) -> Iterator[Job]:
    return (Job((*asked, "-f", listed, "--json"), own_keys=True) for asked in _AFTER)


def _lived(listed: str, lines: str) -> Iterator[Job]:
    for line in filter(None, map(str.strip, lines.splitlines())):
        words = tuple(word.replace("''", "") for word in line.split())
        yield Job((*words, "-f", listed), own_keys=True)
        yield from _after(listed)
    for asked in ("check", "questions", "plans"):
        yield Job((asked, "-f", listed, "--json"), own_keys=True)
    yield Job(("verify", listed))
