"""The numbers that stand for Qt's constants before the first paint."""
from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui import language, numbers


def test_each_is_qts_own() -> None:
    known = {
        "CENTRE": Qt.AlignmentFlag.AlignCenter, "RIGHT_MIDDLE": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        "PLAIN_TEXT": Qt.TextFormat.PlainText,
        "ICON_ONLY": Qt.ToolButtonStyle.ToolButtonIconOnly, "TEXT_BESIDE_ICON": Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        "TEXT_UNDER_ICON": Qt.ToolButtonStyle.ToolButtonTextUnderIcon, "TAB_FOCUS": Qt.FocusPolicy.TabFocus,
        "OWN_MENU": Qt.ContextMenuPolicy.CustomContextMenu, "NO_BAR": Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
        "WITHIN": Qt.ShortcutContext.WidgetWithChildrenShortcut, "USER_ROLE": Qt.ItemDataRole.UserRole,
        "TOOL_TIP_ROLE": Qt.ItemDataRole.ToolTipRole, "ACCESSIBLE_TEXT_ROLE": Qt.ItemDataRole.AccessibleTextRole,
    }
    ours = {name: value for name, value in vars(numbers).items() if name.isupper() and isinstance(value, int) and name != "TYPE_CHECKING"}
    assert ours == {name: value.value for name, value in known.items()}


def test_counts_are_written_as_people_read_them(qapp: QApplication) -> None:
    before = QLocale()
    try:
        for lang, words in (("vi", "50.000"), ("en", "50,000")):
            language.use(qapp, lang)
            assert numbers.grouped(50_000) == words
            assert numbers.grouped(999) == "999"
    finally:
        language.use(qapp, "vi")
        QLocale.setDefault(before)


def test_a_property_takes_the_number(qtbot: QtBot) -> None:
    label = QLabel("a")
    qtbot.addWidget(label)
    numbers.set_number(label, alignment=numbers.CENTRE, textFormat=numbers.PLAIN_TEXT)
    assert label.alignment() == Qt.AlignmentFlag.AlignCenter
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_text_is_cut_as_qt_cuts_it(qtbot: QtBot) -> None:
    metrics, text = QFontMetrics(QFont()), "Kế hoạch triển khai nhiệm vụ của Ủy ban nhân dân tỉnh"
    for width in (5, 40, 90, 91, 150, 5000):
        cut = numbers.cut(metrics, text, width)
        assert metrics.horizontalAdvance(cut) <= max(width, metrics.horizontalAdvance("…"))
        assert cut == text if width == 5000 else cut.endswith("…")
        qts = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        assert abs(len(cut) - len(qts)) <= 2
