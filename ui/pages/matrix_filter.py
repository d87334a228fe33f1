"""The bar above the matrix: what is shown. It holds a GridFilter and tells when the person changed it."""
from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QLayoutItem, QLineEdit, QSizePolicy, QToolButton, QWidget

from core.matrix_view import GridFilter, Section, Window
from core.model import Agency, Role
from ui.fields import ChoiceBox
from ui.pages.matrix_picker import AgencyPicker
from ui.theme import icon

ROLES = (None, Role.LEAD, Role.COOP)
BESIDE = 22  # px: width of an icon with words beside it, of which six are air
WINDOWS = (Window.ANY, Window.LATE, Window.WEEK, Window.MONTH, Window.QUARTER, Window.NONE)


class FlowLayout(QLayout):
    """Widgets in lines, a new line where the width ends: nothing is cut off in a narrow window."""

    def __init__(self, parent: QWidget, space: int = 5) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.spares: list[QWidget] = []  # may be left out where the room is narrow
        self.left_out: set[QWidget] = set()
        self.least: int | None = None  # from this width on everything stands in one line, once what gives way has done so
        self.setSpacing(space)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """One line wherever that can be: a layout asks before anything has given way, and would leave room for a second one."""
        one = self.least is not None and width >= self.least
        return self._place(QRect(0, 0, 10_000 if one else width, 0), move=False)

    def fits(self, width: int) -> bool:
        """Whether everything stands in one line as it is now."""
        return self.natural_width() <= width

    def natural_width(self) -> int:
        margins = self.contentsMargins()
        wide = [self._size(item, widget).width() for item, widget in self._shown()]
        return margins.left() + margins.right() + sum(wide) + self.spacing() * max(0, len(wide) - 1) + 1

    def _shown(self) -> Iterator[tuple[QLayoutItem, QWidget]]:
        for item in self._items:
            widget = item.widget()
            if widget is not None and (widget not in self.left_out if widget in self.spares else not widget.isHidden()):
                yield item, widget

    def _size(self, item: QLayoutItem, widget: QWidget) -> QSize:
        return widget.sizeHint() if widget in self.spares else item.sizeHint()  # the item of a hidden widget has no size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        x, y, high = rect.left() + margins.left(), rect.top() + margins.top(), 0
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item, widget in self._shown():
            size = self._size(item, widget)
            if x + size.width() > rect.right() - margins.right() and line:
                self._set(line, y, high, move)
                x, y, line, high = rect.left() + margins.left(), y + high + self.spacing(), [], 0
            line.append((item, x, size))
            x += size.width() + self.spacing()
            high = max(high, size.height())
        self._set(line, y, high, move)
        return y + high + margins.bottom() - rect.top()

    @staticmethod
    def _set(line: list[tuple[QLayoutItem, int, QSize]], y: int, high: int, move: bool) -> None:
        for item, x, size in line if move else []:
            item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))


class FilterBar(QFrame):
    """``changed`` carries the new GridFilter; ``show_filter`` sets the bar from one without telling."""

    changed = Signal(object)
    left = Signal()  # the keyboard wants back to the table

    def __init__(self, agencies: Callable[[], Iterable[Agency]], near: Callable[[], Collection[str]],
                 parent: QWidget | None = None) -> None:
        """``near()``: ids of the agencies with work in the plan, which a search shows first."""
        super().__init__(parent)
        self.setObjectName("head")
        self.wanted = GridFilter()
        self._agencies, self._near = agencies, near
        self._sections: list[Section] = []
        self._fitting = False
        self._giving: list[list[QToolButton]] = []
        self.flow = FlowLayout(self)
        self.flow.setContentsMargins(10, 7, 10, 7)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self._build()

    def _build(self) -> None:
        self.text = QLineEdit(self, placeholderText=self.tr("Lọc nội dung"), clearButtonEnabled=True)
        self.text.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.text.setProperty("kind", "search")
        self.text.setAccessibleName(self.tr("Lọc nhiệm vụ theo nội dung, có dấu hay không"))
        self.agency = tool(self, "agencies", self.tr("Cơ quan"), self.tr("Chỉ hiện nhiệm vụ của các cơ quan được chọn"))
        self.agency.clicked.connect(self._pick)
        self.role = _combo(self, self.tr("Vai trò"), [self.tr("Mọi vai trò"), self.tr("Chủ trì"), self.tr("Phối hợp")])
        self.section = _combo(self, self.tr("Mục"), [self.tr("Mọi mục")])
        self.window_ = _combo(self, self.tr("Thời hạn"), [
            self.tr("Mọi thời hạn"), self.tr("Quá hạn"), self.tr("Hạn tuần này"), self.tr("Hạn tháng này"), self.tr("Hạn quý này"),
            self.tr("Không có hạn")])
        self.doubt = tool(self, "flag", self.tr("Nghi ngờ"), self.tr("Chỉ hiện nhiệm vụ còn chỗ cần xem"), checkable=True)
        self.lonely = tool(self, "warning", self.tr("Thiếu chủ trì"), self.tr("Chỉ hiện nhiệm vụ chưa có cơ quan chủ trì"),
                              checkable=True)
        self.clear = tool(self, "close", self.tr("Bỏ lọc"), self.tr("Bỏ mọi bộ lọc"))
        self.clear.setProperty("kind", "")
        self.clear.setIconSize(QSize(16, 16))
        self.clear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.clear.clicked.connect(lambda: self._set(GridFilter(), tell=True))
        for widget in (self.text, self.agency, self.role, self.section, self.window_, self.doubt, self.lonely, self.clear):
            self.flow.addWidget(widget)
        self.text.textChanged.connect(lambda text: self._set(replace(self.wanted, text=text), tell=True))
        self.role.activated.connect(lambda n: self._set(replace(self.wanted, role=ROLES[n]), tell=True))
        self.section.activated.connect(lambda n: self._set(replace(self.wanted, section=self._sections[n - 1] if n else ()), tell=True))
        self.window_.activated.connect(lambda n: self._set(replace(self.wanted, window=WINDOWS[n]), tell=True))
        self.doubt.toggled.connect(lambda on: self._set(replace(self.wanted, doubt=on), tell=True))
        self.lonely.toggled.connect(lambda on: self._set(replace(self.wanted, without_lead=on), tell=True))
        self._show()

    def add(self, widgets: list[QWidget], giving: list[list[QToolButton]], spares: list[QWidget]) -> None:
        """More buttons behind the filters. ``giving``: those that show words where there is room, in the order in which they give them up;
        ``spares``: those that are left out at last, one after the other (they are in the menus too)."""
        for widget in widgets:
            self.flow.addWidget(widget)
        self.flow.spares = spares
        self._giving = giving

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window some things give way one after the other, at last the last button, before a second line is begun."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self.fit)  # a sheet gives every button the icon of one with words

    def fit(self) -> None:
        """Everything in one line, as wide as there is room for."""
        if self._fitting:  # showing a button lays the bar out at once, which comes back here
            return
        self._fitting = True
        steps = len(self._groups()) + len(self.flow.spares)
        self._fit(steps)
        self.flow.least = self.flow.natural_width()
        for step in range(steps + 1):
            self._fit(step)
            if self.flow.fits(self.width()):
                break
        for widget in self.flow.spares:
            widget.setVisible(widget not in self.flow.left_out)
        self.flow.setGeometry(self.rect())  # Qt laid it out before, with the sizes of the former width
        self._fitting = False
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field leaves over: Enter and arrow down go to the table, Escape first takes the text back."""
        if event.key() == Qt.Key.Key_Escape and self.text.hasFocus() and self.text.text():
            self.text.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _groups(self) -> list[list[QWidget]]:
        """What grows narrower, one after the other: the words of the buttons at the right, the room of the field, the words of the filters
        that are switched, the room of the lists and the words of the agencies' button."""
        *first, last = self._giving or [[]]
        return [*(list[QWidget](group) for group in first), [self.text], [*last], [self.doubt, self.lonely],
                [self.agency, self.role, self.section, self.window_]]

    def _fit(self, step: int) -> None:
        """Everything as it is with so many steps done: first the groups grow narrower, then the spare buttons are left out."""
        groups = self._groups()
        self.flow.left_out = set(self.flow.spares[:max(0, step - len(groups))])
        for widget, gives in ((widget, n < step) for n, group in enumerate(groups) for widget in group):
            if isinstance(widget, QToolButton):
                bare = gives and not widget.property("named")  # a button that names what is chosen keeps the name
                widget.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if bare else Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                widget.setIconSize(QSize(16 if bare else BESIDE, 16))
            elif isinstance(widget, QComboBox):
                wide = widget.fontMetrics().horizontalAdvance
                first = wide(widget.itemText(0)) + 56
                longest = max(wide(widget.itemText(n)) for n in range(min(6, widget.count()))) + 56
                widget.setFixedWidth(first if gives else min(max(176, first), longest))
            else:
                hint = self.text.fontMetrics().horizontalAdvance(self.text.placeholderText()) + 50
                self.text.setFixedWidth(max(hint, self._wide(12 if gives else 20)))

    def _wide(self, letters: int) -> int:
        """Room for so many letters in a field."""
        return letters * self.fontMetrics().averageCharWidth() + 26

    def set_sections(self, sections: list[Section]) -> None:
        """The headings that the plan has."""
        if sections == self._sections and self.section.count() > 1:
            return
        self._sections = sections
        with QSignalBlocker(self.section):
            self.section.clear()
            self.section.addItem(self.tr("Mọi mục"))
            for section in sections:
                self.section.addItem("    " * (len(section) - 1) + " ".join(section[-1].split())[:90])
        self.section.view().setMinimumWidth(420)
        self._show()

    def show_filter(self, wanted: GridFilter) -> None:
        self._set(wanted, tell=False)

    def _set(self, wanted: GridFilter, *, tell: bool) -> None:
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self._show()
        if tell:
            self.changed.emit(wanted)

    def _show(self) -> None:
        """The widgets as the filter says, without telling."""
        wanted = self.wanted
        blocked = [QSignalBlocker(w) for w in (self.text, self.role, self.section, self.window_, self.doubt, self.lonely)]
        if self.text.text() != wanted.text:
            self.text.setText(wanted.text)
        self.role.setCurrentIndex(ROLES.index(wanted.role))
        self.section.setCurrentIndex(self._sections.index(wanted.section) + 1 if wanted.section in self._sections else 0)
        self.window_.setCurrentIndex(WINDOWS.index(wanted.window))
        self.doubt.setChecked(wanted.doubt)
        self.lonely.setChecked(wanted.without_lead)
        del blocked
        names = [a.short or a.name for a in self._agencies() if a.id in wanted.agencies]
        label = self.tr("Cơ quan") if not names else names[0][:24] if len(names) == 1 else self.tr("{0} cơ quan").format(len(names))
        self.agency.setText(label.replace("&", "&&"))
        self.agency.setProperty("named", bool(names))
        for widget, on in ((self.agency, bool(wanted.agencies)), (self.role, wanted.role is not None), (self.section, bool(wanted.section)),
                           (self.window_, bool(wanted.window))):
            if on != bool(widget.property("on")):
                widget.setProperty("on", on)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self.clear.setEnabled(bool(wanted))  # always in its place: nothing jumps while one types
        self.flow.invalidate()
        if self.isVisible():
            self.fit()  # the name of an agency takes more room, or less
        self.updateGeometry()

    def words_of(self, wanted: GridFilter) -> str:
        """A filter in words."""
        names = [a.short or a.name for a in self._agencies() if a.id in wanted.agencies]
        windows = {Window.LATE: self.tr("quá hạn"), Window.WEEK: self.tr("hạn tuần này"), Window.MONTH: self.tr("hạn tháng này"),
                   Window.QUARTER: self.tr("hạn quý này"), Window.NONE: self.tr("không có hạn")}
        roles = {Role.LEAD: self.tr("chủ trì"), Role.COOP: self.tr("phối hợp")}
        parts = [f"“{wanted.text}”" if wanted.text else "", ", ".join(names[:3]) + ("…" if len(names) > 3 else ""),
                 roles[wanted.role] if wanted.role else "", " ".join(wanted.section[-1].split())[:40] if wanted.section else "",
                 windows.get(wanted.window, ""), self.tr("nghi ngờ") if wanted.doubt else "",
                 self.tr("thiếu chủ trì") if wanted.without_lead else ""]
        return ", ".join(p for p in parts if p)

    def _pick(self) -> None:
        picker = AgencyPicker(self.tr("Lọc theo cơ quan"), self._agencies(), self, several=self.wanted.agencies, near=self._near())
        picker.changed.connect(lambda chosen: self._set(replace(self.wanted, agencies=chosen), tell=True))
        picker.show_at(self.agency.mapToGlobal(QPoint(0, self.agency.height() + 2)))


def tool(parent: QWidget, name: str, text: str, tip: str, *, checkable: bool = False) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    if name:
        button.setIcon(icon(name))
        button.setIconSize(QSize(BESIDE, 16))
    button.setCheckable(checkable)
    button.setToolTip(f"{text}: {tip[:1].lower()}{tip[1:]}" if name else tip)  # its words are not always there
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(button.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setProperty("kind", "button")
    return button


def _combo(parent: QWidget, name: str, items: list[str]) -> QComboBox:
    combo = ChoiceBox(parent)
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.addItems(items)
    return combo
