"""Whether a text mentions bodies, understood or not: what nothing may drop without a word."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import folded

# (不含10亩), (共3项), (以下简称市水务局), (见附件2), (试行), (含高新区): remarks, whatever they name.
_REMARK = re.compile(
    r"(?:不?含|不?包括|共|约|其中|以下|下同|下称|简称|统称|即|见|详见|参见|原|试行|暂行|注|附|依据|根据|例如|如|截至|除|按照?《|《)"
)
# 市水务局抓好, 请市财政局和各区办理: a body within a phrase.
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:局|委员会|管委会|[市县区州省改编健资革教信商]委|办公室|[府委]办|部门|厅|政府|公司|集团|中心"
    r"|街道|[^到全本内]部|[^好出到去]处(?![理于置分罚])|[\u4e00-\u9fff]科(?![技学研普创])|[法学医究察]院|[案书物化]馆|[支大总中]队|协会|工会|妇联|团委)"
)


def is_remark(text: str) -> bool:
    """Tell whether a text begins as a remark does, which names nobody who has a task."""
    return bool(_REMARK.match(folded(text)))


def names_bodies(text: str, known: Sequence[str] = ()) -> bool:
    """Tell whether a text names bodies, or looks as if it did, and is no remark (不含…, 以下简称…)."""
    one_form = folded(text)
    if is_remark(text):
        return False
    names_known = any(unit in one_form for unit in known)
    return names_known or bool(_BODY.search(one_form))
