"""The foot of the choices: in which format, to a file or to the printer, how far it has come, and what was written."""
from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import messages
from ui.fields import ChoiceBox
from ui.theme import icon

FORMATS = (("xlsx", "Excel (.xlsx)"), ("pdf", "PDF (.pdf)"), ("docx", "Word (.docx)"))


class _OneLine(QLabel):
    """Words that never ask for more room than there is: the end is left out, the tooltip has it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class _Room(QWidget):
    """A row as high as a button of it, whether anything of it is shown or not."""

    def __init__(self, row: QHBoxLayout, button: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._button = button
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._button.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._button.sizeHint().height())


class ExportDesk(QWidget):
    """Buttons that ask for work, and the work as it goes on."""

    save_wanted = Signal()
    print_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, format: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: list[Path] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 20, 0)  # as far as the fields above, which leave room for a scroll bar
        column.addLayout(self._buttons(format))
        self.work = QProgressBar(self, textVisible=False, maximum=1000)
        self.work.setFixedHeight(6)
        policy = self.work.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # as the row below, it keeps its room: what lies above must not move under the mouse
        self.work.setSizePolicy(policy)
        column.addWidget(self.work)
        row = self._under_way()
        row.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_Room(row, self.open_folder, self))
        for widget in (self.work, self.stop, self.work_words, self.open_file, self.open_folder):
            widget.hide()

    def _buttons(self, format: str) -> QHBoxLayout:
        self.format = ChoiceBox(self)
        for ending, words in FORMATS:
            self.format.addItem(words, ending)
        self.format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.format.setAccessibleName(self.tr("Định dạng"))
        self.format.setCurrentIndex(max(0, self.format.findData(format)))
        self.save_button = QPushButton(icon("download", "accent_text"), self.tr("Xuất…"), self)
        self.save_button.setProperty("kind", "primary")
        self.save_button.clicked.connect(lambda _=False: self.save_wanted.emit())
        self.print_button = QPushButton(icon("export"), self.tr("In…"), self)
        self.print_button.clicked.connect(lambda _=False: self.print_wanted.emit())
        row = QHBoxLayout()
        row.addWidget(self.format, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        return row

    def _under_way(self) -> QHBoxLayout:
        self.work_words = _OneLine(self)
        self.work_words.setProperty("kind", "muted")
        self.stop = QPushButton(self.tr("Dừng"), self)
        self.stop.setProperty("kind", "quiet")
        self.stop.clicked.connect(lambda _=False: self.stop_wanted.emit())
        self.open_file = QPushButton(icon("file"), self.tr("Mở tệp"), self)
        self.open_file.clicked.connect(lambda _=False: self._open(self._made[0]))
        self.open_folder = QPushButton(icon("folder"), self.tr("Mở thư mục"), self)
        self.open_folder.clicked.connect(lambda _=False: self.show_folder())
        row = QHBoxLayout()
        row.addWidget(self.work_words, 1)
        for button in (self.stop, self.open_file, self.open_folder):
            row.addWidget(button)
        return row

    # ---- work

    def begin(self, words: str) -> None:
        self.open_file.hide()
        self.open_folder.hide()
        self.work.setValue(0)
        self._say(words, "muted")
        for widget in (self.work, self.stop):
            widget.show()
        self.save_button.setEnabled(False)
        self.print_button.setEnabled(False)

    def progress(self, share: float, what: str) -> None:
        """``share`` of the whole, 0 to 1."""
        self.work.setValue(int(share * 1000))
        self.work_words.setText(what)

    def end(self) -> None:
        """The work is over."""
        for widget in (self.work, self.stop, self.work_words):
            widget.hide()

    def show_failed(self, words: str) -> None:
        """Nothing was written; it stands where an earlier file was told of."""
        self._say(words, "danger")

    def _say(self, words: str, kind: str) -> None:
        self.work_words.setText(words)
        self.work_words.setToolTip(words)
        if self.work_words.property("kind") != kind:
            self.work_words.setProperty("kind", kind)
            self.work_words.style().unpolish(self.work_words)
            self.work_words.style().polish(self.work_words)
        self.work_words.show()

    def free_folder(self, folder: Path) -> Path | None:
        """The folder for the checklists: a new one beside it, or the same again where the person says so; None: not now."""
        if not folder.is_dir() or not any(folder.iterdir()):
            return folder
        answer = messages.choose(self, self.tr("Thư mục “{0}” đã có tệp.").format(folder.name),
                                 self.tr("Ghi vào đó sẽ thay các phiếu cùng tên; phiếu cũ của cơ quan không còn việc vẫn nằm lại."),
                                 self.tr("Ghi vào thư mục mới"), self.tr("Ghi đè phiếu cùng tên"), self.tr("Huỷ"))
        numbered = (folder.with_name(f"{folder.name} ({n})") for n in count(2))
        return (next(f for f in numbered if not f.exists()), folder, None)[answer]

    def show_made(self, made: list[Path]) -> None:
        """Say what was written, and offer to open it."""
        self._made = made
        one = len(made) == 1
        self._say(self.tr("Đã ghi {}").format(made[0].name) if one
                  else self.tr("Đã ghi {} tệp vào “{}”").format(len(made), made[0].parent.name), "muted")
        self.work_words.setToolTip(str(made[0] if one else made[0].parent))
        self.open_file.setVisible(one)
        self.open_folder.show()

    def show_folder(self) -> None:
        self._open(self._made[0].parent)

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
