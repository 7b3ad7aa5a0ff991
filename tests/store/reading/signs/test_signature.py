"""Who issued a notice, and when."""

from store.reading.signs.lines import lines_of
from store.reading.signs.signature import is_date, signature_of


def test_the_signature_is_a_body_and_a_date() -> None:
    lines = lines_of("请认真贯彻执行。\n武汉市科技局\n2021年3月31日")
    assert signature_of(lines, set()) == ("武汉市科技局", "2021-03-31", [1, 2])
    assert signature_of(lines_of("市水务局 二〇二一年三月三十一日"), set()) == ("市水务局", "2021-03-31", [0])
    assert signature_of(lines_of("市水务局\n市财政局\n2021年3月31日"), set())[0] == "市水务局、市财政局"
    assert signature_of(lines_of("请于2021年3月31日"), set()) == ("", None, [])
    assert is_date("(2021年3月31日)")
    assert not is_date("市水务局2021年3月31日")
