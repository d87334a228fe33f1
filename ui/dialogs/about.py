"""What the program is, its version and its licences."""
from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.dialogs.base import Dialog
from ui.theme import icon

VERSION = "0.1.0"


class AboutDialog(Dialog):
    def __init__(self, database: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Về Phân công"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(460)
        head = QHBoxLayout()
        picture = QLabel(self)
        picture.setPixmap(icon("logo", "accent").pixmap(48, 48))
        name = QLabel(self.tr("Phân công {}").format(VERSION), self)
        name.setProperty("kind", "title")
        head.addWidget(picture)
        head.addSpacing(8)
        head.addWidget(name, 1)
        self.column.addLayout(head)
        lines = [
            self.tr("Đọc kế hoạch hành chính, lập ma trận phân công, in phụ lục và phiếu nhiệm vụ. Không cần mạng; dữ liệu chỉ nằm "
                    "trên máy này."),
            self.tr("Giấy phép MIT. Dùng Qt và PySide6 (LGPL-3), sqlite-utils, openpyxl, reportlab, lxml, pypdfium2, rapidfuzz, "
                    "phông chữ Liberation Serif (OFL)."),
        ]
        if database is not None:
            lines.append(self.tr("Dữ liệu: {}").format(database))
        lines.append(f"Python {platform.python_version()} · Qt {qVersion()}")
        for text in lines:
            label = QLabel(text, self, wordWrap=True)
            label.setProperty("kind", "muted" if text is not lines[0] else "")
            label.setTextInteractionFlags(label.textInteractionFlags() | label.textInteractionFlags().TextSelectableByMouse)
            self.column.addWidget(label)
        self.buttons(self.tr("Đóng"), kind="plain")
        self.resize(480, self.column.totalHeightForWidth(480))
