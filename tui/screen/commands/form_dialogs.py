"""The keys of the dialogs on forms."""

from tui.screen.commands.place import LINES, PAGES, TEXT, Place, key

FORM_DIALOGS = {
    "form_entry": Place(
        "按表录入",
        (
            key(TEXT, "写", "写光标所在的一项；在状态上输入 1 至 5 选一种", in_foot=False),
            key("enter", "改", "接着写光标所在的一项；在状态上换下一种"),
            key("left right", "换状态", "换状态"),
            key("ctrl+d", "照抄上期", "把上期的文字抄到本行还空着的各项"),
            key("ctrl+s", "登记", "登记整份表，为一次变更"),
            key("escape", "返回", "返回；录入了的先问"),
            LINES,
            PAGES,
        ),
        says="直接输入即写光标所在的一项，Enter 到下一项；空着的不改动已登记的内容。",
    ),
    "forms": Place(
        "登记报送表",
        (
            key("enter", "登记", "照所列的登记，每份表一次变更"),
            key("escape", "返回", "返回，不登记"),
            LINES,
            PAGES,
        ),
        says="空着的格不改动已登记的内容；每份表一次变更，可撤销。",
    ),
}
