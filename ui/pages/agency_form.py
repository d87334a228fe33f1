"""One agency of the directory, editable in place: every field is written when it is left, each as a step that can be undone."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from core.model import Agency, AgencyKind
from ui.day_field import DayField
from ui.fields import ChoiceBox
from ui.forms import level
from ui.words import kind_words


class Lines(QPlainTextEdit):
    """Several short texts, one a line; Tab leaves the field. ``left`` when the focus goes."""

    left = Signal()

    def __init__(self, rows: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        # in the style's own words: its min-height would undo setFixedHeight
        high = self.fontMetrics().lineSpacing() * rows + 8
        self.setStyleSheet(f"QPlainTextEdit {{ min-height: {high}px; max-height: {high}px; }}")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(event)

    def items(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


class AgencyForm(QScrollArea):
    """``edited`` (agency id, fields for core.edits.edit_agency)."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._agency: Agency | None = None
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 14, 14, 14)
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form = form
        column.addLayout(form)
        column.addStretch(1)
        self.setWidget(inner)
        self._fields(form, inner)

    def _fields(self, form: QFormLayout, inner: QWidget) -> None:
        self.name = self._line(form, inner, self.tr("Tên cơ quan"))
        self.short = self._line(form, inner, self.tr("Tên ngắn"))
        self.short.setPlaceholderText(self.tr("tên ở đầu cột"))
        self.kind = ChoiceBox(inner)
        for kind in AgencyKind:
            self.kind.addItem(kind_words(kind), kind.value)
        self.kind.setAccessibleName(self.tr("Loại cơ quan"))
        self.kind.activated.connect(lambda _: self.commit())
        form.addRow(self.tr("Loại"), self.kind)
        self.aliases = self._lines(form, inner, self.tr("Viết tắt, cách viết khác"), 4)
        self.aliases.setPlaceholderText(self.tr("mỗi dòng một cách viết đã gặp: SKHĐT, Sở KH&ĐT…"))
        self.valid_from = self._day_field(form, inner, self.tr("Có từ ngày"))
        self.valid_to = self._day_field(form, inner, self.tr("Đến hết ngày"))
        self.successors = self._lines(form, inner, self.tr("Cơ quan kế thừa"), 2)
        self.successors.setPlaceholderText(self.tr("mỗi dòng một tên"))
        self.note = self._lines(form, inner, self.tr("Ghi chú"), 2)

    def _line(self, form: QFormLayout, inner: QWidget, words: str) -> QLineEdit:
        field = QLineEdit(inner)
        field.setAccessibleName(words)
        field.editingFinished.connect(self.commit)
        form.addRow(words, field)
        return field

    def _day_field(self, form: QFormLayout, inner: QWidget, words: str) -> DayField:
        field = DayField(None, inner, optional=True)
        field.setAccessibleName(words)
        field.editingFinished.connect(self.commit)
        field.settled.connect(lambda _: self.commit())
        form.addRow(words, field)
        form.addRow(field.problem)
        return field

    def _lines(self, form: QFormLayout, inner: QWidget, words: str, rows: int) -> Lines:
        field = Lines(rows, inner)
        field.setAccessibleName(words)
        field.left.connect(self.commit)
        form.addRow(words, field)
        return field

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the words stand above their fields."""
        super().resizeEvent(event)
        policy = QFormLayout.RowWrapPolicy
        beside = self.width() >= 380
        self._form.setRowWrapPolicy(policy.DontWrapRows if beside else policy.WrapAllRows)
        level(self._form, beside=beside)

    def sizeHint(self) -> QSize:
        return QSize(420, 480)

    # ---- showing and writing

    def show_agency(self, agency: Agency | None) -> None:
        """Another agency, or the same as it is now. What was typed for the former one is written first."""
        if self._agency is not None and (agency is None or agency.id != self._agency.id):
            self.commit()
            for day in (self.valid_from, self.valid_to):
                day.forget()
        self._agency = agency
        self.setEnabled(agency is not None)
        shown = agency or Agency("", "")
        self.name.setText(shown.name)
        self.short.setText(shown.short)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind.value))
        self.aliases.setPlainText("\n".join(shown.aliases))
        self.valid_from.set_day(shown.valid_from)
        self.valid_to.set_day(shown.valid_to)
        self.successors.setPlainText("\n".join(shown.successors))
        self.note.setPlainText(shown.note)
        for field in (self.name, self.short):
            field.setCursorPosition(0)

    def commit(self) -> None:
        """Tell what has been changed, if anything; a day that cannot be read keeps its field as it was."""
        agency = self._agency
        if agency is None:
            return
        wanted: dict[str, Any] = {
            "name": " ".join(self.name.text().split()) or agency.name, "short": " ".join(self.short.text().split()),
            "kind": AgencyKind(str(self.kind.currentData())), "aliases": self.aliases.items(),
            "valid_from": self.valid_from.day() if self.valid_from.good() else agency.valid_from,
            "valid_to": self.valid_to.day() if self.valid_to.good() else agency.valid_to,
            "successors": self.successors.items(), "note": self.note.toPlainText().strip(),
        }
        fields = {name: value for name, value in wanted.items() if getattr(agency, name) != value}
        if fields:
            self.edited.emit(agency.id, fields)
