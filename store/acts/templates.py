"""Templates (打印模板): the bureau's own words on paper, kept in the list's file under a name."""

from collections.abc import Sequence
from operator import attrgetter

from store.records.changes import Change, created, deleted, updated
from store.records.kept import Template, template_key
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line


def templates(tasks: TaskList) -> Sequence[Template]:
    """Return the templates by their names."""
    return sorted(tasks.all_of(Template), key=attrgetter("name", "key"))


def template_named(tasks: TaskList, name: str) -> Template:
    """Return the template of a name; Refused, with the names there are, where there is none."""
    wanted = clean_line(name).strip()
    known = templates(tasks)
    for template in known:
        if template.name == wanted:
            return template
    names = "、".join(template.name for template in known)
    advice = f"现有的模板：{names}" if names else "清单里还没有模板，请先用 template --set 或 F9 另存"
    raise Refused(f"没有名为“{wanted}”的模板。{advice}。")


def template_name(typed: str) -> str:
    """Return the name of a template as it is kept; Refused where it says nothing."""
    name = clean_line(typed).strip()
    if not name:
        raise Refused("请写明模板的名称。")
    return name


def keep_template(tasks: TaskList, name: str, text: str) -> Change:
    """Keep a text as the template of a name, in place of the one that has it; Refused without a name."""
    wanted = template_name(name)
    held = [template for template in templates(tasks) if template.name == wanted]
    if not held:
        return Change(f"存打印模板“{wanted}”", (created(Template(template_key(wanted), wanted, text)),))
    edits = updated(held[0], text=text)
    return Change(f"改打印模板“{wanted}”" if edits else "模板没有变化", tuple(edits))


def remove_template(tasks: TaskList, name: str) -> Change:
    """Take a template out of the list."""
    template = template_named(tasks, name)
    return Change(f"删除打印模板“{template.name}”", (deleted(template),))
