"""Hand-over without a server: give chosen plans as one file; take a colleague's file over, row by row."""
from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from core.errors import UserError
from core.handover import Choice, HandoverRow, Kind, Stamp
from ui import messages
from ui.dialogs.listing import ListingDialog, fields_html, shortened, when
from ui.dialogs.person import ask_person
from ui.models.lines import Line
from ui.session import Session
from ui.store_jobs import look_into_package, write_package

if TYPE_CHECKING:
    from ui.workspace import Package

PACKAGES = "*.phancong"


class GiveDialog(ListingDialog):
    """Tick the plans that go along."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, ["", "", ""], [150, 470], ticks=True)
        self.setWindowTitle(self.tr("Gói bàn giao"))
        self.setAccessibleName(self.windowTitle())
        self.model.setTitles([self.tr("Số, ký hiệu"), self.tr("Kế hoạch"), self.tr("Nhiệm vụ")])
        self.session = session
        self.detail.hide()
        self.resize(820, 520)
        self.heading(self.tr("Chọn kế hoạch để bàn giao"),
                     self.tr("Gói là một tệp, chép vào USB hoặc gửi thư: kế hoạch, tệp gốc, lịch sử và danh bạ liên quan. "
                             "Người nhận mở bằng “Nhận gói bàn giao”."))
        self.column.addWidget(self.split, 1)
        self.column.addWidget(self.status)
        self.save = self.buttons(self.tr("Ghi gói…"), self.tr("Đóng"))
        self.hold(self.save)
        plans = session.workspace.plans()
        here = session.book.plan.id if session.book is not None else ""
        lines = [Line((p.number or "–", p.title or p.source_name, str(p.tasks)), p.id) for p in plans]
        self.model.ticked.connect(self._count)
        self.fill(lines, on=[n for n, p in enumerate(plans) if p.id == here])
        self._count()

    def _count(self) -> None:
        self.save.setEnabled(bool(self.model.chosen()) and not self.running)

    def accept(self) -> None:
        """The one button writes; the dialog goes away when the file is whole."""
        chosen = self.model.chosen()
        if not chosen or not ask_person(self, self.session):
            return
        start = Path(self.session.settings.text("handover/folder", str(Path.home()))) / "ban-giao.phancong"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Ghi gói bàn giao"), str(start), self.tr("Gói bàn giao") + f" ({PACKAGES})")
        if name:
            self.give(Path(name), chosen)

    def give(self, target: Path, chosen: list[str]) -> None:
        self.session.settings.set("handover/folder", str(target.parent))
        self.run(self.tr("Đang ghi gói…"), write_package, self.session.workspace.path, target, chosen, done=self._given)

    def _given(self, made: Path) -> None:
        messages.notice(self.tr("Đã ghi gói bàn giao: {}").format(made), kind="ok")
        super().accept()


class TakeDialog(ListingDialog):
    """What a package brings, beside what is here. What nobody here has touched is taken by itself; what both changed waits for a choice."""

    def __init__(self, session: Session, package: Package, rows: list[HandoverRow], parent: QWidget | None = None) -> None:
        super().__init__("", parent, ["", "", "", ""], [125, 225, 130])
        self.setWindowTitle(self.tr("Nhận gói bàn giao"))
        self.setAccessibleName(self.windowTitle())
        self.model.setTitles([self.tr("Tình trạng"), self.tr("Mục"), self.tr("Chọn"), self.tr("Sửa ở gói")])
        order = (Kind.BOTH, Kind.NEW, Kind.THERE, Kind.HERE)  # what waits for a person comes first
        self.session, self.package, self.rows = session, package, sorted(rows, key=lambda r: order.index(r.kind))
        self.choices = {row.unit: row.default for row in rows}
        who = package.who or self.tr("(không rõ người gửi)")
        self.heading(self.tr("Gói của {}, ghi lúc {}").format(who, when(package.at)), self._summary())
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail, 1)
        self.group = QButtonGroup(self)
        self.radios: dict[Choice, QRadioButton] = {}
        for choice in (Choice.THERE, Choice.HERE, Choice.COMBINE, Choice.SKIP):
            radio = QRadioButton(choice_words(choice), right)
            self.radios[choice] = radio
            self.group.addButton(radio)
            radio.clicked.connect(lambda _=False, c=choice: self.choose(c))
            column.addWidget(radio)
        self.split.addWidget(right)
        self.split.setSizes([640, 400])
        self.column.addWidget(self.split, 1)
        self.column.addWidget(self.status)  # on a line of its own: beside the buttons large letters would make a tower of it
        tools = QHBoxLayout()
        tools.addStretch(1)
        both = QLabel(self.tr("Mọi chỗ hai bên cùng sửa:"), self)
        tools.addWidget(both)
        for wanted in (Choice.THERE, Choice.HERE):
            button = QPushButton(choice_words(wanted), self)
            button.setAccessibleName(f"{both.text()} {button.text()}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, c=wanted: self.choose_all(c))
            button.setEnabled(any(row.kind is Kind.BOTH for row in rows))
            tools.addWidget(button)
        self.column.addLayout(tools)
        self.yes = self.buttons("", self.tr("Để sau"))
        self.fill(self._line(row) for row in self.rows)
        self._count()

    def _summary(self) -> str:
        if not self.rows:
            return self.tr("Mọi thứ trong gói đã có ở đây, giống hệt.")
        counts = {kind: sum(1 for r in self.rows if r.kind is kind) for kind in (Kind.BOTH, Kind.NEW, Kind.THERE, Kind.HERE)}
        return " · ".join(f"{kind_words(kind)}: {count}" for kind, count in counts.items() if count)

    def _line(self, row: HandoverRow) -> Line:
        theirs = f"{row.theirs.who}, {when(row.theirs.at)}" if row.theirs.at else "–"
        return Line((kind_words(row.kind), shortened(row.title), choice_words(self.choices[row.unit]), theirs), row, row.title)

    def show_line(self, line: Line) -> None:
        row: HandoverRow = line.value
        ours, theirs = _stamped(self.tr("Ở đây"), row.ours), _stamped(self.tr("Trong gói"), row.theirs)
        head = f"<h3>{escape(shortened(row.title, 200))}</h3><p>{escape(ours)}<br>{escape(theirs)}</p>"
        self.detail.setHtml(head + fields_html(row.fields, before=self.tr("ở đây"), after=self.tr("trong gói")))
        for choice, radio in self.radios.items():
            radio.setVisible(choice in row.choices)
            radio.setChecked(choice is self.choices[row.unit])

    def choose(self, choice: Choice) -> None:
        at = self.view.currentIndex().row()
        line = self.model.line(at)
        if line is not None and choice in line.value.choices:
            self.choices[line.value.unit] = choice
            self.model.replace(at, self._line(line.value))
            self._count()

    def choose_all(self, choice: Choice) -> None:
        for at, row in enumerate(self.rows):
            if row.kind is Kind.BOTH:
                self.choices[row.unit] = choice
                self.model.replace(at, self._line(row))
        line = self.model.line(self.view.currentIndex().row())
        if line is not None:
            self.show_line(line)
        self._count()

    def _count(self) -> None:
        taken = sum(1 for choice in self.choices.values() if choice is not Choice.SKIP)
        waiting = sum(1 for row in self.rows if row.kind is Kind.BOTH and self.choices[row.unit] is Choice.SKIP)
        self.yes.setText(self.tr("Nhận {} mục").format(taken) if taken else self.tr("Đóng"))
        self.status.setText(self.tr("{} mục cả hai bên cùng sửa chưa chọn: sẽ để nguyên của bạn").format(waiting) if waiting else "")

    def accept(self) -> None:
        try:
            delta = self.session.workspace.take_package(self.package, self.choices)
        except UserError as error:
            messages.error(self, error)
            return
        if delta is not None:
            self.session.written(delta)
            messages.notice(self.tr("Đã nhận gói bàn giao: {} thay đổi").format(len(delta.changes)), kind="ok")
        super().accept()


def _stamped(side: str, stamp: Stamp) -> str:
    return f"{side}: {stamp.who or '–'}, {when(stamp.at)}" if stamp.at else f"{side}: –"


def _words(text: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("TakeDialog", text)


def kind_words(kind: Kind) -> str:
    return {Kind.NEW: _words("Mới"), Kind.THERE: _words("Sửa ở gói"), Kind.HERE: _words("Sửa ở đây"),
            Kind.BOTH: _words("Cả hai cùng sửa")}[kind]


def choice_words(choice: Choice) -> str:
    return {Choice.THERE: _words("Lấy của gói"), Choice.HERE: _words("Giữ của tôi"), Choice.COMBINE: _words("Gộp cả hai"),
            Choice.SKIP: _words("Chưa quyết định")}[choice]


def open_give(parent: QWidget | None, session: Session) -> None:
    GiveDialog(session, parent).exec()


def open_take(parent: QWidget | None, session: Session, path: Path | None = None) -> None:
    """Ask for a package (unless given), look into it in the background, show what it brings."""
    if path is None:
        start = session.settings.text("handover/folder", str(Path.home()))
        name, _ = QFileDialog.getOpenFileName(parent, _words("Nhận gói bàn giao"), start, _words("Gói bàn giao") + f" ({PACKAGES})")
        if not name:
            return
        path = Path(name)
        session.settings.set("handover/folder", str(path.parent))
    if not ask_person(parent, session):
        return
    from ui.background import runner

    def show(found: Any) -> None:
        package, rows = found
        TakeDialog(session, package, rows, parent).exec()

    messages.notice(_words("Đang đọc gói bàn giao…"))
    runner().run(look_into_package, session.workspace.path, path, on_done=show)
