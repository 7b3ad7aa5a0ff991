"""The keys of the dialogs on the list."""

from tui.screen.commands.form_dialogs import FORM_DIALOGS
from tui.screen.commands.ledger_dialogs import LEDGER_DIALOGS
from tui.screen.commands.place import BACK, DIGIT, FILTER, LINES, PAGES, TEXT, Place, key, move
from tui.screen.commands.printed_dialogs import PRINTED_DIALOGS

_CANCEL = key("escape", "取消", "不改动")

DIALOGS = {
    **PRINTED_DIALOGS,
    **LEDGER_DIALOGS,
    **FORM_DIALOGS,
    "choose": Place(
        "选一项",
        (key("enter", "选定", "选定光标所在的一项"), BACK, FILTER, LINES, PAGES),
        says="选定一项即继续；输入汉字、全拼或首字母可以缩小范围。",
    ),
    "filter": Place(
        "筛选和排序",
        (
            key("enter", "选定", "只看光标所在的一项，或所选的几项"),
            key("space", "多选", "选上或不选光标所在的一项，可选几项"),
            BACK,
            key(TEXT, "筛选", "输入单位、领导、没有时限、6月底前或任务中的字词", in_foot=False),
            LINES,
            PAGES,
        ),
        says="只看选中的行或换个次序，不改动清单；再按 F4 恢复。",
    ),
    "mark": Place(
        "选几项",
        (
            key("space", "选或不选", "选上或不选光标所在的一项"),
            key("enter", "下一步", "选好了，下一步"),
            _CANCEL,
            LINES,
            PAGES,
        ),
        says="按空格选上要的各项，可选几项，再按 Enter。",
    ),
    "shown": Place(
        "显示",
        (
            key("space", "显示或收起", "显示或收起光标所在的一栏或窗格，换行高"),
            key("ctrl+up ctrl+down", "移动栏目", "把光标所在的一栏往前、往后移"),
            key("enter", "确定", "照此显示"),
            _CANCEL,
            LINES,
        ),
        says="栏目随清单保存，可撤销；行高和窗格只改您自己看到的。",
    ),
    "text": Place(
        "改文字",
        (
            key("enter", "确定", "写好了"),
            key("ctrl+j", "换行", "在可写几行的文字里另起一行"),
            key("ctrl+s", "确定", "写好了", in_foot=False),
            key("ctrl+a", "全选", "选上全部文字，再输入即重写", in_foot=False),
            key("escape", "取消", "不改；写了两个字以上的先问"),
        ),
        says="写好按 Enter；写了几个字再按 Esc 会先问，不会丢。",
    ),
    "why": Place(
        "为什么改",
        (
            key("left right up down", "选", "选一个回答：仅此行、分工调整或原文读错"),
            key("enter", "确定", "照所选的做；还没有选时不做"),
            key("escape", "不改", "不改动"),
        ),
        says="所写的领导与这个单位的分管领导不一致，请说明原因。",
    ),
    "day_and_basis": Place(
        "日期和依据",
        (
            key("enter", "下一步", "到下一格；在最后一格上完成"),
            key("up down", "换格", "到上一格、下一格"),
            key("escape", "取消", "不做；写了两个字以上的先问"),
        ),
        says="日期和依据都会写进历史和调整对照表，可不填。",
    ),
    "findings": Place(
        "核对",
        (
            key("enter", "到该处", "到清单、名册或正文的该处；在不一致上定夺，再到下一处"),
            key("f2", "改正", "打开改它的地方；在不一致上另写一个值"),
            key("space", "选", "选或不选光标所在的一条，在一组的标题上选整组"),
            key(
                "ctrl+k",
                "认可",
                "写一条理由，认可所选各条、标题下的一组或光标所在的一条；已认可的收回；在不一致上全部取这一方",
            ),
            key("f5", "待定", "换到待定的问题"),
            key("tab", "看已认可", "看或隐去已认可的"),
            key("ctrl+l", "到该处", "到清单、名册或正文的该处，在不一致上也是", in_foot=False),
            key("left right", "收放", "收起、展开光标所在的一组；在不一致上选一方"),
            BACK,
            FILTER,
            LINES,
            PAGES,
        ),
        says="逐条改正，或写明理由认可；清单一改，结果随之更新。",
    ),
    "questions": Place(
        "待定",
        (
            key("enter", "回答", "回答光标所在的问题，再到下一个"),
            key("f2", "回答", "与 Enter 相同", in_foot=False),
            key("ctrl+l", "到该处", "到清单、名册或正文的该处"),
            key("f5", "核对", "换到核对的结果"),
            key("left right", "收放", "收起、展开光标所在的一组"),
            BACK,
            FILTER,
            LINES,
            PAGES,
        ),
        says="原文没有写明、要由您确定的事项，答完一条到下一条。",
    ),
    "conflicts": Place(
        "不一致",
        (
            key("enter", "定夺", "取选定的一方，再到下一处"),
            key("left right", "选一方", "在甲、乙各方之间选"),
            key("f2", "另写", "各方都不取，另写一个值"),
            key("ctrl+k", "全部取这一方", "凡这一方有值的都取它的，先看再改，一次改完"),
            key("ctrl+l", "到该处", "到清单、名册或正文的该处"),
            BACK,
            LINES,
            PAGES,
        ),
        says="并入后两边改得不一样：先用 ←、→ 选一方，再按 Enter 定夺。",
    ),
    "history": Place(
        "历史",
        (
            key("enter", "到行", "到这次变更改过的第一行"),
            key("tab", "本行/全部", "只看本行的变更，或看全部"),
            key("f4", "筛选起始日", "只看某天起的变更"),
            key("f8", "看当时", "看这次变更之后的清单，只能查看"),
            key("f9", "打印", "打印这次分工调整的移交清单；照原样重印打过的统计、通报", in_foot=False),
            key("ctrl+z", "撤销", "撤销这次变更，以后的留下"),
            key("escape f7", "返回", "返回，不改动"),
            key(TEXT, "筛选", "输入题目、姓名、依据中的字词", in_foot=False),
            LINES,
            PAGES,
            move("ctrl+home ctrl+end", "到最新、最早的变更"),
        ),
        says="谁在何时改了什么，依据是什么；可看当时的清单，也可撤销。",
    ),
    "row_card": Place(
        "行卡片",
        (
            key("enter f2", "修改", "修改光标所在的一项"),
            key(TEXT, "改写", "重写光标所在的一项；责任栏打开选择框"),
            BACK,
            LINES,
            PAGES,
        ),
        says="本行的全部内容；光标停在一栏上，直接输入即可改写。",
    ),
    "roster_card": Place(
        "卡片",
        (
            key("enter f2", "打开", "修改这一项，执行这一条命令，或到该行"),
            BACK,
            LINES,
            PAGES,
        ),
        says="名册上的内容、可办的事和有关的行，按 Enter 打开。",
    ),
    "print": Place(
        "打印",
        (
            key("enter", "打印", "存成文件，或送打印机"),
            key("up down", "选项", "到上一项、下一项"),
            key("left right", "改", "改光标所在的选项"),
            key("f2 f3", "查找", "从全部可选的里查找，或改文件名"),
            key("f6", "页面", "方向、页码、附件序号、截至、份数等，或回到打印的选项"),
            key("ctrl+s", "另存为模板", "把选好的页面和文字存为清单里的打印模板", in_foot=False),
            key("pageup pagedown", "翻看", "翻看打印的样子"),
            BACK,
        ),
        says="样子在下面；存成的文件可用 WPS、Word 打开再打印。",
    ),
    "progress": Place("进度", (key("escape", "停止", "停下来，一切照旧"),)),
    "preview": Place(
        "逐行预览",
        (
            key("enter", "执行", "各处都答复了，一次改完"),
            key("left l", "留", "这一处留下不改"),
            key("right q", "去", "这一处改走"),
            key("space", "换", "在 留、去 之间换"),
            _CANCEL,
            LINES,
            PAGES,
        ),
        says="执行前请逐行核对；有疑问的行先答复留还是去。",
    ),
    "split": Place(
        "机构拆分",
        (
            key("enter", "执行", "各行都答复了，一次改完"),
            key("space right left", "换承接的单位", "依次换为各个单位，最后是全部"),
            key(DIGIT, "加减一个", "加上或去掉这个数字的单位"),
            _CANCEL,
            LINES,
            PAGES,
        ),
        says="每一行由哪个新单位承接，逐行选定后再执行。",
    ),
    "compare": Place(
        "两边对照",
        (
            key("enter", "采用", "采用光标所在的一边"),
            key("pageup pagedown", "翻看", "翻看两边的文字"),
            key("escape q", "返回", "返回，不改动"),
            LINES,
        ),
        says="【】里是两边不同之处；采用一边，另一边照改。",
    ),
    "comparison": Place(
        "按通知更新",
        (
            key("enter", "采用所选", "一次采用所选的各处"),
            key("space", "选或不选", "选上或不选光标所在的一处"),
            key("tab", "全选或全不选", "全选；都已选上时全不选"),
            key("escape", "不改动", "返回，不改动"),
            LINES,
            PAGES,
        ),
        says="勾选要采用的各处，一次更新；后来改过的没有勾选。",
    ),
    "merge": Place(
        "并入预览",
        (
            key("enter", "并入", "把这些变更并入清单，各人的变更都保留"),
            key("escape", "不并入", "返回，清单不改动"),
            LINES,
            PAGES,
        ),
        says="并入前请看一遍；按 Esc 返回，清单不改动。",
    ),
    "restore": Place(
        "恢复备份",
        (key("enter", "恢复", "恢复光标所在的一份，可撤销"), BACK, LINES, PAGES),
        says="恢复也是一次变更，历史仍在，可以撤销。",
    ),
    "import": Place(
        "导入预览",
        (
            key("enter", "导入", "按左边所示存成清单；在责任字样、名册角色上是一并改"),
            key("f2", "修改", "修改光标所在的一处"),
            key("f3 tab", "下一处疑问", "到下一处疑问；全文对照时到下一处疑问或未读的行"),
            key("space", "列入", "正文中提到的分工：列入清单，或不列入", in_foot=False),
            key("ctrl+a", "全部列入", "正文中提到的分工全部列入，再按全不列入", in_foot=False),
            key("f6", "看原文", "到原文里往下看，再按回来"),
            key("f8", "全文对照", "原文各行是否读了：已读、疑问、未读；再按回来"),
            key("ctrl+z", "撤回", "撤回刚才的改动", in_foot=False),
            key("escape", "不导入", "返回，不导入；改过的先问"),
            LINES,
            PAGES,
        ),
        says="左边是读出的内容，右边是原文；改好有疑问处再导入。",
    ),
}
"""A dialog names its place; what it binds beside these keys a test finds."""
