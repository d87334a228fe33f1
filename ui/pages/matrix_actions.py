"""The table of the matrix page's actions; its menus and tool buttons are made of the same entries."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from core.matrix_view import Order
from core.model import Role
from ui.actions import ActionSpec
from ui.popups import keeps_keys
from ui.theme import icon

if TYPE_CHECKING:
    from ui.pages.matrix import MatrixPage


def _tr(text: str) -> str:
    return QCoreApplication.translate("Matrix", text)


def all_actions(page: MatrixPage) -> list[ActionSpec]:
    """In the order of the menu: what is done all day stands in it, the rest in submenus."""
    return [*cell_actions(page), *task_actions(page), *agency_actions(page), *view_actions(page), *_zoom_actions(page)]


def _maker(group: str = "") -> Callable[..., ActionSpec]:
    """Makes specs of this page; ``group`` is their submenu of the menu bar (context menus show them side by side)."""
    menu = _tr("Ma trận")

    def make(name: str, text: str, handler: Callable[[], object], shortcut: str = "", icon: str = "", **more: Any) -> ActionSpec:
        return ActionSpec(f"matrix.{name}", text, menu, handler, shortcut, icon, "matrix", **{"group": group, **more})
    return make


def cell_actions(page: MatrixPage) -> list[ActionSpec]:
    make, edits = _maker(), page.edits
    cells, fills = page.has_cells, _tr("Điền nhiều ô")
    return [
        make("set_lead", _tr("Ghi &chủ trì (CT)"), lambda: edits.set_role(Role.LEAD), "C", "lead", enabled=cells),
        make("set_coop", _tr("Ghi &phối hợp (PH)"), lambda: edits.set_role(Role.COOP), "P", "coop", enabled=cells),
        make("clear", _tr("&Xoá ô"), lambda: edits.set_role(None), "Del", "close", enabled=cells),
        make("change_lead", _tr("Đổi cơ quan chủ &trì…"), page.pick_lead, "Ctrl+L", "edit", enabled=page.has_task,
             tip=_tr("Chọn cơ quan chủ trì mới cho nhiệm vụ; cơ quan cũ rời nhiệm vụ")),
        make("write_out", _tr("Ghi &rõ việc của nhóm cho từng cơ quan"), edits.write_out_chosen, "Ctrl+E", "group", enabled=cells,
             group=fills, tip=_tr("Ghi vai trò của nhóm cho chính các cơ quan được chọn")),
        make("fill_down", _tr("Điền &xuống"), edits.fill_down, "Ctrl+D", "down", enabled=cells, group=fills),
        make("fill_right", _tr("Điền &sang phải"), edits.fill_right, "Ctrl+R", enabled=cells, group=fills),
        make("copy", _tr("Ché&p kèm tiêu đề"), page.clipboard.copy, "Ctrl+C", "copy", separator=True, enabled=cells,
             tip=_tr("Chép phần đang chọn với STT, nhiệm vụ, thời hạn và tên cơ quan để dán vào Excel, Word")),
        make("paste", _tr("&Dán"), page.clipboard.paste, "Ctrl+V", "paste", enabled=cells, tip=_tr("Dán CT, PH hoặc x từ Excel")),
    ]


def task_actions(page: MatrixPage) -> list[ActionSpec]:
    make = _maker(_tr("Nhiệm vụ"))
    task = page.has_task
    return [
        make("edit_text", _tr("Sửa &nội dung"), lambda: page.edit_field("TEXT"), "Alt+F2", "edit", separator=True, enabled=task),
        make("edit_due", _tr("Sửa thời &hạn"), lambda: page.edit_field("DUE"), "Shift+F2", "calendar", enabled=task),
        make("edit_deliverable", _tr("Sửa &sản phẩm"), lambda: page.edit_field("DELIVERABLE"), "Ctrl+F2", "package", enabled=task),
        make("add_task", _tr("T&hêm nhiệm vụ bên dưới"), page.add_task, "Ctrl+Shift+N", "plus", enabled=lambda: page.grid is not None),
        make("delete_task", _tr("X&oá nhiệm vụ"), page.edits.delete_tasks, "Ctrl+Del", "trash", enabled=task),
        make("task_up", _tr("Chuyển &lên"), lambda: page.edits.move(-1), "Alt+Up", "up", enabled=task),
        make("task_down", _tr("Ch&uyển xuống"), lambda: page.edits.move(1), "Alt+Down", "down", enabled=task),
    ]


def agency_actions(page: MatrixPage) -> list[ActionSpec]:
    make, has = _maker(_tr("Cơ quan")), page.columns.has_agency
    return [
        make("spread", _tr("Trải nhóm ra các thành &viên"), page.columns.toggle_spread, "Ctrl+G", "group", separator=True, checkable=True,
             enabled=page.columns.on_group, checked=page.columns.is_spread,
             tip=_tr("Hiện phần việc mà cơ quan có qua nhóm (“các sở, ban, ngành”) bằng nét nhạt; bấm đúp vào ô để ghi rõ")),
        make("merge", _tr("&Gộp cơ quan này vào…"), page.columns.pick_merge, "", "merge", enabled=has,
             tip=_tr("Hai cách viết của một cơ quan thành một cột")),
        make("only_agency", _tr("&Lọc theo cơ quan này"), page.columns.filter_agency, "Ctrl+Shift+L", "filter", enabled=has),
        make("column_left", _tr("Chuyển cột sang trái"), lambda: page.columns.move_column(-1), "Alt+Left", enabled=has),
        make("column_right", _tr("Chuyển cột sang phải"), lambda: page.columns.move_column(1), "Alt+Right", enabled=has),
    ]


def view_actions(page: MatrixPage) -> list[ActionSpec]:
    make, saving = _maker(_tr("Hiển thị")), _tr("Bộ lọc, chế độ xem")
    orders = _tr("Thứ tự cơ quan")

    def order(name: str, text: str, wanted: Order, **more: Any) -> ActionSpec:
        return make(name, text, lambda: page.apply(replace(page.view, order=wanted)), checkable=True,
                    checked=lambda: page.view.order is wanted, group=orders, **more)

    def lines(count: int, text: str, **more: Any) -> ActionSpec:
        return make(f"lines_{count}", text, lambda: page.set_lines(count), checkable=True, checked=lambda: page.pane.lines == count, **more)
    return [
        order("order_custom", _tr("Cơ quan theo thứ tự &riêng"), Order.CUSTOM, separator=True),
        order("order_name", _tr("Cơ quan theo &tên (A, Ă, Â, B…)"), Order.NAME),
        order("order_load", _tr("Cơ quan theo &khối lượng việc"), Order.LOAD),
        make("only_working", _tr("Chỉ cơ quan có &việc"), lambda: page.apply(replace(page.view, only_working=not page.view.only_working)),
             checkable=True, checked=lambda: page.view.only_working, separator=True, group=orders),
        make("turn", _tr("&Xoay bảng (cơ quan × nhiệm vụ)"), lambda: page.apply(replace(page.view, transposed=not page.view.transposed)),
             "Ctrl+T", "turn", checkable=True, checked=lambda: page.view.transposed),
        make("deliverable", _tr("Hiện cột &sản phẩm"), lambda: page.set_deliverable(not page.pane.deliverable), checkable=True,
             checked=lambda: page.pane.deliverable),
        lines(1, _tr("Hàng &1 dòng"), separator=True), lines(2, _tr("Hàng &2 dòng")), lines(4, _tr("Hàng &4 dòng")),
        make("fold_all", _tr("Gập mọi mục"), lambda: page.fold_all(True), separator=True),
        make("unfold_all", _tr("Mở mọi mục"), lambda: page.fold_all(False)),
        make("heat", _tr("Bản đồ &nhiệt khối lượng"), page.toggle_heat, "Ctrl+H", "heat", checkable=True,
             checked=lambda: page.pane.cells.heat, separator=True,
             tip=_tr("Tô đậm dần theo số việc của cơ quan; ở hàng của mục là số việc trong mục")),
        make("chart", _tr("&Biểu đồ khối lượng"), page.toggle_chart, "Ctrl+B", "chart", checkable=True, checked=lambda: page.chart_on,
             enabled=lambda: not page.view.transposed),
        make("clear_filter", _tr("Bỏ mọi &bộ lọc"), page.clear_filter, "Ctrl+Shift+F", "filter", enabled=lambda: bool(page.view.filter),
             separator=True, group=saving),
        make("save_view", _tr("&Lưu chế độ xem…"), page.ask_view_name, "", "save", group=saving),
        make("open_view", _tr("&Mở chế độ xem…"), page.show_views, "", "eye", enabled=lambda: bool(page.views.all()), group=saving),
    ]


def _zoom_actions(page: MatrixPage) -> list[ActionSpec]:
    make = _maker(_tr("Cỡ chữ"))
    return [
        make("zoom_in", _tr("Phóng &to"), lambda: page.pane.zoom_by(1), "Ctrl++", "zoom-in", separator=True),
        make("zoom_out", _tr("Thu &nhỏ"), lambda: page.pane.zoom_by(-1), "Ctrl+-", "zoom-out"),
        make("zoom_reset", _tr("Cỡ 1&00 %"), lambda: page.pane.zoom_by(0), "Ctrl+0"),
    ]


def fill_menu(menu: QMenu, specs: Iterable[ActionSpec]) -> QMenu:
    """A menu of these actions as they are now."""
    for spec in specs:
        if spec.separator and not menu.isEmpty():
            menu.addSeparator()
        action = menu.addAction(spec.text)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setCheckable(spec.checkable)
        action.setChecked(bool(spec.checked and spec.checked()))
        action.setEnabled(spec.enabled is None or spec.enabled())
        action.setToolTip(spec.tip)
        if spec.shortcut:
            action.setShortcut(spec.shortcut)
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _=False, run=spec.handler: run())
    return menu


def popup(parent: QWidget, specs: Iterable[ActionSpec]) -> QMenu:
    menu = QMenu(parent)
    keeps_keys(menu)
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return fill_menu(menu, specs)
