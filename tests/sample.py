"""The sample notice's annexes by hand, from what the notice prints: what tests of the list start from without the reader."""

from store.changes import Change, created
from store.model import DEFAULT_COLUMNS, Item, Mention, Notice, Person, RosterEntry, Task, Unit, WorkPoint, order_between
from store.tasklist import TaskList

LIST_TITLE = "市科技局2021年深化“放管服”改革优化营商环境重点任务清单"

UNITS = {
    "法制处": "政策法制与创新体系建设处",
    "平台处": "创新平台处",
    "成果处": "成果转化处",
    "合作处": "科技合作处",
    "规划处": "发展规划处",
    "高新处": "高新技术处",
    "农社处": "农村与社会发展处",
    "项目中心": "武汉市科技项目管理服务中心",
    "转化中心": "武汉市科技成果转化促进中心",
    "企业中心": "武汉市企业科技创新服务中心",
    "": "科技金融与财务处",
}
"""Alias to full name; the last has none and stands in no row."""

PEOPLE = {
    "盛继亮": ("组长", "局党组书记、局长", None),
    "王振旭": ("副组长", "局党组成员、副局长", None),
    "赵峰": ("副组长", "局党组成员、副局长", None),
    "徐涛": ("副组长", "局党组成员、副局长", None),
    "胡军": ("副组长", "局党组成员、副局长", None),
    "刘红": ("副组长", "二级巡视员", None),
    "余文珠": ("成员", "一级调研员", None),
    "郑雪": ("成员", "发展规划处副处长(主持工作)", "规划处"),
    "王建平": ("成员", "政策法制与创新体系建设处处长", "法制处"),
    "亓巍": ("成员", "武汉市科技项目管理服务中心主任", "项目中心"),
}
"""Name to role, post and alias of the unit."""

_MERGED = ("法制处", "徐涛", "合作处 成果处 企业中心 项目中心", "王振旭 胡军 赵峰")

ROWS = (
    (
        "一、实施科技成果转化工程",
        "",
        "深化科技成果“三权”改革,探索赋予科研人员职务科技成果所有权或长期使用权,进一步激发科研人员创新创业活力,"
        "打通科技成果转化应用“最后一公里”。",
        "成果处",
        "胡军",
        "",
        "",
    ),
    ("二、建设高质量孵化载体", "", "新增省级及以上众创孵化机构40家。", "平台处", "刘红", "", ""),
    (
        "三、推进高效办成一件事",
        "1.",
        "深入推进“一网通办”。加强沟通协调,积极争取国家、省垂直管理部门业务办理系统与统一受理平台数据联通。",
        *_MERGED,
    ),
    ("三、推进高效办成一件事", "2.", "加快电子证照共享调用。", *_MERGED),
    ("三、推进高效办成一件事", "3.", "落实政务服务“好差评”机制,实现“好差评”实名差评回访整改率达到100%。", *_MERGED),
    (
        "三、推进高效办成一件事",
        "4.",
        "提升政务服务窗口的服务能力,营造便利高效、热情周到的服务环境。",
        "法制处 转化中心",
        "徐涛 胡军",
        "合作处",
        "王振旭",
    ),
    (
        "四、赋予科研机构和人员更大自主权",
        "",
        "赋予科研机构和人员更大自主权。探索推进科研项目经费使用“包干制”试点,简化科研项目管理流程,减少不必要的申报材料和"
        "各类过程性评估、检查、抽查,赋予科研人员更大技术路线决策权,赋予科研单位及科研团队科研项目经费管理使用自主权。",
        "规划处",
        "徐涛",
        "成果处 高新处 平台处 农社处 项目中心",
        "胡军 刘红 赵峰",
    ),
    (
        "五、加快科技诚信体系建设",
        "",
        "印发《市科技局关于信用信息管理与应用的工作规程》,建立科研诚信信息认定发布机制。加强社会信用信息在科技领域的应用,"
        "在科技计划项目管理、行政审批中对相关主体社会信用信息进行比对,做到应查必查、联合奖惩。坚持实施包容审慎监管。",
        "法制处",
        "徐涛",
        "规划处 合作处 相关处室单位",
        "相关分管领导",
    ),
    (
        "六、其他共性任务",
        "",
        "按照国家、省、市的统一部署和工作安排,从“更大力度推进审批流程再造,更大力度提高办事便利水平,更大力度维护市场竞争有序,"
        "更大力度保护市场主体权益,更大力度支持企业创新创业,更大力度增强城市功能品质,更大力度推动工作落地见效”出发,开展民法典和"
        "优化营商环境相关规章、规范性文件清理,探索推进证明事项告知承诺制;落实行政执法“三项制度” 健全“互联网+监管”工作机制,"
        "提升监管的精准化、智能化水平;全面落实支持创新创业的各项工作任务和政策措施,为建强“一核一城一圈”、打造“一中心三高地”奠定基础。",
        "相关处室及单位",
        "相关分管领导",
        "",
        "",
    ),
)
"""Item, number, text, lead units, their leaders, participants, their leaders, as annex 2 prints them."""


def _mentions(names: str) -> tuple[Mention, ...]:
    known = {name for name in (*UNITS, *PEOPLE) if name}
    return tuple(Mention(f"key-{name}" if name in known else None, name) for name in names.split())


def sample_change() -> Change:
    """The change that begins the sample list."""
    records: list[Notice | Unit | Person | RosterEntry | Item | Task | WorkPoint] = [
        Notice(key="notice", title="市科技局关于印发工作要点的通知", list_title=LIST_TITLE, columns=DEFAULT_COLUMNS),
        WorkPoint(key="point-1", order="1", number="二、", heading="重点任务"),
        WorkPoint(key="point-2", order="1", parent="point-1", number="(二)", heading="建设高质量孵化载体", text=ROWS[1][2]),
    ]
    order = ""
    heads = {unit: name for name, (_, _, unit) in PEOPLE.items() if unit}
    for alias, full in UNITS.items():
        order, head = order_between(order, ""), heads.get(alias)
        aliases = (alias,) if alias else ()
        key = f"key-{alias}" if alias else "key-财务"
        records.append(Unit(key=key, order=order, full_name=full, aliases=aliases, head=f"key-{head}" if head else None))
    for name, (role, post, unit) in PEOPLE.items():
        order = order_between(order, "")
        records.append(Person(key=f"key-{name}", name=name))
        records.append(
            RosterEntry(key=f"roster-{name}", order=order, person=f"key-{name}", role=role, post=post, unit=f"key-{unit}" if unit else None)
        )
    for title in dict.fromkeys(row[0] for row in ROWS):
        order = order_between(order, "")
        records.append(Item(key=f"item-{title[0]}", order=order, title=title))
    for item, number, text, *cells in ROWS:
        order = order_between(order, "")
        names = ("lead_units", "lead_leaders", "participant_units", "participant_leaders")
        sides = dict(zip(names, map(_mentions, cells), strict=True))
        key = f"row-{item[0]}{number}"
        records.append(Task(key=key, item=f"item-{item[0]}", order=order, number=number, text=text, **sides))
    return Change("导入通知", tuple(created(record) for record in records))


def sample_list() -> TaskList:
    """The sample list in memory."""
    tasks = TaskList()
    tasks.apply(sample_change().edits)
    return tasks
