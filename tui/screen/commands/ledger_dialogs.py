"""The keys of the dialogs of the ledger (台账)."""

from tui.screen.commands.place import BACK, FILTER, LINES, PAGES, Place, key

LEDGER_DIALOGS = {
    "today": Place(
        "今日",
        (
            key(
                "enter", "到该处", "到清单的该行、未报的到台账的那一期；催办到登记回复，预定分工到预定的调整"
            ),
            key("space", "选", "选或不选光标所在的一件，在一组的标题上选整组"),
            key("f9", "催办单", "给所选各件、标题下的一组或光标所在一件的单位发催办单"),
            key("f5", "核对", "换到核对的结果"),
            key("left right", "收放", "收起、展开光标所在的一组"),
            BACK,
            FILTER,
            LINES,
            PAGES,
        ),
        says="今天要办的，逾期的在前；按 Enter 到该处去办，选几件可一起催办。",
    ),
    "report": Place(
        "登记进展",
        (
            key("enter", "保存", "保存这一期的进展"),
            key("up down", "换项", "到上一项、下一项；在几行的文字里先逐行移动"),
            key("tab shift+tab", "换项", "到下一项、上一项", in_foot=False),
            key("left right", "改", "换状况、单位；在文字里移动光标"),
            key("ctrl+d", "照抄上期", "把上期的文字抄到还空着的各项，再改"),
            key("ctrl+j", "换行", "在进展、问题、下一步里另起一行"),
            key("ctrl+r", "退回", "写明原因退回已报的进展，等其重报"),
            key("ctrl+s", "保存", "保存这一期的进展", in_foot=False),
            key("escape", "不改", "不改；写过内容的先问"),
        ),
        says="各项都可不填；写好按 Enter 保存，再到下一行。",
    ),
    "course": Place(
        "销号、调整",
        (
            key("enter", "办理", "照所写的办理，一次改完"),
            key("left right", "换办理的事", "换销号、延期、中止等；在文字里移动光标"),
            key("up down", "换项", "到上一项、下一项"),
            key("tab shift+tab", "换项", "到下一项、上一项", in_foot=False),
            key("ctrl+j", "换行", "在完成情况、原因里另起一行", in_foot=False),
            key("ctrl+s", "办理", "照所写的办理", in_foot=False),
            key("escape", "不改", "不改；写过内容的先问"),
        ),
        says="←、→ 选办什么，↓ 到各项，写好按 Enter。",
    ),
}
