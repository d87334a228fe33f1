"""The choices at the left of the export page: which sheet, whose, on what paper, with which columns, signed by whom. Remembered."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QLocale, QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
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
from core.sheets.checklist import agencies_with_duties
from core.sheets.columns import columns_of
from core.sheets.options import ColumnChoice, SheetOptions, Signer
from ui.settings import Settings

KEY, WIDTH, USUAL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
MARK = "\t"  # between the parts of a remembered column


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
                            motto=self.motto.isChecked(), short_names=self.short_names.isChecked(), implied=self.implied.isChecked())
        return replace(made, columns=self.column_choices()) if columns_of(self.kind) else made

    def column_choices(self) -> tuple[ColumnChoice, ...]:
        """The list of columns as it stands; () where nobody has changed it."""
        items = [self.columns.item(row) for row in range(self.columns.rowCount())]
        choices = tuple(ColumnChoice(str(i.data(KEY)), _own_title(i), float(i.data(WIDTH) or 0), i.checkState() is Qt.CheckState.Checked)
                        for i in items)
        usual = tuple(ColumnChoice(c.key) for c in columns_of(self.kind))
        return () if choices == usual else choices

    # ---- the open plan

    def show_book(self, book: Book | None) -> None:
        """Fill in the agencies; those chosen before stay chosen."""
        known = {str(item.data(KEY)): item.checkState() for item in self._agency_items()}
        with self._filling():
            self.agencies.clear()
            for agency in agencies_with_duties(book) if book is not None else ():
                item = QStandardItem(agency.name[:1].upper() + agency.name[1:])
                item.setData(agency.id, KEY)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
                item.setCheckState(known.get(agency.id, Qt.CheckState.Checked))
                item.setToolTip(agency.name)
                self.agencies.appendRow(item)
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
        box = QComboBox(self)
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
        self._build_columns()
        self._build_signer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for words, widget in ((self.tr("Biểu"), self.sheet), ("", self._agency_box), (self.tr("Giấy"), self._paper_box),
                              ("", self._column_box), (self.tr("Ký"), self._signer_box)):
            if words:
                heading = QLabel(words, self)
                heading.setProperty("kind", "heading")
                column.addWidget(heading)
            column.addWidget(widget)
        column.addStretch(1)

    def _build_paper(self) -> None:
        self.paper = self._combo(self.tr("Khổ giấy"), (("A4", "A4"), ("A3", "A3")))
        self.side = self._combo(self.tr("Hướng giấy"), (("landscape", self.tr("Ngang")), ("portrait", self.tr("Dọc"))))
        self.size_box = QDoubleSpinBox(self, minimum=9, maximum=14, singleStep=0.5, value=12, decimals=1, suffix=self.tr(" pt"))
        self.size_box.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet cannot pad the field inside a spin box
        self.size_box.setLocale(QLocale(QLocale.Language.Vietnamese))
        self.size_box.setAccessibleName(self.tr("Cỡ chữ trong bảng"))
        self.size_box.valueChanged.connect(lambda _: self._changed())
        self.numbering = self._combo(self.tr("Đánh STT"), (("through", self.tr("Liên tục")), ("section", self.tr("Lại từ 1 ở mỗi mục"))))
        self.appendix = self._line(self.tr("Số phụ lục"), self.tr("I, II… nếu có nhiều phụ lục"))
        self.title = self._line(self.tr("Tên biểu"), self.tr("Như thường dùng"))
        self.motto = self._tick(self.tr("Quốc hiệu, Tiêu ngữ"), True)
        self.short_names = self._tick(self.tr("Tên viết tắt của cơ quan"), False)
        self.implied = self._tick(self.tr("Cả phần tham gia qua nhóm: (CT), (PH)"), False)
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
        for box in (self.motto, self.short_names, self.implied):
            self._form.addRow(box)

    def _build_agencies(self) -> None:
        self.agencies = QStandardItemModel(self)
        self._filled = True
        self.agencies.itemChanged.connect(lambda _: self._agencies_changed() if self._filled else None)
        self.agency_list = QListView(self)
        self.agency_list.setModel(self.agencies)
        self.agency_list.setAccessibleName(self.tr("Cơ quan được in phiếu"))
        self.agency_list.setFixedHeight(168)
        self.agency_list.setSpacing(2)
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
        column.addWidget(self.bundle)

    def _build_columns(self) -> None:
        self.columns = QStandardItemModel(self)
        self.columns.itemChanged.connect(lambda _: self._changed())
        self.columns.rowsRemoved.connect(lambda *_: self._changed())  # the end of a move by mouse
        self.column_list = QListView(self)
        self.column_list.setModel(self.columns)
        self.column_list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.column_list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.column_list.setAccessibleName(self.tr("Các cột: đánh dấu để in, kéo để đổi thứ tự, bấm đúp để đổi tên"))
        self.column_list.setToolTip(self.tr("Đánh dấu để in, kéo để đổi thứ tự, bấm đúp (F2) để đổi tên"))
        self.column_list.setFixedHeight(176)
        self.column_list.setSpacing(2)
        self.column_list.selectionModel().currentChanged.connect(lambda now, _: self._show_width(now))
        self.width_box = QDoubleSpinBox(self, minimum=0, maximum=200, singleStep=1, decimals=0, suffix=self.tr(" mm"))
        self.width_box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.width_box.setSpecialValueText(self.tr("Như thường"))
        self.width_box.setAccessibleName(self.tr("Độ rộng của cột đang chọn"))
        self.width_box.setToolTip(self.width_box.accessibleName())
        self.width_box.valueChanged.connect(self._set_width)
        self.up = QPushButton(self.tr("Lên"), self)
        self.down = QPushButton(self.tr("Xuống"), self)
        self.usual = QPushButton(self.tr("Như thường"), self)
        for button, run in ((self.up, lambda: self._move(-1)), (self.down, lambda: self._move(1)), (self.usual, self.reset_columns)):
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _=False, r=run: r())
        self._column_box = QWidget(self)
        heading = QLabel(self.tr("Cột"), self)
        heading.setProperty("kind", "heading")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.usual)
        wide = QLabel(self.tr("Độ &rộng"), self)
        wide.setBuddy(self.width_box)
        foot.addWidget(wide)
        foot.addWidget(self.width_box, 1)
        foot.addWidget(self.up)
        foot.addWidget(self.down)
        column = QVBoxLayout(self._column_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.column_list)
        column.addLayout(foot)

    def _build_signer(self) -> None:
        self.signer_lines = QPlainTextEdit(self, placeholderText=self.tr("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"))
        self.signer_lines.setAccessibleName(self.tr("Thẩm quyền ký"))
        self.signer_lines.setFixedHeight(66)
        self.signer_lines.setTabChangesFocus(True)
        self.signer_lines.textChanged.connect(self._changed)
        self.signer_name = self._line(self.tr("Người ký"), self.tr("Họ và tên, không ghi học hàm, học vị"))
        self.place = self._line(self.tr("Địa danh"), self.tr("Địa danh trên phiếu"))
        self._signer_box = QWidget(self)
        column = QVBoxLayout(self._signer_box)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.signer_lines, self.signer_name, self.place):
            column.addWidget(widget)

    # ---- columns

    def reset_columns(self) -> None:
        self._fill_columns([ColumnChoice(c.key) for c in columns_of(self.kind)])
        self._changed()

    def _fill_columns(self, choices: list[ColumnChoice]) -> None:
        usual = {c.key: c for c in columns_of(self.kind)}
        wanted = [c for c in choices if c.key in usual]
        wanted += [ColumnChoice(key) for key in usual if key not in {c.key for c in wanted}]
        with QSignalBlocker(self.columns):
            self.columns.clear()
            for choice in wanted:
                item = QStandardItem(choice.title or usual[choice.key].title)
                item.setData(choice.key, KEY)
                item.setData(choice.width, WIDTH)
                item.setData(usual[choice.key].title, USUAL)
                flag = Qt.ItemFlag
                flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemIsEditable
                item.setFlags(flags if choice.key == "task" else flags | flag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if choice.shown or choice.key == "task" else Qt.CheckState.Unchecked)
                self.columns.appendRow(item)
        # the blocked model has told the view nothing
        self.column_list.reset()
        self.column_list.setCurrentIndex(self.columns.index(0, 0))

    def _move(self, step: int) -> None:
        row = self.column_list.currentIndex().row()
        if 0 <= row < self.columns.rowCount() and 0 <= row + step < self.columns.rowCount():
            with QSignalBlocker(self.columns):
                taken = self.columns.takeRow(row)
                self.columns.insertRow(row + step, taken)
            self.column_list.reset()
            self.column_list.setCurrentIndex(self.columns.index(row + step, 0))
            self._changed()

    def _show_width(self, now: QModelIndex) -> None:
        with QSignalBlocker(self.width_box):
            self.width_box.setValue(float(now.data(WIDTH) or 0) if now.isValid() else 0.0)

    def _set_width(self, value: float) -> None:
        item = self.columns.itemFromIndex(self.column_list.currentIndex())
        if item is not None:
            item.setData(value, WIDTH)

    # ---- what depends on the sheet, and what is remembered

    def _show_kind(self) -> None:
        if self._kind_shown:
            self._keep_columns(self._kind_shown)
        kind = self._kind_shown = self.kind
        self._agency_box.setVisible(kind == "checklist")
        self._column_box.setVisible(bool(columns_of(kind)))
        self._form.setRowVisible(self.appendix, kind in ("assignment", "matrix"))
        self._form.setRowVisible(self.numbering, kind in ("assignment", "matrix", "checklist"))
        self._form.setRowVisible(self.motto, kind in ("checklist", "summary"))
        self._form.setRowVisible(self.implied, kind == "matrix")
        self.place.setVisible(kind == "checklist")
        if columns_of(kind):
            remembered = [_column(words) for words in self._settings.words(f"export/columns/{kind}")]
            self._fill_columns([c for c in remembered if c is not None])
        self._changed()

    def _changed(self) -> None:
        if self._kind_shown:
            self._later.start()

    def _keep_columns(self, kind: str) -> None:
        if columns_of(kind):
            items = [self.columns.item(row) for row in range(self.columns.rowCount())]
            self._settings.set(f"export/columns/{kind}", [MARK.join(
                (str(i.data(KEY)), _own_title(i), f"{float(i.data(WIDTH) or 0):g}",
                 "1" if i.checkState() is Qt.CheckState.Checked else "0")) for i in items])

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
        return (("motto", self.motto), ("short_names", self.short_names), ("implied", self.implied))

    def _lines(self) -> tuple[tuple[str, QLineEdit], ...]:
        return (("appendix", self.appendix), ("title", self.title), ("signer_name", self.signer_name), ("place", self.place))


def _own_title(item: QStandardItem) -> str:
    """The clerk's own name of a column; "" for the usual one."""
    text = item.text().strip()
    return "" if text == item.data(USUAL) else text


def _column(words: str) -> ColumnChoice | None:
    """A remembered column; None where the settings were edited by hand."""
    parts = words.split(MARK)
    if len(parts) != 4:
        return None
    try:
        return ColumnChoice(parts[0], parts[1], float(parts[2]), parts[3] == "1")
    except ValueError:
        return None
