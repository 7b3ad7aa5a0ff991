"""Bodies in running text."""

import pytest

from store.reading.prose.bodies import bodies_in, subject_of


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("市水务局", ("市水务局",)),
        ("市水务局、市财政局", ("市水务局", "市财政局")),
        ("公安部门", ("公安部门",)),
        ("各地", ("各地",)),
        ("各省份", ("各省份",)),
        ("各市(州)", ("各市(州)",)),
        ("各三级公立医院", ("各三级公立医院",)),
        ("经信局", ("经信局",)),
        ("有关部门", ("有关部门",)),
        ("县委组织部", ("县委组织部",)),
        ("财政、教育、卫生健康等部门", ("财政、教育、卫生健康等部门",)),
        ("市水务局等部门", ("市水务局",)),
        ("团委", ("团委",)),
    ],
)
def test_names_of_bodies(words: str, names: tuple[str, ...]) -> None:
    assert bodies_in(words) == names


@pytest.mark.parametrize(
    "words",
    ["", "全市", "社会", "对各县区", "经市政府", "由市水务局", "本市", "市水务局、", "推进各部门", "到位", "3家企业", "建立的台账", "《市水务局》"],
)  # fmt: skip
def test_words_that_name_no_body(words: str) -> None:
    assert bodies_in(words) == ()


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("县委组织部组织培训", ("县委组织部",)),
        ("省应急管理厅应加强巡查", ("省应急管理厅",)),
        ("省卫生健康委组织各市卫生健康局开展检查", ("省卫生健康委",)),
        ("市商务局商市财政局提出标准", ("市商务局",)),
        ("市市场监督管理局监督检查", ("市市场监督管理局",)),
    ],
)
def test_a_clause_is_about_the_body_that_it_begins_with(clause: str, names: tuple[str, ...]) -> None:
    subject = subject_of(clause)
    assert subject is not None and subject.names == names
    assert clause.startswith("".join(names)) and subject.end == len("".join(names))


@pytest.mark.parametrize("clause", ["完善制度", "全市统一部署", "要加强领导", "负责巡查"])
def test_a_clause_without_a_body_is_about_none(clause: str) -> None:
    assert subject_of(clause) is None
