"""Follow-up: the days of a stage, and what is recorded of tasks of several plans."""
from __future__ import annotations

from datetime import date

import pytest

from core.delta import Change
from core.follow import Stage, set_done, set_paused, span_of
from core.model import Task

TODAY = date(2025, 12, 17)  # a Wednesday


@pytest.mark.parametrize(("stage", "span"), [
    (Stage.LATE, (None, date(2025, 12, 16))), (Stage.WEEK, (TODAY, date(2025, 12, 21))), (Stage.MONTH, (TODAY, date(2025, 12, 31))),
    (Stage.QUARTER, (TODAY, date(2025, 12, 31))), (Stage.AHEAD, (TODAY, None)), (Stage.UNDATED, None), (Stage.PAUSED, None),
    (Stage.DONE, None)])
def test_the_days_of_a_stage(stage: Stage, span: object) -> None:
    assert span_of(stage, TODAY) == span


def test_quarters_and_sundays_end_on_their_last_day() -> None:
    assert span_of(Stage.QUARTER, date(2025, 1, 1)) == (date(2025, 1, 1), date(2025, 3, 31))
    assert span_of(Stage.MONTH, date(2024, 2, 29)) == (date(2024, 2, 29), date(2024, 2, 29))
    assert span_of(Stage.WEEK, date(2025, 12, 21)) == (date(2025, 12, 21), date(2025, 12, 21))


def test_tasks_of_two_plans_are_done_in_one_step_that_names_their_number() -> None:
    one, two = Task("a", "p", 1.0, "Việc một"), Task("b", "q", 1.0, "Việc hai", done=TODAY)
    delta = set_done([one, two], TODAY)
    assert delta.name == "Ghi hoàn thành 1 nhiệm vụ"  # the other was done that day already
    assert delta.plan == "p"
    (change,) = delta.changes
    assert isinstance(change.after, Task)
    assert change.after.done == TODAY
    both = set_paused([one, two], True)
    assert both.plan is None
    assert [c.after.paused for c in both.changes if isinstance(c, Change) and isinstance(c.after, Task)] == [True, True]
    assert not set_done([one], None)
