"""The actions of the whole window, and the row of buttons beside the menu bar. Pages bring their own actions."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from ui import messages, theme
from ui.actions import ActionSpec, is_bare, native, plain
from ui.numbers import ICON_ONLY, TAB_FOCUS, TEXT_BESIDE_ICON, set_number
from ui.theme import icon

if TYPE_CHECKING:
    from ui.palette import CommandPalette, Entry
    from ui.window import MainWindow

PLAN_FILES = ("*.docx *.docm *.doc *.pdf *.rtf *.odt *.ods *.xlsx *.html *.htm *.mht *.mhtml *.txt *.md "
              "*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp")
SAMPLE = theme.RESOURCES / "samples" / "ke-hoach-mau.docx"


def _tr(text: str) -> str:
    return QCoreApplication.translate("window_actions", text)


def window_actions(window: MainWindow) -> list[ActionSpec]:
    """In the order of the menus."""
    return [*_file_actions(window), *_edit_actions(window), *_view_actions(window), *_help_actions(window)]


def _file_actions(window: MainWindow) -> list[ActionSpec]:
    menu = _tr("Tệp")

    def idle() -> bool:
        return not window.importing and not window.session.workspace.read_only and not window.session.workspace.lent

    return [
        ActionSpec("plans.import", _tr("&Nhập kế hoạch…"), menu, lambda: choose_files(window), "Ctrl+O", "import",
                   tip=_tr("Đọc một hay nhiều tệp kế hoạch; cũng có thể kéo tệp thả vào cửa sổ"), enabled=idle),
        ActionSpec("plans.paste", _tr("Nhập từ văn bản đã &chép"), menu, lambda: paste_plan(window), "Ctrl+Shift+V", "paste",
                   tip=_tr("Đọc kế hoạch từ văn bản vừa chép (Ctrl+C) trong chương trình khác"), enabled=idle),
        ActionSpec("plans.sample", _tr("Mở kế hoạch &mẫu"), menu, lambda: open_sample(window), "", "file",
                   tip=_tr("Một kế hoạch của một tỉnh tưởng tượng, để làm quen"), enabled=lambda: idle() and SAMPLE.exists()),
        ActionSpec("plans.reading", _tr("&Tệp gốc đã đọc thế nào…"), menu, lambda: show_reading(window), "", "info",
                   tip=_tr("Loại tệp, số trang, những chỗ đã sửa khi đọc; giữ nguyên chữ gốc hoặc đổi sang Unicode"),
                   enabled=lambda: window.session.book is not None and window.session.book.plan.source is not None and idle()),
        ActionSpec("plans.close", _tr("Đón&g kế hoạch"), menu, lambda: close_plan(window), "Ctrl+W", "close",
                   enabled=lambda: window.session.book is not None, separator=True),
        ActionSpec("app.settings", _tr("Tuỳ &chọn…"), menu, lambda: open_settings(window), "Ctrl+,", "settings", separator=True),
        ActionSpec("app.quit", _tr("Th&oát"), menu, window.close, "Ctrl+Q", separator=True),
    ]


def _edit_actions(window: MainWindow) -> list[ActionSpec]:
    menu, workspace = _tr("Sửa"), window.session.workspace
    return [
        ActionSpec("edit.undo", _tr("&Hoàn tác"), menu, lambda: undo(window), "Ctrl+Z", "undo",
                   enabled=lambda: workspace.undo_name() is not None),
        ActionSpec("edit.redo", _tr("&Làm lại"), menu, lambda: redo(window), "Ctrl+Y", "redo",
                   enabled=lambda: workspace.redo_name() is not None),
        ActionSpec("edit.find", _tr("&Tìm…"), menu, lambda: find(window), "Ctrl+F", "search",
                   tip=_tr("Tìm trong trang đang mở; trang không có ô tìm thì tìm trong mọi kế hoạch"), separator=True),
    ]


def _view_actions(window: MainWindow) -> list[ActionSpec]:
    menu = _tr("Xem")
    pages = [ActionSpec(f"view.{page_id}", window.words(page_id), menu, lambda p=page_id: window.show_page(p), f"Ctrl+{place}",  # type: ignore[misc]
                        spec.icon, checkable=True, checked=lambda p=page_id: window.page_id == p)  # type: ignore[misc]
             for place, (page_id, spec) in enumerate(window.specs.items(), start=1)]
    return [
        *pages,
        ActionSpec("view.side", _tr("Khung &chi tiết nhiệm vụ"), menu, window.toggle_side, "F4", "panel", checkable=True,
                   checked=window.side_shown, separator=True, enabled=lambda: window.page_id in window.side_pages()),
        ActionSpec("view.next_pane", _tr("Sang khung tiếp th&eo"), menu, lambda: next_pane(window, 1), "F6",
                   tip=_tr("Bàn phím sang khung bên: danh sách, văn bản, bộ lọc, khung chi tiết, các trang")),
        ActionSpec("view.last_pane", _tr("Về khung trướ&c"), menu, lambda: next_pane(window, -1), "Shift+F6"),
        ActionSpec("view.theme", _tr("&Nền tối"), menu, lambda: toggle_theme(window), "Ctrl+Shift+D", "moon", checkable=True,
                   checked=lambda: theme.colours().dark),
        ActionSpec("view.fullscreen", _tr("&Toàn màn hình"), menu, lambda: toggle_full_screen(window), "F11", "fullscreen", checkable=True,
                   checked=window.isFullScreen),
        ActionSpec("view.palette", _tr("&Bảng lệnh…"), menu, lambda: open_palette(window), "Ctrl+K", "palette",
                   tip=_tr("Gõ vài chữ để tới bất cứ việc nào hay kế hoạch nào"), separator=True),
    ]


def _help_actions(window: MainWindow) -> list[ActionSpec]:
    menu = _tr("Trợ giúp")
    return [
        ActionSpec("help.shortcuts", _tr("&Phím tắt"), menu, lambda: open_shortcuts(window), "F1", "keyboard"),
        ActionSpec("help.about", _tr("&Về Phân công"), menu, lambda: open_about(window), "", "info"),
    ]


# ---------------------------------------------------------------- what they do


def choose_files(window: MainWindow) -> None:
    """The system's dialog for one or several plans."""
    from PySide6.QtWidgets import QFileDialog

    settings = window.session.settings
    names, _ = QFileDialog.getOpenFileNames(window, _tr("Nhập kế hoạch"), settings.text("import/folder", str(Path.home())),
                                            _tr("Kế hoạch") + f" ({PLAN_FILES});;" + _tr("Mọi tệp") + " (*)")
    if names:
        settings.set("import/folder", str(Path(names[0]).parent))
        window.import_files([Path(name) for name in names])


def paste_plan(window: MainWindow) -> None:
    mime = QApplication.clipboard().mimeData()
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        window.import_files(files)
    else:
        window.importer.paste(mime.text(), mime.html() if mime.hasHtml() else None)


def open_sample(window: MainWindow) -> None:
    window.import_files([SAMPLE])


def show_reading(window: MainWindow) -> None:
    """What the open plan's file was, what was repaired, and the switch of its letters."""
    from ui.dialogs.imported import show_reading as show

    show(window)


def close_plan(window: MainWindow) -> None:
    window.session.close_plan()
    window.show_page("plans")


def undo(window: MainWindow) -> None:
    _step(window, False, _tr("Đã hoàn tác{where}: {step}"), _tr("Làm lại"), "edit.redo")


def redo(window: MainWindow) -> None:
    _step(window, True, _tr("Đã làm lại{where}: {step}"), _tr("Hoàn tác"), "edit.undo")


def _step(window: MainWindow, redo: bool, words: str, back: str, back_id: str) -> None:
    from ui.loans import step
    from ui.words import step_words

    plan = other_plan(window, redo)
    where = _tr(" trong {}").format(plan) if plan else ""
    step(window.session, redo, lambda name: messages.notice(words.format(where=where, step=step_words(name)), action=back,
                                                            run=lambda: window.table.trigger(back_id)))


def other_plan(window: MainWindow, redo: bool) -> str:
    """The plan that the next step is taken back in, where it is not the open one; "" otherwise."""
    found, book = window.session.workspace.step_plan(redo), window.session.book
    if found is None or (book is not None and book.plan.id == found[0]):
        return ""
    return found[1] if len(found[1]) <= 40 else found[1][:39].rstrip() + "…"


def find(window: MainWindow) -> None:
    """Where the page has a field of its own it gets the focus, else the search over all plans."""
    own = getattr(window.stack.currentWidget(), "open_find", None)
    if own is not None:
        own()
    else:
        window.show_page("search")


def next_pane(window: MainWindow, step: int) -> None:
    from ui.panes import go

    go(window, step)


def toggle_theme(window: MainWindow) -> None:
    name = "light" if theme.colours().dark else "dark"
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.change(app, name)
    window.session.settings.set("window/theme", name)


def toggle_full_screen(window: MainWindow) -> None:
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def palette_entries(window: MainWindow) -> list[Entry]:
    """Every action, those that work on this page first, then every plan."""
    from ui.palette import Entry

    found = []
    for spec in sorted(window.table.specs.values(), key=lambda s: not window.table.works(s)):
        found.append(Entry(plain(spec.text).rstrip("…"), plain(spec.menu), lambda i=spec.id: reach(window, i),  # type: ignore[misc]
                           native(spec.shortcut), spec.icon, reachable(window, spec), spec.tip))
    plans = [Entry(f"{p.number or p.source_name} · {p.title}", _tr("Kế hoạch"), lambda i=p.id: window.open_plan(i), icon="plans")  # type: ignore[misc]
             for p in window.session.workspace.plans()]
    return [*found, *plans]


def reachable(window: MainWindow, spec: ActionSpec) -> bool:
    """Whether the palette can lead to an action: it works here, or its page can be shown."""
    if window.table.here(spec):
        return window.table.works(spec)
    return not window.specs[spec.page].of_plan or window.session.book is not None


def reach(window: MainWindow, action_id: str) -> None:
    """Run an action from the palette. One of another page takes the person there; if it acts on what is chosen there (a bare key),
    it is only pointed at: nothing unseen is changed."""
    spec = window.table.specs[action_id]
    if not window.table.here(spec):
        window.show_page(spec.page)
        if spec.shortcut and is_bare(spec.shortcut):
            messages.notice(_tr("“{}”: chọn ở đây rồi bấm {}.").format(plain(spec.text), native(spec.shortcut)))
            return
    window.table.trigger(action_id)


def open_palette(window: MainWindow) -> CommandPalette:
    from PySide6.QtCore import Qt

    from ui.palette import CommandPalette

    window.build_all()
    made = CommandPalette(palette_entries(window), window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.show()
    made.field().setFocus()
    return made


def open_shortcuts(window: MainWindow) -> None:
    from ui.dialogs.shortcuts import ShortcutsDialog

    window.build_all()
    ShortcutsDialog(list(window.table.specs.values()), window.words, window).exec()


def open_about(window: MainWindow) -> None:
    from ui.dialogs.about import AboutDialog

    AboutDialog(window.session.workspace.path, window).exec()


def open_settings(window: MainWindow) -> None:
    from ui.dialogs.settings import SettingsDialog

    SettingsDialog(window.session.settings, window).exec()


def _step_words(name: str) -> str:
    from ui.words import step_words

    return step_words(name)


class Corner(QWidget):
    """The few buttons that everybody looks for: import, undo, redo, the panel of the chosen task, and the way to everything else."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 12, 2)
        line.setSpacing(3)
        self.buttons: dict[str, QToolButton] = {}
        for action_id in ("plans.import", "edit.undo", "edit.redo", "view.side", "view.palette"):
            button = QToolButton(self)
            button.setIconSize(QSize(18, 18))
            button.setIcon(icon(window.table.specs[action_id].icon))
            set_number(button, focusPolicy=TAB_FOCUS)
            button.setAccessibleName(plain(window.table.specs[action_id].text))
            button.setCheckable(window.table.specs[action_id].checkable)
            button.clicked.connect(lambda _=False, i=action_id: window.table.trigger(i))
            if action_id == "view.palette":
                button.setObjectName("find")
                button.setIcon(icon("search", "muted"))
                button.setIconSize(QSize(20, 16))
                set_number(button, toolButtonStyle=TEXT_BESIDE_ICON)
            line.addWidget(button)
            self.buttons[action_id] = button
        window.table.refreshed.connect(self.refresh)
        self.refresh()

    def fit(self) -> None:
        """The palette's button says what it is where the menus leave room for it; else it is a picture."""
        find, metrics = self.buttons["view.palette"], self.fontMetrics()
        menus = sum(metrics.horizontalAdvance(plain(menu.text())) + 24 for menu in self._window.menuBar().actions())
        words = f"{_tr('Tìm lệnh, kế hoạch')}   Ctrl+K"
        wide = menus + 34 * len(self.buttons) + metrics.horizontalAdvance(words) + 40 <= self._window.width()
        set_number(find, toolButtonStyle=TEXT_BESIDE_ICON if wide else ICON_ONLY)
        find.setText(words if wide else "")

    def refresh(self) -> None:
        """Enabled as the actions are; undo and redo say which step they mean, here and in the menu."""
        table, workspace = self._window.table, self._window.session.workspace
        for action_id, name in (("edit.undo", workspace.undo_name()), ("edit.redo", workspace.redo_name())):
            words, plan = table.specs[action_id].text, other_plan(self._window, action_id == "edit.redo") if name else ""
            place = _tr(" trong {}").format(plan) if plan else ""
            table.actions[action_id].setText(f"{words}{place}: {_step_words(name)}" if name else words)
            table.actions[action_id].setToolTip(table.tip(action_id, table.actions[action_id].text()))
        for action_id, button in self.buttons.items():
            button.setEnabled(table.actions[action_id].isEnabled())
            button.setChecked(table.actions[action_id].isChecked())
            button.setToolTip(table.actions[action_id].toolTip())
