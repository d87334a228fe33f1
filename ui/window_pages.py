"""The pages of the window, in the order of the rail: each is imported and built at its first use."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session

SIDE_PAGES = ("review", "matrix")


class PageSpec(NamedTuple):
    """``make`` imports and builds the page at its first use; ``of_plan``: it shows one open plan. ``needs`` are modules that are imported
    one by one while the window has nothing else to do, so that no pause is long: any order works, this one makes the pieces even."""

    id: str
    icon: str
    make: Callable[[Session], QWidget]
    of_plan: bool = False
    needs: tuple[str, ...] = ()


def _plans(session: Session) -> QWidget:
    from ui.pages.plans import PlansPage

    return PlansPage(session)


def _review(session: Session) -> QWidget:
    from ui.pages.review import ReviewPage

    return ReviewPage(session)


def _matrix(session: Session) -> QWidget:
    from ui.pages.matrix import MatrixPage

    return MatrixPage(session)


def _agencies(session: Session) -> QWidget:
    from ui.pages.agencies import AgenciesPage

    return AgenciesPage(session)


def _search(session: Session) -> QWidget:
    from ui.pages.search import SearchPage

    return SearchPage(session)


def _export(session: Session) -> QWidget:
    from ui.pages.export import ExportPage

    return ExportPage(session)


def _follow(session: Session) -> QWidget:
    from ui.pages.follow import FollowPage

    return FollowPage(session)


PAGES = (
    PageSpec("plans", "plans", _plans),
    PageSpec("review", "review", _review, of_plan=True, needs=(
        "core.naming", "core.agencies", "core.edits",
        "core.proposals", "core.plan.heads", "core.plan.bodies",
        "ui.delegates.task_card", "ui.pages.review_document", "ui.pages.review_source", "ui.pages.review_lists",
        "ui.pages.review")),
    PageSpec("matrix", "matrix", _matrix, of_plan=True, needs=(
        "core.matrix", "core.matrix_view", "ui.models.matrix", "ui.pages.matrix_pane", "ui.pages.matrix")),
    PageSpec("agencies", "agencies", _agencies, needs=("ui.models.agencies", "ui.pages.agency_form", "ui.pages.agencies")),
    PageSpec("search", "search", _search, needs=("ui.pages.search",)),
    PageSpec("export", "export", _export, of_plan=True, needs=(
        "core.sheets.layout", "core.sheets.options", "core.sheets.wording", "core.sheets.checklist", "ui.pages.export_preview",
        "ui.pages.export_choices", "ui.pages.export_print", "ui.pages.export")),
    PageSpec("follow", "follow", _follow, needs=("core.follow", "ui.models.follow", "ui.pages.follow_bar", "ui.pages.follow")),
)
