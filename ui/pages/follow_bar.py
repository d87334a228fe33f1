"""The head of the follow-up: which tasks are shown. Stages as buttons with their counts, words, lead agency, plan."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from core.follow import FollowFilter, Stage
from ui.fields import ChoiceBox
from ui.numbers import grouped
from ui.pages.flow import FlowLayout
from ui.theme import icon

Entry = tuple[str, str, str]  # words, tooltip, id


class FollowBar(QWidget):
    """``changed`` while words are typed, ``settled`` when something was chosen, ``entered`` when the words are meant to be searched."""

    changed = Signal()
    settled = Signal()
    entered = Signal()
    stage_chosen = Signal(object)  # Stage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = Stage.LATE
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addLayout(self._stages())

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Theo dõi"), self)
        title.setProperty("kind", "title")
        self.field = QLineEdit(self, placeholderText=self.tr("Lọc nội dung"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Lọc nội dung nhiệm vụ"))
        self.field.setProperty("kind", "search")
        self.field.setMinimumWidth(self.field.fontMetrics().horizontalAdvance(self.field.placeholderText()) + 56)
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.field.returnPressed.connect(self.entered)
        self.agency = self._choice(self.tr("Mọi cơ quan"), self.tr("Cơ quan chủ trì"))
        self.plan = self._choice(self.tr("Mọi kế hoạch"), self.tr("Kế hoạch"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addSpacing(8)
        row.addWidget(self.field, 3)
        row.addWidget(self.agency, 2)
        row.addWidget(self.plan, 2)
        return row

    def _choice(self, everything: str, name: str) -> QComboBox:
        box = ChoiceBox(self)
        box.addItem(everything, "")
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setMinimumContentsLength(len(everything) - 3)  # letters are narrower than the widest one that Qt reckons with
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _: self.settled.emit())
        return box

    def _stages(self) -> FlowLayout:
        row = FlowLayout(gap=4)
        group = QButtonGroup(self)
        self.buttons: dict[Stage, QToolButton] = {}
        for stage in Stage:
            button = QToolButton(self)
            button.setText(self.words(stage))
            button.setCheckable(True)
            button.setProperty("kind", "button")
            button.setProperty("tight", "true")  # all eight in one line of a small screen
            button.clicked.connect(lambda _=False, s=stage: self.stage_chosen.emit(s))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[stage] = button
        return row

    def words(self, stage: Stage) -> str:
        return {Stage.LATE: self.tr("Quá hạn"), Stage.WEEK: self.tr("Tuần này"), Stage.MONTH: self.tr("Tháng này"),
                Stage.QUARTER: self.tr("Quý này"), Stage.AHEAD: self.tr("Sắp tới"), Stage.UNDATED: self.tr("Không hạn"),
                Stage.PAUSED: self.tr("Tạm dừng"), Stage.DONE: self.tr("Đã xong")}[stage]

    # ---- what is asked for

    def filter(self) -> FollowFilter:
        return FollowFilter(self.stage, self.field.text().strip(), self.agency.currentData(), self.plan.currentData())

    def check(self, stage: Stage) -> None:
        self.stage = stage
        self.buttons[stage].setChecked(True)

    def clear(self) -> None:
        self.field.clear()
        self.agency.setCurrentIndex(0)
        self.plan.setCurrentIndex(0)

    def show_counts(self, counts: Mapping[Stage, int]) -> None:
        for stage, button in self.buttons.items():
            count = counts.get(stage)
            button.setText(f"{self.words(stage)}  {grouped(count)}" if count else self.words(stage))
            button.setMinimumWidth(max(button.minimumWidth(), button.sizeHint().width()))  # those behind it stay where they are
        self._column.activate()  # at once: no button is seen too narrow for its count

    def show_plans(self, entries: Sequence[Entry]) -> None:
        _refill(self.plan, entries)

    def show_agencies(self, entries: Sequence[Entry]) -> None:
        _refill(self.agency, entries)


def _refill(box: QComboBox, entries: Sequence[Entry]) -> None:
    """(words, tooltip, id) below the first entry; what was chosen stays."""
    chosen = box.currentData()
    while box.count() > 1:
        box.removeItem(1)
    for words, tip, value in entries:
        box.addItem(words, value)
        box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(max(0, box.findData(chosen)))
