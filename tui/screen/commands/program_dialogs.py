"""The keys of the dialogs on the program itself: menu, help, settings, files."""

from tui.screen.commands.place import BACK, FILTER, LINES, PAGES, TEXT, Place, key, move

PROGRAM_DIALOGS = {
    "menu": Place(
        "菜单",
        (
            key("enter", "执行", "执行光标所在的命令"),
            key("left right", "换组", "到上一组、下一组命令"),
            key("escape f10 ctrl+t", "返回", "返回，不执行"),
            FILTER,
            LINES,
            PAGES,
        ),
        says="这里能用的全部命令；暂不能用的也列出，并说明原因。",
    ),
    "help": Place(
        "帮助",
        (
            key("up down", "翻看", "往上、往下看"),
            key("right", "使用手册", "看使用手册，第一页是快速入门"),
            key("escape enter f1 ctrl+g", "返回", "返回"),
            move("pageup pagedown home end", "往上、往下看"),
        ),
    ),
    "manual": Place(
        "使用手册",
        (
            key("left right", "翻页", "上一页、下一页；第一页之前是此处的按键"),
            key("up down", "翻看", "往上、往下看"),
            key("escape enter f1 ctrl+g", "返回", "返回"),
            move("pageup pagedown home end", "往上、往下看"),
        ),
    ),
    "settings": Place(
        "设置",
        (
            key("enter", "改", "写另一个值，从几种里选，或按下新的键"),
            key("left right", "换", "换为上一种、下一种"),
            key("delete", "用默认", "光标所在的一项恢复默认"),
            key("escape", "返回", "返回；改过的已经存了"),
            FILTER,
            LINES,
            PAGES,
        ),
        says="改了即存；没有改过的是默认，颜色较淡。",
    ),
    "press_key": Place("换键", (key("escape", "不改", "不改"),)),
    "settings_text": Place(
        "设置文件",
        (
            key("ctrl+s", "保存", "存下，马上起用"),
            key("escape", "返回", "返回；改过的先问"),
            key("enter", "换行", "另起一行", in_foot=False),
            LINES,
            PAGES,
        ),
        says="可直接改写；按 Ctrl+S 存下，读不了的一行会指出来。",
    ),
    "files": Place(
        "选文件",
        (
            key("enter", "选定", "取光标所在的文件，或进入文件夹；输入了路径时取那个文件"),
            key("tab", "补全", "补全输入的名称或路径"),
            key("left backspace", "上一级", "没有输入时，到上一级文件夹"),
            BACK,
            key(TEXT, "查找", "输入名称、拼音首字母、路径，也可粘贴路径", in_foot=False),
            LINES,
            PAGES,
        ),
        says="文件夹里能打开的文件；输入名称、首字母或路径查找。",
    ),
}
