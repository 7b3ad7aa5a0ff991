"""An example or two of each command, as its help and `docs/command-line.md` show them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Example(NamedTuple):
    """What is written after `yaodian COMMAND`, and what it does."""

    words: str
    does: str


EXAMPLES: Mapping[str, Sequence[Example]] = {
    "read": (Example("通知.txt", "看看能读出什么，不保存"),),
    "import": (
        Example("通知.txt -o 清单.json", "读成一份新的清单；先看不存，加 --dry-run"),
        Example("更正通知.txt --into 清单.json", "列出与清单不同的各处"),
        Example("更正通知.txt --into 清单.json --accept 1,3-5", "采用其中几处；全部采用写 all"),
    ),
    "show": (
        Example("tasks", "上次打开的清单的各行"),
        Example("tasks --only 成果处,no-deadline --sort deadline", "成果处没有时限的行，按时限排列"),
        Example("tasks --as-of '2026-11-01 14:30'", "当时的清单"),
        Example("matrix --by leader", "方阵：各行由哪位领导分管，有合计"),
        Example("history --row 3.2 --since 11-1", "第 3.2 行在 11 月 1 日以后的变更"),
        Example("unit 成果处", "一个单位：负责人、分管领导、牵头和责任的行"),
    ),
    "assign": (
        Example("3.2 --lead 平台处", "换牵头单位，分管领导随之改动"),
        Example("3.1-3.3 --participants 合作处,成果处 --basis 局办公会纪要", "换几行的责任单位，写明依据"),
        Example("1 --lead-leaders 刘红 --only-here", "只这一行另由一位领导分管"),
    ),
    "set": (
        Example("2 --deadline 6月底前", "改完成时限，并说看作哪一天"),
        Example("2 --deadline 下周五 --as-worded", "不当作日子，照原样写"),
        Example("2 --due 2021-12-31 --basis 局办公会纪要", "另定到期日，完成时限的文字不动"),
    ),
    "schedule": (
        Example("", "现在的报送安排和下次应报日"),
        Example("--every 月 --day 25", "新增月报：每月 25 日前，由牵头单位报"),
        Example("--every 季度 --day 15 --shift 1 --who all", "新增季报：次月 15 日前，责任单位也报"),
        Example("月报 --until 2026-12", "月报报到 2026 年 12 月止"),
    ),
    "measure": (
        Example("--from-text", "各行目标文字中可以作指标的数"),
        Example("--from-text --take 1,3", "采用其中两个"),
        Example("2 --measure 1 --target 45", "改第 2 行第一个指标的目标值"),
    ),
    "milestone": (
        Example("2 --add 完成立项 --by 3月底前", "给第 2 行加一个节点"),
        Example("2 --milestone 1 --by 4月底前", "改它的日期"),
    ),
    "report": (
        Example(
            "3.2 --unit 法制处 --period 2026-10 --done 已接入12类证照。 --word 推进中 --received 10-24",
            "登记第 3.2 行 10 月的进展",
        ),
        Example("2 --unit 平台处 --period 2026-10 --value 18 --signed 刘红", "登记完成值，写明审签人"),
        Example("3.1-3.3 --unit 法制处 --period 2026-10 --done 按计划推进。", "几行用同一段文字"),
    ),
    "send-back": (
        Example("2 --unit 平台处 --period 2026-10 --reason 没有写完成数", "退回，重报以前按未报计"),
    ),
    "reports": (
        Example("--period 2026-10", "10 月应报的，谁报了、谁没报"),
        Example("3.1-3.3 --unit 法制处 --json", "一个单位这几行各期的情况，供别的程序读"),
    ),
    "close": (
        Example("3.2 --result 已办结 --approved-by 徐涛 --approved-on 11-20", "销号，写明谁批准、哪天批准"),
        Example("3.2 --result 已办结 --asked-by 平台处", "申请销号，待批准"),
    ),
    "reopen": (Example("3.2 --reason 验收未通过", "恢复办理，或退回销号申请"),),
    "defer": (
        Example("3.2 --to 2021-12-31 --reason 用地未落实 --approved-by 徐涛", "延期到年底，写明谁批准"),
        Example("3.1-3.3 --to 11-30 --dry-run", "先看几行各从哪天延到哪天"),
    ),
    "alter": (Example("2 --reason 目标改为30家 --basis 局办公会纪要", "记下变更了什么，依据是什么"),),
    "suspend": (Example("3.2 --reason 上级政策调整 --applies-from 11-1", "从 11 月 1 日起暂停办理"),),
    "resume": (Example("3.2 --to 顺延", "恢复办理，时限加上中止的天数"),),
    "cancel": (Example("3.2 --reason 并入另一项 --approved-by 徐涛", "不再办理，写明谁批准"),),
    "year": (
        Example("", "清单是哪一年的，从哪里得知"),
        Example("2026 --dry-run", "看不出年份的清单定为 2026 年的，先看改什么"),
    ),
    "lights": (
        Example("", "现在的亮灯办法"),
        Example("三亚 --warn-days 10", "改按三亚的办法，到期前 10 天起为临期"),
    ),
    "due": (
        Example("", "各行的时限、看作哪一天、今天的状态"),
        Example("--only overdue --on 2021-10-31", "到 10 月 31 日逾期的行"),
    ),
    "stats": (
        Example("--by unit --period 2021-10", "10 月各牵头单位有多少行，各是什么状态"),
        Example("--by state --on 2021-10-31 --total 9", "各状态的行数和占比；与总数不符的不列"),
    ),
    "bulletin": (
        Example("--period 2021-10", "10 月的通报稿；存成文件用 print --sheet bulletin"),
        Example("--period 2021Q3 --on 10-20 --json", "三季度的，截至 10 月 20 日，供别的程序读"),
    ),
    "remind": (
        Example("--unit 平台处 --rows 2 --answer-by 11-5 --require 请报送进展", "发一份催办单"),
        Example("--unit 法制处 --rows 3.1-3.3 --kind 电话 --phone-with 王敏", "登记一次电话催办"),
    ),
    "answer": (Example("催办〔2026〕3号 --text 已完成认定 --on 11-4 --signed 刘红", "登记收到的回复"),),
    "reminders": (Example("", "催办登记：文号、单位、期限、是否回复"),),
    "today": (
        Example("", "今天要办的，逾期的在前"),
        Example("--on 2021-10-27 --json", "某一天的，供别的程序读"),
    ),
    "score": (
        Example("", "各单位的得分和由来"),
        Example("--period 2026Q3", "只算三季度的事；存成文件用 print --sheet scores --period 2026Q3"),
        Example("--rule 基础分=100,迟报=-0.1,未报=-0.5/10 --basis 考核办法", "定规则，未报最多扣 10 分"),
    ),
    "punctuation": (
        Example("--dry-run", "先看整份清单会改哪些文字"),
        Example("3.1-3.3", "只改这几行"),
    ),
    "settle": (Example("企业中心 --leader 赵峰", "定下由谁分管，以此为准"),),
    "handover": (
        Example("--from 胡军 --to 赵峰 --units 成果处,转化中心 --dry-run", "先看各行改前改后"),
        Example("--from 胡军 --to 赵峰 --units 成果处 --answer 3.1-3.3=drop,4=keep", "逐条答复后移交"),
    ),
    "plans": (Example("", "预定的分工调整"), Example("--apply 1", "执行其中第一项")),
    "check": (
        Example("", "核对清单；还有错误时退出码为 1"),
        Example("--only C05,C14", "只查两条规则"),
    ),
    "accept": (
        Example("C02 --row 3.4 --reason 局长同意", "写明理由认可"),
        Example("C02 --row 3.4 --withdraw", "收回认可"),
    ),
    "self-check": (
        Example("", "看本机能不能用：程序是否完整，试读、试改、试印"),
        Example("-o 自检.docx", "结果另印成一张表，交给维护人员"),
    ),
    "ruler": (Example("", "看看 “…—① 等符号占几格，该怎么设"),),
    "questions": (Example("", "原文没有写明、要由人定的问题和可能的答案"),),
    "unit": (
        Example("合作处 --alias 科技处 --head 黄静", "改简称和负责人"),
        Example("相关处室单位 --members 成果处,平台处", "定统称所含的单位"),
    ),
    "rename-unit": (Example("平台处 --to 科技基地处 --alias 基地处", "更名，各行随之改动"),),
    "merge-units": (Example("平台处 --into 成果处 --answer 4=drop", "并入，第 4 行不再由它负责"),),
    "merge-alike": (
        Example("", "列出并入后重复的行、事项、单位、人员"),
        Example("--take 宣传处", "宣传处合并为一处，用到它的各行随之改动"),
    ),
    "split-unit": (
        Example("平台处 --into 基地处,园区处 --answer 2=基地处,4=基地处+园区处", "拆分，各行写明由谁承接"),
    ),
    "person": (Example("胡军 --post 局党组副书记 --place 2", "改职务和排名"),),
    "replace-person": (
        Example("王建平 --by 李明", "接替，各行随之改动"),
        Example("'王建平(法制处处长)' --by 李明", "同名的两人，写明是哪一位"),
    ),
    "undo": (Example("", "撤销上一次变更"),),
    "redo": (Example("", "重做刚撤销的"),),
    "next-year": (Example("-o 2022.json", "下年的清单：责任照旧，时限清空"),),
    "forms": (
        Example("out --period 2026-10 -d U盘", "给每个要报送的单位一份 10 月的报送表"),
        Example("in U盘 --dry-run", "文件夹里报回的表会登记什么，不改动"),
        Example("in 成果处_2026年10月_进展情况报送表.xlsx --received 10-24", "登记一份，写明收到的日期"),
        Example("list --period 2026-10", "哪些单位的表还没有收回"),
    ),
    "exchange": (
        Example("out -d E:/", "把对方还没有的变更导出到 U 盘"),
        Example("in E:/清单_PC-03_20261021-1602.yaodian --dry-run", "先看会并入什么"),
        Example("in E:/清单_PC-03_20261021-1602.yaodian", "并入；也可写对方的整份清单或备份"),
        Example("undo --by 王芳 --dry-run", "先看撤销最后一批里王芳的变更会改成什么"),
        Example("peers", "交换过的电脑，和上次交换的时间"),
    ),
    "conflicts": (Example("", "原来的值、各方的值，谁在哪台电脑上、什么时候改的"),),
    "decide": (
        Example("3.2 --field lead --take 李明 --basis 局办公会纪要", "牵头一方取李明的值"),
        Example("3.2 --field remark --value 已发函", "两方都不取，写另外的值"),
        Example("--all --take 李明 --dry-run", "先看全部取李明的值会是怎样"),
    ),
    "copy": (Example("-o 副本.json", "整份清单，含历史"),),
    "backups": (Example("", "各份备份和它们的内容"),),
    "restore": (Example("示例.备份/2026-11-01.json", "回到一份备份，可撤销"),),
    "verify": (Example("清单.json", "文件、日志和历史是否完整"),),
    "adopt": (
        Example("--dry-run", "先看别的程序改了哪些"),
        Example("--basis 王芳手工更正", "采用为一次变更，写明依据"),
        Example("--drop", "不采用，恢复成历史里的内容"),
    ),
    "repair": (
        Example("清单.json", "损坏的清单可以从哪些备份恢复"),
        Example("清单.json --restore 1 -o 新.json", "从第一份恢复成新文件，原来的不动"),
    ),
    "template": (
        Example("--save 模板.toml", "存出随程序的一份，改成本单位的文字"),
        Example("--name 局发 --set 模板.toml", "存为模板“局发”，打印时写 --template 局发"),
    ),
    "print": (
        Example("--format docx -o 清单.docx", "把清单打印成文件"),
        Example("--sheet unit --for 成果处,平台处 --format pdf -o 分解单.pdf", "两个单位的任务分解单"),
        Example("--sheet changes --since last-print --format pdf -o 对照.pdf", "上次打印以来的调整对照表"),
        Example("--sheet history --since 11-1 --until 11-30 --format docx -o 记录.docx", "11 月的变更记录"),
    ),
}
"""Command to its examples."""
