"""`questions`: what the text does not settle and somebody has to say."""

from store.questions.asking import questions
from store.questions.question import Question
from store.views.findings import questions_view
from tui.command_line.arguments import JSON
from tui.command_line.check import check_settings
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options


def parser(name: str) -> Parser:
    """Return what may stand after `questions`."""
    what = "列出待定的问题：原文没有写明、程序不能替人决定的事；在屏幕上逐条回答。"
    return Parser(name, what, (JSON, *FILE))


def run(options: Options) -> None:
    """Show the questions."""
    with opened(options, read_only=True) as file:
        asked = questions(file.tasks, check_settings())
        if options.json:
            say_json(questions_view(asked))
        else:
            say(f"待定 {len(asked)} 个问题", *map(_line, asked))


def _line(question: Question) -> str:
    candidates = "、".join(question.candidates)
    choice = f"（可选：{candidates}）" if candidates else ""
    return f"{question.code}  {question.text}{choice}"
