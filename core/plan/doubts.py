"""What a person should look at: rows the reading is not sure of, with the repairs it proposes."""
from __future__ import annotations

from core.agencies import Directory
from core.model import Doubt, PlanInfo, PlanText
from core.plan.made import Made
from core.plan.tasks import Walk


def find(walk: Walk, text: PlanText, info: PlanInfo, directory: Directory | None) -> tuple[list[Made], tuple[Doubt, ...]]:
    """The tasks with their doubts, and the doubts that belong to no task."""
    return walk.made, ()
