"""Shares add up to 100.0, and a stated total that is not the sum of its parts is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ledger.shares import refuse_other_total, shares
from store.refused import Refused

# 金寨 2025 H1: 欠进度 17, 超进度 10, 已完成 24, 其它 9, 达进度 162 of 222. The page prints 4.1 and 72.9, made
# by hand to add up: https://www.ahjinzhai.gov.cn/public/6596281/38062166.html
JINZHAI = (17, 10, 24, 9, 162), ("7.7", "4.5", "10.8", "4.0", "73.0")
# 宣城 2020-11: of 55 targets 44 (80.0 %) reach the plan, 11 (20.0 %) do not:
# xuancheng.gov.cn/OpennessContent/show/2044556
XUANCHENG = (44, 11), ("80.0", "20.0")
# 青岛 Q3: five classes of "132" indicators, which make 125:
# http://qdyyxzs.com/html/html1042017948fbab00052197bc8bd943498b89dd71.html
QINGDAO = (19, 98, 2, 3, 3)


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        JINZHAI,
        XUANCHENG,
        ((1, 1, 1), ("33.4", "33.3", "33.3")),
        ((1, 0), ("100.0", "0.0")),
        ((0, 0), ("0.0", "0.0")),
        ((), ()),
    ],
)
def test_shares_go_by_the_largest_remainder(counts: tuple[int, ...], printed: tuple[str, ...]) -> None:
    assert tuple(map(str, shares(counts))) == printed


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=30).filter(any))
def test_shares_always_make_a_hundred_and_are_less_than_a_tenth_off(counts: list[int]) -> None:
    found = shares(counts)
    assert sum(found) == 100
    for count, share in zip(counts, found, strict=True):
        assert abs(share - Decimal(count) * 100 / sum(counts)) < Decimal("0.1")


def test_a_stated_total_must_be_the_sum() -> None:
    refuse_other_total(QINGDAO, 125)
    with pytest.raises(Refused, match=r"^各类相加 125，与总数 132 不符。$"):
        refuse_other_total(QINGDAO, 132)
