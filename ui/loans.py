"""Steps that would hold the window up: a worker writes them, under the lock of the window, which lends it and writes nothing meanwhile.

Each is one transaction: where the process dies or the window is killed, nothing has happened. None can be stopped half way.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import background

if TYPE_CHECKING:
    from pathlib import Path

    from db.backup import Backup
    from ui.session import Session

TASKS = 250  # of a plan that the window takes away itself: 30 ms
RECORDS = 1500  # of a step that the window takes back itself


def _tr(text: str) -> str:
    return QCoreApplication.translate("loans", text)


def run(session: Session, words: str, function: Callable[..., Any], *arguments: Any, done: Callable[[Any], object],
        failed: Callable[[BaseException], object] | None = None) -> None:
    """``function(database, *arguments)`` in a worker, which may write; ``words`` ("Đang xoá kế hoạch") say so until it is over."""
    session.lend(words)

    def ended(tell: Callable[[Any], object] | None, answer: Any) -> None:
        session.lend("")
        if tell is not None:
            tell(answer)

    background.run(function, session.workspace.path, *arguments, on_done=lambda answer: ended(done, answer),
                   on_error=lambda problem: ended(failed or background.tell, problem))


def remove_plan(session: Session, plan_id: str) -> None:
    """As one step that can be undone; a large plan is taken away by the worker."""
    from core.delta import Change, Delta
    from core.edits import remove_plan
    from ui.jobs import remove_stored

    store = session.workspace.store
    if store.task_count(plan_id) <= TASKS:
        session.do(remove_plan(session.workspace.book(plan_id)))
        return
    if session.book is not None and session.book.plan.id == plan_id:
        session.close_plan()  # nothing of it can be changed any more
    plan = store.plan(plan_id)
    run(session, _tr("Đang xoá kế hoạch"), remove_stored, plan_id,
        done=lambda name: session.written(Delta(name, (Change(plan, None),), plan_id)))


def step(session: Session, redo: bool, done: Callable[[str], object]) -> None:
    """The last step taken back, or brought again; ``done`` gets its name, and is not called where there is none. Raises StoreError."""
    from ui.jobs import step_stored

    if session.workspace.step_size(redo) <= RECORDS:
        name = session.redo() if redo else session.undo()
        if name is not None:
            done(name)
        return

    def stepped(name: str | None) -> None:
        session.reload()
        if name is not None:
            done(name)

    run(session, _tr("Đang làm lại") if redo else _tr("Đang hoàn tác"), step_stored, redo, done=stepped)


def restore(session: Session, other: Path, done: Callable[[Backup], object], failed: Callable[[BaseException], object]) -> None:
    """The contents of a backup or of a full export in the place of everything here; ``done`` gets the backup made before."""
    from ui.jobs import restore_stored

    def restored(before: Backup) -> None:
        session.reload()
        done(before)

    run(session, _tr("Đang khôi phục dữ liệu"), restore_stored, other, done=restored, failed=failed)
