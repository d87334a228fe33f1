"""The pages of the window, in the order of the rail: each is imported and built at its first use."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session

SIDE_PAGES = ("review", "matrix")


class PageSpec(NamedTuple):
    """``make`` imports and builds the page at its first use; ``of_plan``: it shows one open plan."""

    id: str
    icon: str
    make: Callable[[Session], QWidget]
    of_plan: bool = False


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


PAGES = (
    PageSpec("plans", "plans", _plans),
    PageSpec("review", "review", _review, of_plan=True),
    PageSpec("matrix", "matrix", _matrix, of_plan=True),
    PageSpec("agencies", "agencies", _agencies),
    PageSpec("search", "search", _search),
    PageSpec("export", "export", _export, of_plan=True),
)
