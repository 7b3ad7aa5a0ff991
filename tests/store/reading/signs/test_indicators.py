"""What targets count."""

from store.reading.signs.indicators import indicators_of


def test_targets_are_figures_of_something() -> None:
    found = indicators_of(
        (
            "新增省级及以上众创孵化机构40家",
            "实现“好差评”实名差评回访整改率达到100%",
            "改造老旧小区40个、惠及居民1.2万户",
            "办理时间不超过3个工作日",
        )
    )
    assert [(one.value, one.unit, one.base) for one in found] == [
        ("40", "家", "新增省级及以上众创孵化机构"),
        ("100", "%", "“好差评”实名差评回访整改率"),
        ("40", "个", "改造老旧小区"),
        ("1.2", "万户", "惠及居民"),
        ("3", "个工作日", "办理时间"),
    ]
