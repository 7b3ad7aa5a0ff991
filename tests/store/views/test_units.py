"""The units of the sample as JSON."""

from store.views.units import units_view
from tests.sample import sample_list


def test_a_unit_with_its_leader_and_rows() -> None:
    found = {one["full_name"]: one for one in units_view(sample_list())}
    platform = found["武汉市企业科技创新服务中心"]
    assert platform["aliases"] == ["企业中心"] and platform["kind"] == "affiliated_agency"
    assert platform["head"] == "郭峰" and platform["acting"] is False
    assert platform["leader"] is None  # 胡军 or 赵峰: the rows do not say.
    assert (platform["led"], platform["shared"]) == ([], ["3.1", "3.2", "3.3"])
