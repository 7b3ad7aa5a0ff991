"""The commands on the forms by which units report."""

from tui.screen.commands.command import Command

ON_FORMS = (
    Command(
        "send_forms",
        (),
        "发出报送表",
        "选报送期和单位，每个单位一份填报进展的表（xlsx），存到 U 盘或文件夹",
        "台账",
        changes=True,
        act="forms.send",
    ),
    Command(
        "take_forms",
        (),
        "登记报送表",
        "选报回的表或整个文件夹，先看每行改什么，再按 Enter 登记；空着的格不改动",
        "台账",
        changes=True,
        act="forms.take_in",
    ),
    Command(
        "type_form",
        (),
        "按表录入",
        "单位报回的是纸质表时：选报送期和单位，一页录完它的各行，一次登记",
        "台账",
        changes=True,
        act="forms.type_in",
    ),
)
"""The commands on forms."""
