"""A list as a bureau keeps it, in any length: items of one row and of many, texts short and long."""

from itertools import cycle, islice

from store.records.changes import Change, created
from store.records.keys import order_between
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention

_UNITS = {
    "成果处": "成果转化与科技合作处",
    "法制处": "政策法规与监督处",
    "平台处": "科技平台建设处",
    "规划处": "发展规划与资源配置处",
    "高新处": "高新技术发展及产业化处",
    "农社处": "农村与社会发展科技处",
    "人事处": "组织人事处",
    "生产力促进中心": "市生产力促进中心",
    "外国专家服务中心": "市外国专家服务中心",
    "企业科技创新服务中心": "市企业科技创新服务中心",
    "科技信息研究所": "市科技信息研究所",
    "高新技术企业协会": "市高新技术企业协会",
}
_LEADERS = ("张晓东", "李明", "欧阳文博", "陈志强", "王芳")
_TEXTS = (
    "完善“首席服务员”制度，每季度走访企业30家以上。",
    "编制技术转移机构名录（2026年版），在门户网站公布。",
    "建成中试平台3个、概念验证中心2个，新增技术经理人60名；"
    "完善成果评价机制，推动高校院所成果在本市转化1000项以上，"
    "技术合同成交额达到1500亿元。",
    "推进“一网通办”，将12个事项的办理时限压缩50%以上。",
    "开展科研诚信教育，建立失信行为记录与惩戒机制，对重大项目实行全过程监督；"
    "组织对在研项目的年度检查，检查结果作为后续支持的依据，并按规定公开，接受社会监督。"
    "同时完善信访办理流程，做到件件有着落、事事有回音。",
    "修订《市科技计划项目管理办法》。",
    "举办科技金融对接活动不少于8场，促成贷款20亿元；设立风险补偿资金池，合作银行增加到15家。",
)
_ITEMS = (
    (1, "一、深化科技体制改革"),
    (4, "二、实施科技成果转化工程"),
    (2, "三、提升科技服务水平"),
    (12, "四、推进创新平台建设，完善科技基础条件共享机制"),
    (1, "五、加强科研诚信建设"),
    (6, "六、培育创新主体"),
    (3, "七、扩大科技开放合作"),
)
_DEADLINES = ("2026年6月底前", "2026年12月底前", "长期坚持", "", "2026年10月31日前")


def bureau_list(rows: int) -> TaskList:
    """Return a list of so many rows."""
    tasks = TaskList()
    tasks.apply(bureau_change(rows).edits)
    return tasks


def bureau_change(rows: int) -> Change:
    """Return the change that makes a list of so many rows."""
    edits = [created(record) for record in _records(rows)]
    return Change("导入清单", tuple(edits))


def _records(rows: int) -> list[Record]:
    title = "关于印发2026年优化营商环境工作要点的通知"
    records: list[Record] = [
        Notice("notice", title=title, list_title="2026年优化营商环境重点任务清单", annexes=())
    ]
    order = ""
    for number, (alias, name) in enumerate(_UNITS.items()):
        order = order_between(order, "")
        records.append(Unit(f"unit{number}", order=order, full_name=name, aliases=(alias,)))
    for number, name in enumerate(_LEADERS):
        order = order_between(order, "")
        role, post = ("副组长", "市科技局副局长") if number else ("组长", "市科技局局长")
        records.append(Person(f"person{number}", name=name))
        records.append(RosterEntry(f"roster{number}", f"person{number}", order, role, post))
    return records + _tasks(rows)


def _tasks(rows: int) -> list[Record]:
    records: list[Record] = []
    order, number = "", 0
    for place, (count, title) in enumerate(cycle(_ITEMS)):
        if number == rows:
            return records
        order = order_between(order, "")
        records.append(Item(f"item{place}", order=order, title=title))
        for within in range(min(count, rows - number)):
            order = order_between(order, "")
            records.append(_task(number, within, f"item{place}", order))
            number += 1
    return records


def _task(number: int, within: int, item: str, order: str) -> Task:
    lead = number // 3 % len(_UNITS)
    partners = islice(cycle(range(len(_UNITS))), number * 5 % 12, number * 5 % 12 + number % 4)
    return Task(
        f"task{number}",
        item=item,
        order=order,
        number=f"{within + 1}.",
        text=_TEXTS[number * 3 % len(_TEXTS)],
        lead_units=(_unit(lead),),
        lead_leaders=(_leader(lead),),
        participant_units=tuple(map(_unit, partners)),
        participant_leaders=(_leader(number),) if number % 4 else (),
        deadline=_DEADLINES[number % len(_DEADLINES)],
    )


def _unit(number: int) -> Mention:
    return Mention(f"unit{number}", list(_UNITS)[number])


def _leader(number: int) -> Mention:
    place = number % len(_LEADERS)
    return Mention(f"person{place}", _LEADERS[place])
