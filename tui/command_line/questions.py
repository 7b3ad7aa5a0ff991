"""`questions`: what the text does not settle and somebody has to say."""

from argparse import Namespace

from store.questions.asking import questions
from store.views.findings import questions_view
from tui.command_line.check import check_settings
from tui.command_line.lists import add_file, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser


def parser(name: str) -> Parser:
    """What may stand after `questions`."""
    made = Parser(
        f"yaodian {name}",
        "[--json] [-f 清单文件]",
        "列出待定的问题:原文没有写明、程序不能替人决定的事;在屏幕上逐条回答。",
    )
    made.add_argument("--json", action="store_true", help="输出 JSON")
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Show the questions."""
    with opened(options, read_only=True) as file:
        asked = questions(file.tasks, check_settings())
        if options.json:
            say_json(questions_view(asked))
        else:
            said = [
                f"{one.code}  {one.text}" + (f"(可选:{'、'.join(one.candidates)})" if one.candidates else "")
                for one in asked
            ]
            say(f"待定 {len(asked)} 个问题", *said)
