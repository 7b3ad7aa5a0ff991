"""How names of bodies end (市水务局, 成果处, 创业中心): one table for all who tell a body from other
words.
"""

# By kind; a star marks the endings that stand for many bodies as well (各处室, 相关单位, 各县市区政府).
_DIVISIONS = "处室* 处 办公室 科室* 室 科 股 机关党委 党委 党总支 工会 团委"
_AGENCIES = "中心* 研究院 医院 学院 大学 学校* 院* 所* 站 馆 队 园 场 社 公司 集团 银行 支行 分行 协会 学会 联合会 商会 工商联"
_AUTHORITIES = (
    "政府* 委机关 政协机关 人大机关 监委机关 党工委 管委会 委员会 委* 局* 部 厅 署 办* 会 街道* 镇* 乡 县* 区* 市* 州 省 "
    "国务院 法院 检察院 科协 妇联 残联 文联 侨联 台联 社科联"
)
_MANY = "单位* 部门* 股室* 站所* 街镇* 乡镇* 企业* 机构* 园区* 领导* 负责人* 责任人*"
"""What stands for many and ends no name of a body."""


def _endings(words: str) -> str:
    """Return a pattern for the endings in a row of the table."""
    return "|".join(words.replace("*", "").split())


def _collected(words: str) -> str:
    """Return a pattern for the endings in a row that stand for many bodies."""
    starred = [word for word in words.split() if word.endswith("*")]
    return "|".join(starred).replace("*", "")


DIVISION_END = _endings(_DIVISIONS)
"""Divisions of a bureau (成果处), as a pattern."""
AGENCY_END = _endings(_AGENCIES)
"""Bodies of their own under a bureau (创业中心), as a pattern."""
AUTHORITY_END = _endings(_AUTHORITIES)
"""Bureaus, governments and their like (市水务局), as a pattern."""
COLLECTIVE_END = _collected(f"{_DIVISIONS} {_AGENCIES} {_AUTHORITIES} {_MANY}")
"""What 各 and 相关 stand before (各处室), as a pattern."""
