"""The keys of the dialogs on what ends on paper, reminders and statistics, and of forms of a few lines."""

from tui.screen.commands.place import BACK, LINES, PAGES, Place, key

PRINTED_DIALOGS = {
    "lines": Place(
        "填写",
        (
            key("enter", "确定", "各项都写好了"),
            key("up down", "换项", "到上一项、下一项；Tab 也是"),
            key("left right", "改", "在有几种可选的一项上换一种"),
            key("ctrl+j", "换行", "在可写几行的文字里另起一行", in_foot=False),
            key("escape", "取消", "不改；写了字的先问"),
        ),
        says="用 ↑、↓ 到各项，没有的可不填；写好按 Enter。",
    ),
    "reminders": Place(
        "催办登记",
        (
            key("enter f2", "登记回复", "登记单位对这一份的回复；已登记的可改写"),
            key("f9", "打印", "打印这一份催办单；电话催办打印登记表"),
            key("ctrl+l", "到该行", "到这一份所涉的第一行"),
            BACK,
            LINES,
            PAGES,
        ),
        says="新发的在前；单位回复后在此登记，到期未回复的另有颜色。",
    ),
    "stats": Place(
        "统计",
        (
            key("left right", "换", "在分类、报送期上换一种，在表中换一栏"),
            key("enter", "看各行", "看光标所在的数字是哪些行，再回车到其中一行"),
            key("f9", "打印", "打印这张统计表"),
            BACK,
            LINES,
            PAGES,
        ),
        says="←、→ 换分类和报送期；在数字上按 Enter 看是哪些行。",
    ),
}
"""A dialog names its place; `dialogs.py` joins them to the others."""
