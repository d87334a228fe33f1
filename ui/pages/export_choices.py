"""The choices at the left of the export page: which sheet, whose, on what paper, with which columns, signed by whom. Remembered."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.book import Book
from core.group_names import in_words_of_plan
from core.sheets.checklist import agencies_with_duties
from core.sheets.columns import columns_of
from core.sheets.options import SheetOptions, Signer
from ui.delegates.roomy_row import RoomyRow
from ui.fields import ChoiceBox, NumberBox
from ui.forms import level
from ui.pages.export_columns import ColumnPicker
from ui.pages.export_groups import GroupsNote
from ui.settings import Settings

KEY = Qt.ItemDataRole.UserRole
SIGNER_LINES = 3  # "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"


class ExportChoices(QWidget):
    """``changed`` comes once for several quick changes."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._kind_shown = ""
        self._later = QTimer(self, singleShot=True, interval=250)
        self._later.timeout.connect(self.changed)
        self._build()
        self._restore()
        self._show_kind()
        self._later.stop()  # nobody has changed anything yet: the first pages must not be made twice

    # ---- what is chosen

    @property
    def kind(self) -> str:
        return str(self.sheet.currentData())

    @property
    def each(self) -> bool:
        """More than one checklist."""
        return self.kind == "checklist" and len(self.chosen_agencies()) != 1

    def chosen_agencies(self) -> list[str]:
        return [str(item.data(KEY)) for item in self._agency_items() if item.checkState() is Qt.CheckState.Checked]

    def options(self) -> SheetOptions:
        """What the sheet is made with."""
        chosen = tuple(self.chosen_agencies()) if self.kind == "checklist" else ()
        lines = tuple(line.strip() for line in self.signer_lines.toPlainText().splitlines() if line.strip())
        signer = Signer(lines, self.signer_name.text().strip()) if lines or self.signer_name.text().strip() else None
        made = SheetOptions(paper=str(self.paper.currentData()), landscape=self.side.currentData() == "landscape",
                            size=self.size_box.value(), numbering=str(self.numbering.currentData()), appendix=self.appendix.text().strip(),
                            title=self.title.text().strip(), signer=signer, place=self.place.text().strip(), agencies=chosen,
                            motto=self.motto.isChecked(), short_names=self.short_names.isChecked(), implied=self.implied.isChecked(),
                            brief=self.brief.isChecked(), empty_columns=self.empty_columns.isChecked())
        return replace(made, columns=self.picker.choices()) if columns_of(self.kind) else made

    # ---- the open plan

    def show_book(self, book: Book | None) -> None:
        """Fill in the agencies; those chosen before stay chosen."""
        known = {str(item.data(KEY)): item.checkState() for item in self._agency_items()}
        with self._filling():
            self.agencies.clear()
            for agency in agencies_with_duties(in_words_of_plan(book)) if book is not None else ():
                item = QStandardItem(agency.name[:1].upper() + agency.name[1:])
                item.setData(agency.id, KEY)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
                item.setCheckState(known.get(agency.id, Qt.CheckState.Checked))
                item.setToolTip(agency.name)
                self.agencies.appendRow(item)
        self.groups.show_book(book)
        self.agency_list.viewport().update()
        self._count_agencies()

    def choose_only(self, agency_id: str) -> None:
        """The checklist of one agency."""
        self.sheet.setCurrentIndex(self.sheet.findData("checklist"))
        self._check(lambda item: item.data(KEY) == agency_id)

    def _agency_items(self) -> list[QStandardItem]:
        return [self.agencies.item(row) for row in range(self.agencies.rowCount())]

    def _check(self, wanted: object) -> None:
        assert callable(wanted)
        with self._filling():
            for item in self._agency_items():
                item.setCheckState(Qt.CheckState.Checked if wanted(item) else Qt.CheckState.Unchecked)
        self.agency_list.viewport().update()
        self._count_agencies()
        self._later.start()

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """Many agencies at once: the list has to hear of each, the pages only of the end."""
        self._filled = False
        try:
            yield
        finally:
            self._filled = True

    def _agencies_changed(self) -> None:
        self._count_agencies()
        self._later.start()

    def _count_agencies(self) -> None:
        self.agency_count.setText(self.tr("Cơ quan: {} / {}").format(len(self.chosen_agencies()), self.agencies.rowCount()))

    # ---- building

    def _combo(self, name: str, entries: tuple[tuple[str, str], ...]) -> QComboBox:
        box = ChoiceBox(self)
        for data, words in entries:
            box.addItem(words, data)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(lambda _: self._changed())
        return box

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit(self, placeholderText=hint)
        line.setAccessibleName(name)
        line.textChanged.connect(lambda _: self._changed())
        return line

    def _tick(self, words: str, on: bool) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setChecked(on)
        box.toggled.connect(lambda _: self._changed())
        return box

    def _build(self) -> None:
        self.sheet = self._combo(self.tr("Biểu"), (
            ("assignment", self.tr("Phụ lục phân công nhiệm vụ")), ("matrix", self.tr("Ma trận phân công")),
            ("checklist", self.tr("Phiếu nhiệm vụ theo cơ quan")), ("summary", self.tr("Bảng tổng hợp theo cơ quan"))))
        self.sheet.currentIndexChanged.connect(lambda _: self._show_kind())
        self._build_paper()
        self._build_agencies()
        self.picker = ColumnPicker(self)
        self.picker.changed.connect(self._changed)
        self.empty_columns = self._tick(self.tr("In cả cột không có nội dung"), False)
        self.empty_columns.setToolTip(self.tr("Cột mà cả bảng không có gì (như Sản phẩm, Ghi chú) được bỏ đi; đánh dấu để in mà ghi tay"))
        self._build_signer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for words, widget in ((self.tr("Biểu"), self.sheet), ("", self._agency_box), (self.tr("Giấy"), self._paper_box),
                              ("", self.picker), ("", self.empty_columns), (self.tr("Ký"), self._signer_box)):
            if words:
                heading = QLabel(words, self)
                heading.setProperty("kind", "heading")
                column.addWidget(heading)
            column.addWidget(widget)
        column.addStretch(1)

    def _build_paper(self) -> None:
        self.paper = self._combo(self.tr("Khổ giấy"), (("A4", "A4"), ("A3", "A3")))
        self.side = self._combo(self.tr("Hướng giấy"), (("landscape", self.tr("Ngang")), ("portrait", self.tr("Dọc"))))
        self.size_box = NumberBox(self, minimum=9, maximum=14, singleStep=0.5, value=12, decimals=1, suffix=self.tr(" pt"))
        self.size_box.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet cannot pad the field inside a spin box
        self.size_box.setLocale(QLocale(QLocale.Language.Vietnamese))
        self.size_box.setAccessibleName(self.tr("Cỡ chữ trong bảng"))
        self.size_box.valueChanged.connect(lambda _: self._changed())
        self.numbering = self._combo(self.tr("Đánh STT"), (("through", self.tr("Liên tục")), ("section", self.tr("Lại từ 1 ở mỗi mục"))))
        self.appendix = self._line(self.tr("Số phụ lục"), self.tr("I, II… nếu có nhiều"))
        self.title = self._line(self.tr("Tên biểu"), self.tr("Như thường dùng"))
        self.motto = self._tick(self.tr("Quốc hiệu, Tiêu ngữ"), True)
        self.short_names = self._tick(self.tr("Tên viết tắt của cơ quan"), False)
        self.implied = self._tick(self.tr("Cả phần tham gia qua nhóm: (CT), (PH)"), False)
        self.brief = self._tick(self.tr("Rút gọn nhiệm vụ dài (“…”) để bớt trang"), False)
        self.brief.setToolTip(self.tr("Chỉ để xem khi làm việc: phụ lục kèm văn bản phải in đủ nội dung"))
        self._paper_box = QWidget(self)
        self._form = QFormLayout(self._paper_box)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        row = QHBoxLayout()
        row.addWidget(self.paper, 1)
        row.addWidget(self.side, 2)
        self._form.addRow(self.tr("Khổ, hướng"), row)
        self._form.addRow(self.tr("Cỡ chữ"), self.size_box)
        self._form.addRow(self.tr("STT"), self.numbering)
        self._form.addRow(self.tr("Phụ lục số"), self.appendix)
        self._form.addRow(self.tr("Tên biểu"), self.title)
        for box in (self.motto, self.short_names, self.implied, self.brief):
            self._form.addRow(box)
        level(self._form)

    def _build_agencies(self) -> None:
        self.agencies = QStandardItemModel(self)
        self._filled = True
        self.agencies.itemChanged.connect(lambda _: self._agencies_changed() if self._filled else None)
        self.agency_list = QListView(self)
        self.agency_list.setModel(self.agencies)
        self.agency_list.setAccessibleName(self.tr("Cơ quan được in phiếu"))
        self.agency_list.setFixedHeight(174)
        self.agency_list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.agency_list.setItemDelegate(RoomyRow(self.agency_list))
        self.agency_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.agency_count = QLabel(self)
        self.agency_count.setProperty("kind", "heading")
        every = QPushButton(self.tr("Tất cả"), self)
        none = QPushButton(self.tr("Bỏ hết"), self)
        row = QHBoxLayout()
        row.addWidget(self.agency_count, 1)
        for button, on in ((every, True), (none, False)):
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _=False, value=on: self._check(lambda item, v=value: v))
            row.addWidget(button)
        self.bundle = self._combo(self.tr("Ghi thành"), (("folder", self.tr("Mỗi cơ quan một tệp")), ("file", self.tr("Một tệp chung"))))
        self._agency_box = QWidget(self)
        column = QVBoxLayout(self._agency_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.agency_list)
        self.groups = GroupsNote(self)
        column.addWidget(self.groups)
        column.addWidget(self.bundle)

    def _build_signer(self) -> None:
        self.signer_lines = QPlainTextEdit(self, placeholderText=self.tr("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"))
        self.signer_lines.setAccessibleName(self.tr("Thẩm quyền ký"))
        # in the style's own words: its min-height would undo setFixedHeight
        high = self.signer_lines.fontMetrics().lineSpacing() * SIGNER_LINES + 10
        self.signer_lines.setStyleSheet(f"QPlainTextEdit {{ min-height: {high}px; max-height: {high}px; }}")
        self.signer_lines.setTabChangesFocus(True)
        self.signer_lines.textChanged.connect(self._changed)
        self.signer_name = self._line(self.tr("Người ký"), self.tr("Họ và tên, không ghi học hàm, học vị"))
        self.place = self._line(self.tr("Địa danh"), self.tr("Địa danh trên phiếu"))
        self._signer_box = QWidget(self)
        column = QVBoxLayout(self._signer_box)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.signer_lines, self.signer_name, self.place):
            column.addWidget(widget)

    # ---- what depends on the sheet, and what is remembered

    def _show_kind(self) -> None:
        if self._kind_shown:
            self._keep_columns(self._kind_shown)
        kind = self._kind_shown = self.kind
        self._agency_box.setVisible(kind == "checklist")
        for widget in (self.picker, self.empty_columns):
            widget.setVisible(bool(columns_of(kind)))
        self._form.setRowVisible(self.appendix, kind in ("assignment", "matrix"))
        self._form.setRowVisible(self.numbering, kind in ("assignment", "matrix", "checklist"))
        self._form.setRowVisible(self.motto, kind in ("checklist", "summary"))
        self._form.setRowVisible(self.implied, kind == "matrix")
        self._form.setRowVisible(self.brief, kind == "matrix")
        self.place.setVisible(kind == "checklist")
        if columns_of(kind):
            self.picker.show_columns(columns_of(kind), self._settings.words(f"export/columns/{kind}"))
        self._changed()

    def _changed(self) -> None:
        if self._kind_shown:
            self._later.start()

    def _keep_columns(self, kind: str) -> None:
        if columns_of(kind):
            self._settings.set(f"export/columns/{kind}", self.picker.words())

    def remember(self) -> None:
        """Write the choices down for the next day."""
        self._keep_columns(self.kind)
        for name, box in self._boxes():
            self._settings.set(f"export/{name}", str(box.currentData()))
        for name, tick in self._ticks():
            self._settings.set(f"export/{name}", tick.isChecked())
        for name, line in self._lines():
            self._settings.set(f"export/{name}", line.text())
        self._settings.set("export/size", self.size_box.value())
        self._settings.set("export/signer_lines", self.signer_lines.toPlainText())

    def _restore(self) -> None:
        for name, box in self._boxes():
            at = box.findData(self._settings.text(f"export/{name}"))
            box.setCurrentIndex(max(0, at))
        for name, tick in self._ticks():
            tick.setChecked(self._settings.flag(f"export/{name}", tick.isChecked()))
        for name, line in self._lines():
            line.setText(self._settings.text(f"export/{name}"))
        self.size_box.setValue(self._settings.number("export/size", 12))
        self.signer_lines.setPlainText(self._settings.text("export/signer_lines"))

    def _boxes(self) -> tuple[tuple[str, QComboBox], ...]:
        return (("kind", self.sheet), ("paper", self.paper), ("side", self.side), ("numbering", self.numbering), ("bundle", self.bundle))

    def _ticks(self) -> tuple[tuple[str, QCheckBox], ...]:
        return (("motto", self.motto), ("short_names", self.short_names), ("implied", self.implied), ("brief", self.brief),
                ("empty_columns", self.empty_columns))

    def _lines(self) -> tuple[tuple[str, QLineEdit], ...]:
        return (("appendix", self.appendix), ("title", self.title), ("signer_name", self.signer_name), ("place", self.place))
