"""The few things a person may choose: theme, size of letters, language."""
from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox, QFormLayout, QLabel, QWidget

from ui import theme
from ui.dialogs.base import Dialog
from ui.fields import ChoiceBox
from ui.forms import level
from ui.settings import Settings


class SettingsDialog(Dialog):
    """Theme and size change at once and go back on "Huỷ"; a new language waits for the next start."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Tuỳ chọn"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(440)
        self._settings = settings
        self._before = (settings.text("window/theme", "light"), settings.number("window/points", theme.BASE_POINTS))
        self._shown = self._before
        form = QFormLayout()
        form.setSpacing(12)
        self.theme = self._choice(form, self.tr("Giao diện"), [(self.tr("Sáng"), "light"), (self.tr("Tối"), "dark"),
                                                               (self.tr("Theo hệ thống"), "auto")], self._before[0])
        sizes = [(self.tr("Nhỏ"), "9"), (self.tr("Vừa"), "10"), (self.tr("Lớn"), "11.5"), (self.tr("Rất lớn"), "13")]
        self.points = self._choice(form, self.tr("Cỡ chữ"), sizes, f"{self._before[1]:g}")
        self.language = self._choice(form, self.tr("Ngôn ngữ"), [("Tiếng Việt", "vi"), ("English", "en")],
                                     settings.text("window/language", "vi"))
        level(form)
        self.column.addLayout(form)
        note = QLabel(self.tr("Ngôn ngữ mới có hiệu lực từ lần mở sau."), self, wordWrap=True)
        note.setProperty("kind", "muted")
        self.column.addWidget(note)
        self.theme.currentIndexChanged.connect(self._show)
        self.points.currentIndexChanged.connect(self._show)
        self.buttons(self.tr("Lưu"), self.tr("Huỷ"))

    def _choice(self, form: QFormLayout, words: str, options: list[tuple[str, str]], chosen: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setAccessibleName(words)
        for text, value in options:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        form.addRow(words, box)
        return box

    def _put(self, name: str, points: float) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if points != app.font().pointSizeF():
            theme.base_font(app, points)
        if (name, points) != self._shown:
            self._shown = (name, points)
            theme.change(app, name)

    def _show(self) -> None:
        self._put(str(self.theme.currentData()), float(self.points.currentData()))

    def accept(self) -> None:
        self._settings.set("window/theme", self.theme.currentData())
        self._settings.set("window/points", float(self.points.currentData()))
        self._settings.set("window/language", self.language.currentData())
        super().accept()

    def reject(self) -> None:
        self._put(*self._before)
        super().reject()
