"""Text to draft: the pipeline of the reading as its own table of contents."""

from __future__ import annotations

from core.agencies import Directory
from core.model import Draft, PlanText
from core.plan import doubts, heading, known
from core.plan.outline import outline
from core.plan.tasks import read_tasks


def extract(text: PlanText, directory: Directory | None = None) -> Draft:
    """What a plan says of itself and every task in it, with doubts where a person should look. Any text gives a draft."""
    info = heading.read(text)
    with known.names_of(text):
        tree = outline(text)
        walk = read_tasks(tree, text)
        of_tasks, of_plan = doubts.find(walk, tree, text, info, directory)
    tasks = tuple(made.frozen() for made in of_tasks)
    return Draft(info, text.text, tasks, of_plan)
