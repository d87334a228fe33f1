"""The main window: rail, pages, the folding panel at the right and the bottom bar. It composes; the rules live elsewhere."""
from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.plan_name import plan_name
from ui import messages, theme
from ui.actions import ActionSpec, ActionTable
from ui.bar import BottomBar
from ui.numbers import CENTRE, set_number
from ui.pages.plans import PlansPage
from ui.rail import Rail
from ui.window_actions import Corner, window_actions
from ui.window_pages import PAGES, SIDE_PAGES

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent

    from core.book import Book
    from core.delta import Delta
    from ui.importing import Importer
    from ui.pages.empty import EmptyState
    from ui.session import Session

ROOMY = 1500  # from this width the panel stands beside the matrix unasked; on a laptop the agencies need the room
PAUSE = 15  # ms between two pieces of what waited for the first paint: what the person does goes before
WIDE = 1040  # narrower than this even a panel that was chosen to stay waits until it is asked for again


def _specs_of(page: QWidget) -> list[ActionSpec]:
    """What a page brings to the table (its ``actions`` takes the place of Qt's own)."""
    found: list[Any] = list(page.actions())
    return [spec for spec in found if isinstance(spec, ActionSpec)]


class MainWindow(QMainWindow):
    """One per program. ``build_all`` makes the pages that were not needed yet, so that menus and palette hold every action."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("phancong")
        self.setAcceptDrops(True)
        self.setMinimumSize(860, 460)  # a 1366 × 768 screen at 150 % has 910 × 512
        self.pages: dict[str, QWidget] = {}
        self.unjoined: dict[str, QWidget] = {}  # built, but their actions are not in the table yet
        self.page_id = ""
        self.specs = {p.id: p for p in PAGES}
        self.table = ActionTable(self)
        self.side_built: QWidget | None = None
        self._side_asked = False
        chosen = {p: f"window/side/{p}" for p in SIDE_PAGES if session.settings.text(f"window/side/{p}")}
        self._side_open = {p: session.settings.flag(name) for p, name in chosen.items()}  # only where the clerk chose
        self._painted = self.closed = False
        self._page_wanted: str | None = None  # of the plan that is being opened
        self._shell()
        self._wire()
        self.table.add(window_actions(self))
        self._corner = Corner(self)
        self.menuBar().setCornerWidget(self._corner)
        self.show_page("plans")
        self._restore()

    def words(self, page_id: str) -> str:
        """The page's name on the rail."""
        return {"plans": self.tr("Kế hoạch"), "review": self.tr("Rà soát"), "matrix": self.tr("Ma trận"), "agencies": self.tr("Cơ quan"),
                "search": self.tr("Tìm kiếm"), "export": self.tr("Xuất, in"), "follow": self.tr("Theo dõi")}[page_id]

    # ---- building

    def _shell(self) -> None:
        self.rail = Rail([(p.id, self.words(p.id), p.icon) for p in self.specs.values()], self)
        self.stack = QStackedWidget(self)
        self.split = QSplitter()  # with a parent PySide would look for an orientation first, and build every enum of Qt
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.stack)
        self.bar = BottomBar(self)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.split, 1)
        body = self._body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.session.workspace.read_only:
            from ui.view_only import ViewOnlyStrip

            column.addWidget(ViewOnlyStrip(self.session.workspace, body))
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self.setCentralWidget(body)

    @cached_property
    def _drop(self) -> QLabel:
        """What lies over the window while files are dragged above it."""
        made = QLabel(self.tr("Thả vào đây để nhập kế hoạch"), self)
        set_number(made, alignment=CENTRE)
        made.setObjectName("drop")
        return made

    @cached_property
    def _nothing_open(self) -> EmptyState:
        """What stands on a page of a plan while none is open."""
        from ui.pages.empty import nothing_open

        made = nothing_open(self)
        self.stack.addWidget(made)
        return made

    @cached_property
    def importer(self) -> Importer:
        """What reads plans in a child process, made at its first use."""
        from ui.importing import Importer

        made = Importer(self.session, self)
        made.progress.connect(self.bar.show_work)
        made.finished.connect(self._imported)
        self.bar.cancelled.connect(made.cancel)
        return made

    @property
    def importing(self) -> bool:
        """Whether plans are being read."""
        return "importer" in self.__dict__ and self.importer.running

    def _wire(self) -> None:
        session = self.session
        self.rail.chosen.connect(self.show_page)
        session.page_wanted.connect(self.show_page)
        session.plan_opened.connect(self._plan_opened)
        session.changed.connect(self._changed)
        session.lent.connect(self.bar.show_writing)
        session.undo_changed.connect(self.table.refresh_soon)
        session.task_chosen.connect(self.table.refresh_soon)
        session.plans_changed.connect(self.table.refresh_soon)
        self.table.wanted.connect(self.build_all)
        messages.boxes.bars.append(self.bar.show_notice)

    def page(self, page_id: str) -> QWidget:
        """The page, built at its first use; its actions join the table."""
        known = self.pages.get(page_id)
        if known is not None:
            return known
        if self.pages:
            self.table.tell_shortcuts()  # past the start
        made = self.unjoined.pop(page_id, None) or self.specs[page_id].make(self.session)
        self.pages[page_id] = made
        self.stack.addWidget(made)
        changed = getattr(made, "status_changed", None)
        if changed is not None:
            changed.connect(lambda *_: self._page_changed(page_id))
        if isinstance(made, PlansPage):
            made.open_wanted.connect(self.open_plan)
            made.action_wanted.connect(self.table.trigger)
        wanted = getattr(made, "agency_wanted", None)
        if wanted is not None:
            wanted.connect(self.show_agency)
        self.table.add(_specs_of(made), made)
        self._fill_menus()
        return made

    def build_all(self) -> None:
        """Everything that was not needed yet, so that menus and palette hold every action."""
        self.table.tell_shortcuts()
        self.add_store_actions()
        for page_id in self.specs:
            self.page(page_id)
        self.side_panel()

    def add_store_actions(self) -> None:
        if "store.history" not in self.table.specs:
            from ui.store_actions import store_actions

            self.table.add(store_actions(self, self.session))
            self._fill_menus()

    def _fill_menus(self) -> None:
        self.table.fill(self.menuBar())
        if hasattr(self, "_corner"):
            self.menuBar().setCornerWidget(self._corner)
            self._corner.show()

    @cached_property
    def _pieces(self) -> Iterator[bool]:
        from ui.later import pieces

        return pieces(self)

    def build_next(self) -> None:
        """One more piece of what was not needed yet each time the event loop is idle: no long pause, and every action is soon there."""
        if not self.closed and next(self._pieces, False):
            QTimer.singleShot(PAUSE, self, self.build_next)

    # ---- where I am

    def show_page(self, page_id: str) -> None:
        theme.finish()
        spec = self.specs[page_id]
        self.page_id = page_id
        empty = spec.of_plan and self.session.book is None
        self.stack.setCurrentWidget(self._nothing_open if empty else self.page(page_id))
        self.rail.show_page(page_id)
        self.table.set_page("" if empty else page_id)
        self._show_side()
        self._show_status()
        first = getattr(self.stack.currentWidget(), "focus_first", None)
        if first is not None:
            first()
        elif empty:
            self._nothing_open.buttons[0].setFocus()

    def open_plan(self, plan_id: str, page_id: str = "") -> None:
        """Open a stored plan; without a page the review while it is under review, the matrix afterwards."""
        from ui.opening import attach

        attach(self)
        self._page_wanted = page_id
        if self.session.book is None or self.session.book.plan.id != plan_id:
            self.session.open_plan(plan_id)
        if not self.session.opening:
            self.show_plan()

    def show_plan(self) -> None:
        """The page that was wanted of the plan that is open now."""
        book, page_id, self._page_wanted = self.session.book, self._page_wanted, None
        if book is not None and page_id is not None:
            self.show_page(page_id or ("review" if book.plan.status == "review" else "matrix"))

    def show_agency(self, agency_id: str) -> None:
        """The page of agencies at this one."""
        self.show_page("agencies")
        show = getattr(self.stack.currentWidget(), "show_agency", None)
        if show is not None:
            show(agency_id)

    def _plan_opened(self, book: Book | None) -> None:
        if book is None:
            self.setWindowTitle(self._program())
        else:
            self.setWindowTitle(f"{book.plan.number or book.plan.source_name}: {plan_name(book.plan.title)} – {self._program()}")
            recent = [book.plan.id, *(i for i in self.session.settings.words("window/recent") if i != book.plan.id)]
            self.session.settings.set("window/recent", recent[:20])
        self._count_findings()
        if self.specs[self.page_id].of_plan:
            self.show_page(self.page_id)
        self.table.refresh_soon()

    def _program(self) -> str:
        """Its name in the title; a second window says what it is."""
        return self.tr("Phân công (chỉ xem)") if self.session.workspace.read_only else self.tr("Phân công")

    def _count_findings(self) -> None:
        count = len(self.session.book.open_findings()) if self.session.book is not None else 0
        self.rail.button("review").set_count(count, self.tr("còn {} chỗ cần xem").format(count))

    # ---- the panel at the right

    def side_panel(self) -> QWidget:
        """The panel with the chosen task, built at its first use."""
        if self.side_built is None:
            from ui.pages.detail import DetailPanel

            self.side_built = DetailPanel(self.session)
            self.split.addWidget(self.side_built)
            self.split.setStretchFactor(0, 1)
            self.split.setStretchFactor(1, 0)
            width = int(self.session.settings.number("window/side_width", 340))
            self.split.setSizes([max(400, self.width() - width - self.rail.width()), width])
            self.side_built.setVisible(self.side_shown())  # a splitter shows what it is given
            self.table.add(_specs_of(self.side_built), self.side_built)
            self._fill_menus()
        return self.side_built

    @staticmethod
    def side_pages() -> tuple[str, ...]:
        """Pages beside which the panel can stand."""
        return SIDE_PAGES

    def side_shown(self) -> bool:
        """Open on this page: as the clerk chose, else beside the matrix where the window is roomy."""
        if self.page_id not in SIDE_PAGES or self.session.book is None:
            return False
        chosen = self._side_open.get(self.page_id)
        if chosen is None:
            return self.page_id == "matrix" and self.width() >= ROOMY
        return chosen and (self.width() >= WIDE or self._side_asked)

    def toggle_side(self) -> None:
        if self.page_id in SIDE_PAGES:
            shown = not self.side_shown()
            self._side_open[self.page_id] = self._side_asked = shown
            self.session.settings.set(f"window/side/{self.page_id}", shown)
            self._show_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._corner.fit()
        if self._painted and not self.closed:
            self._show_side()
            self.table.refresh_soon()

    def _show_side(self) -> None:
        wanted = self.side_shown()
        if wanted:
            self.side_panel()
        if self.side_built is not None:
            self.side_built.setVisible(wanted)

    # ---- the bottom bar

    def _show_status(self) -> None:
        status = getattr(self.stack.currentWidget(), "status", None)
        self.bar.set_status(status() if status is not None else "")

    def _page_changed(self, page_id: str) -> None:
        if page_id == self.page_id:
            self._show_status()
        self.table.refresh_soon()

    def _changed(self, delta: Delta) -> None:
        self._count_findings()
        self._show_status()
        self.bar.set_saved(self.tr("Đã lưu {}").format(self.session.now().strftime("%H:%M")))
        if not self.session.stepping:
            from ui.words import done_words

            messages.notice(done_words(delta), action=self.tr("Hoàn tác"), run=lambda: self.table.trigger("edit.undo"))

    # ---- importing

    def import_files(self, paths: list[Path]) -> None:
        self.importer.start(paths)

    def _imported(self, results: object) -> None:
        from ui.dialogs.imported import show_results

        self.bar.end_work()
        show_results(self, results)  # type: ignore[arg-type]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop.setGeometry(self._body.geometry().adjusted(24, 24, -24, -24))
            self._drop.show()
            self._drop.raise_()

    def dragLeaveEvent(self, event: QEvent) -> None:
        self._drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        event.acceptProposedAction()
        self.import_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # ---- opening and closing

    def _restore(self) -> None:
        self._plan_opened(self.session.book)
        if not self.restoreGeometry(self.session.settings.state("window/geometry")):
            self.resize(1280, 720)
            return
        room = self.screen().availableSize()
        if self.width() > room.width() or self.height() > room.height():  # kept on a larger screen, or at a smaller scale
            self.resize(min(self.width(), room.width()), min(self.height(), room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(60, self, self.build_next)

    def closeEvent(self, event: QCloseEvent) -> None:
        from ui import leaving

        if not leaving.may_close(self):
            event.ignore()
            return
        if self.session.workspace.lent:
            messages.notice(self.tr("{}: hãy chờ xong rồi đóng cửa sổ.").format(self.session.workspace.lent), kind="warn")
            event.ignore()
            return
        at_end, self.closed = self.closed, True  # a window that is closed already may be closed again
        leaving.put_away(self)
        super().closeEvent(event)
        if not at_end:
            self.table.rest()
