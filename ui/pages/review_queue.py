"""The strip above the text: how many places are left, what is asked at the one at hand, and its numbered answers."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.book import Book
from core.model import Finding, Proposal, Role
from core.named import ABOUT_LEAD, ABOUT_NAME
from ui.finding_words import answer_words, finding_words
from ui.numbers import grouped
from ui.pages.agency_edit import AgencyEdit
from ui.pages.flow import FitButton, FlowLayout
from ui.pages.review_picked import PickedAgencies
from ui.theme import icon


def keep_proposal() -> Proposal:
    """The answer that every question has."""
    return Proposal("keep", "", QCoreApplication.translate("QueueBar", "Đã xem, giữ nguyên"))


def answers(finding: Finding) -> tuple[Proposal, ...]:
    """The proposals of a finding, best first, at most nine; to leave all as it is stands last where the reading did not name it."""
    once: dict[tuple[str, str], Proposal] = {}
    for proposal in finding.proposals:
        once.setdefault((proposal.action, proposal.value), proposal)
    given = tuple(once.values())[:8]
    return given if any(p.action == "keep" for p in given) else (*given, keep_proposal())


class QueueBar(QFrame):
    """It shows; the page acts. ``answered`` gives the chosen Proposal, ``named`` the agencies named instead of one: leads and coops."""

    answered = Signal(object)
    named = Signal(list, list)
    all_kept = Signal()
    step_wanted = Signal(int)  # -1, +1
    next_wanted = Signal()
    several_kept = Signal()
    accept_wanted = Signal()
    reopen_wanted = Signal()
    matrix_wanted = Signal()
    left = Signal()

    def __init__(self, book: Callable[[], Book | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._proposals: tuple[Proposal, ...] = ()
        self.counter = QLabel()
        self.counter.setObjectName("reviewCounter")
        self.counter.setProperty("kind", "subtitle")
        self.place = QLabel()
        self.place.setProperty("kind", "muted")
        self.message = QLabel(wordWrap=True)
        self.message.setObjectName("reviewMessage")
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.buttons = QWidget()
        self._flow = FlowLayout(self.buttons)
        self.resting = False  # what is asked is whether to take the rest of the sentence along
        self._asked = ""  # the finding that the picked agencies are for
        self.picked = PickedAgencies()
        self.picked.taken.connect(self.named)
        self.picked.changed.connect(self._picks_changed)
        self.other, self.other_coop = self._field(book, Role.LEAD), self._field(book, Role.COOP)
        self._back = self._arrow("chevron-left", self.tr("Chỗ cần xem trước"), "Shift+F8", -1)
        self._on = self._arrow("chevron-right", self.tr("Chỗ cần xem tiếp theo"), "F8", 1)
        self._accept = QPushButton(self.tr("Chấp nhận"))
        self._accept.setObjectName("reviewAccept")
        self._accept.setIcon(icon("check", "text"))
        self._accept.clicked.connect(self.accept_wanted)
        self._reopen = QPushButton(self.tr("Rà soát lại"))
        self._reopen.clicked.connect(self.reopen_wanted)
        self._matrix = QPushButton(self.tr("Sang ma trận"))
        self._matrix.clicked.connect(self.matrix_wanted)
        self._lay_out()

    def _field(self, book: Callable[[], Book | None], role: Role) -> AgencyEdit:
        """A field for agencies that no answer names; each one named joins those that are picked."""
        field = AgencyEdit(book)
        field.setMinimumWidth(230)
        field.chosen.connect(lambda name: self.picked.add(name, role))
        field.confirmed.connect(self.picked.take)
        field.erased.connect(lambda: self.picked.remove_last(role))
        field.left.connect(self.left)
        return field

    def _arrow(self, name: str, text: str, key: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(f"{text} ({key})")
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        parts: tuple[QWidget, ...] = (self.counter, self._back, self.place, self._on)
        for part in parts:
            top.addWidget(part)
        top.addStretch(1)
        for widget in (self._reopen, self._matrix, self._accept):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        column.addWidget(self.picked)

    # ---- what it shows

    def show_state(self, *, left: int, row: int, finding: Finding | None, task: int, accepted: bool, alike: int = 1,
                   empty: bool = False) -> None:
        """``left`` places are open; ``finding`` is the one at hand (None: the chosen task asks nothing), ``row`` its place among them;
        ``task`` the number of its task, 0 for none; ``alike`` how many ask the same;
        ``empty``: the plan has no task at all."""
        self.resting = False
        asked = finding.id if finding is not None else ""
        if asked != self._asked:
            self._asked = asked
            self.picked.clear()
        self.counter.setText(self._count(left, accepted))
        self.counter.setProperty("kind", "subtitle")
        self.place.setText(self.tr("{n} / {all}").format(n=grouped(row + 1), all=grouped(left)) if finding else "")
        for arrow in (self._back, self._on):
            arrow.setVisible(left > 0)
        self.place.setVisible(finding is not None)
        self._accept.setVisible(not accepted and left > 0)  # with nothing left it is the step that is offered below
        self._reopen.setVisible(accepted)
        self._matrix.setVisible(accepted and left > 0)
        self._say(finding, left, task, accepted, alike)
        if empty and finding is None:
            self.counter.setText(self.tr("Chưa có nhiệm vụ nào"))
            self.message.setText(self.tr("Bôi đen câu giao việc trong văn bản rồi bấm T để thêm thành nhiệm vụ."))
        self._offer(answers(finding) if finding else (), finding, alike, self._next_step(left, accepted))

    def show_rest(self, words: str, proposals: tuple[Proposal, ...], finding: Finding) -> None:
        """Before the finding closes something is asked about the answer itself."""
        self.resting = True
        self.message.setText(words)
        self._offer(proposals, finding, 1, ("", self.next_wanted))
        self.focus_first()

    def show_several(self, count: int) -> None:
        """Several places are selected in the list: they can be left as they are in one step."""
        self.message.setText(self.tr("Đang chọn {n} chỗ cần xem.").format(n=count))
        self.place.setText("")
        self._offer((), None, 1, (self.tr("Giữ nguyên cả {n} chỗ đang chọn").format(n=count), self.several_kept))

    def _count(self, left: int, accepted: bool) -> str:
        if left:
            return self.tr("Còn {n} chỗ cần xem").format(n=grouped(left))
        return self.tr("Đã chấp nhận") if accepted else self.tr("Đã xem hết")

    def _say(self, finding: Finding | None, left: int, task: int, accepted: bool, alike: int) -> None:
        if finding is not None:
            where = self.tr("Nhiệm vụ {n}: ").format(n=task) if task else ""
            once = alike > 1 and finding.kind in ABOUT_NAME
            more = self.tr(" (hỏi một lần cho {n} chỗ giống nhau)").format(n=alike) if once else ""
            self.message.setText(f"{where}{finding_words(finding)}{more}")
        elif left:
            self.message.setText(self.tr("Nhiệm vụ đang chọn không có gì phải xem."))
        elif accepted:
            self.message.setText(self.tr("Kế hoạch đã được chấp nhận; mọi thay đổi vẫn được ghi ngay."))
        else:
            self.message.setText(self.tr("Không còn chỗ nào cần xem. Chấp nhận xong, kế hoạch sang ma trận phân công."))

    def _next_step(self, left: int, accepted: bool) -> tuple[str, SignalInstance]:
        """What Enter does where nothing is asked: in the place of the answers, so that the strip keeps its height."""
        if left:
            return self.tr("Chỗ cần xem tiếp theo"), self.next_wanted
        if accepted:
            return self.tr("Sang ma trận"), self.matrix_wanted
        return self.tr("Chấp nhận kế hoạch"), self.accept_wanted

    def _offer(self, proposals: tuple[Proposal, ...], finding: Finding | None, alike: int, step: tuple[str, SignalInstance]) -> None:
        keyboard = QApplication.focusWidget()  # not self.focusWidget(), which is where it was when it was last in this strip
        focused = keyboard is not None and self.buttons.isAncestorOf(keyboard)
        self._clear()
        self._proposals = proposals
        for number, proposal in enumerate(proposals, start=1):
            button = FitButton(f"{number}  {answer_words(proposal)}")
            button.setToolTip(self.tr("Phím {n}; Enter chọn đề xuất đầu").format(n=number) if number > 1 else self.tr("Enter hoặc phím 1"))
            button.setAccessibleName(self.tr("Đề xuất {n}: {label}").format(n=number, label=answer_words(proposal)))
            button.clicked.connect(lambda _=False, p=proposal: self.answered.emit(p))
            self._flow.addWidget(button)
            button.show()  # now, not in a later turn of the event loop: nothing jumps
        self._mark_enter()
        for field in self._fields(finding):
            self._flow.addWidget(field)
            field.show()
        if finding is not None and alike > 1 and finding.kind not in ABOUT_NAME:
            every = QPushButton(self.tr("Giữ nguyên cả {n} chỗ hỏi như vậy").format(n=alike))
            every.setProperty("kind", "quiet")
            every.setToolTip("Shift+Enter")
            every.clicked.connect(self.all_kept)
            self._flow.addWidget(every)
            every.show()
        if finding is None:
            on = FitButton(f"{step[0]}  ↵")
            _as_primary(on, True)
            on.clicked.connect(step[1])
            self._flow.addWidget(on)
            on.show()
        self._chain()
        if focused:
            self.focus_first()

    def _fields(self, finding: Finding | None) -> list[AgencyEdit]:
        """The fields that belong to a question: who leads and who cooperates, or what a name means."""
        if finding is None or finding.task is None or finding.kind not in (*ABOUT_LEAD, *ABOUT_NAME):
            return []
        self.picked.roles = finding.kind in ABOUT_LEAD
        self._show_hints()
        return [self.other, self.other_coop] if self.picked.roles else [self.other]

    def _mark_enter(self) -> None:
        """The sign of Enter stands on what Enter does: the agencies that are picked are written, else the first answer is taken."""
        write = not self.picked.empty() and not self.resting
        self.picked.write.setVisible(write)
        item = self._flow.itemAt(0) if self._proposals else None
        first = item.widget() if item is not None else None
        if isinstance(first, FitButton):
            first.say(f"1  {answer_words(self._proposals[0])}" + ("" if write else "  ↵"))
            _as_primary(first, not write)

    def _picks_changed(self) -> None:
        self._show_hints()
        self._mark_enter()
        self._chain()

    def _show_hints(self) -> None:
        """What a field is for, with its number; once something is picked, that more may follow."""
        roles = self.picked.roles
        more = (self.tr("Thêm cơ quan chủ trì…"), self.tr("Thêm cơ quan phối hợp…")) if roles else (self.tr("Thêm cơ quan…"), "")
        names = (self.tr("Cơ quan khác chủ trì…"), self.tr("Cơ quan phối hợp…")) if roles else (self.tr("Là cơ quan khác…"), "")
        mine = (self.picked.leads(), self.picked.coops())
        for n, field, words, again, there in zip(range(len(self._proposals) + 1, 99), (self.other, self.other_coop), names, more, mine,
                                                 strict=False):
            field.setPlaceholderText(again if there else f"{n}  {words}" if n <= 9 else words)
            field.setAccessibleName(words)
            field.setToolTip(self.tr("Nhiều cơ quan: Enter hay dấu ; sau mỗi tên, rồi Enter lần nữa để ghi"))

    def _chain(self) -> None:
        """Tab goes through the answers in the order in which they stand, then on to what comes behind the strip."""
        last: QWidget = self._accept
        for n in range(self._flow.count()):
            item = self._flow.itemAt(n)
            widget = item.widget() if item is not None else None
            if widget is not None:
                QWidget.setTabOrder(last, widget)
                last = widget
        for widget in (*self.picked.chips(), self.picked.write):
            QWidget.setTabOrder(last, widget)
            last = widget

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, AgencyEdit):
                widget.hide()
                widget.setParent(self.buttons)
            elif widget is not None:
                widget.hide()
                widget.deleteLater()

    # ---- keys

    def choose(self, number: int) -> bool:
        """Take answer ``number`` (from 1), the numbers behind them go to the fields for other agencies; False where there is none."""
        fields = [field for field in (self.other, self.other_coop) if field.isVisible()]
        if 0 < number - len(self._proposals) <= len(fields):
            fields[number - len(self._proposals) - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if not 1 <= number <= len(self._proposals):
            return False
        self.answered.emit(self._proposals[number - 1])
        return True

    def proposals(self) -> tuple[Proposal, ...]:
        return self._proposals

    def focus_first(self) -> None:
        item = self._flow.itemAt(0)
        first = item.widget() if item is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _as_primary(button: QPushButton, primary: bool) -> None:
    kind = "primary" if primary else ""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
