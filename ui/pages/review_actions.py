"""The review's rows in the table of actions: menu, palette and list of shortcuts are made of them."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.model import PlanStatus
from ui.actions import ActionSpec

if TYPE_CHECKING:
    from ui.pages.review import ReviewPage


def specs(page: ReviewPage) -> list[ActionSpec]:
    """All that can be done on the page, in the order of the menu."""
    menu = QCoreApplication.translate("ActionTable", "Rà soát")

    def spec(verb: str, text: str, run: Callable[[], object], key: str = "", icon: str = "", *, line: bool = False,
             enabled: Callable[[], bool] | None = None, group: str = "") -> ActionSpec:
        return ActionSpec(f"review.{verb}", text, menu, run, key, icon, "review", enabled=enabled, separator=line, group=group)

    def chosen() -> bool:
        return page.chosen() is not None

    def open_plan() -> bool:
        return page.book is not None

    def doubtful() -> bool:
        return page.findings.rowCount() > 0

    def has(status: PlanStatus) -> Callable[[], bool]:
        return lambda: page.book is not None and page.book.plan.status is status

    do, tr = page.edits, page.tr
    words = tr("Chữ đã chọn")  # a submenu: 18 entries are too many for a small screen
    return [
        spec("accept", tr("&Nhận đề xuất đầu"), page.accept, "Return", "check", enabled=open_plan),
        spec("answer", tr("Chọn trong các &đề xuất (phím 1–9)"), page.queue.focus_first, "F9", enabled=lambda: page.at_hand() is not None),
        spec("keep_all", tr("Giữ nguyên cả những chỗ hỏi như &vậy"), page.answers.keep_all, "Shift+Return",
             enabled=lambda: page.at_hand() is not None),
        spec("next", tr("Chỗ cần xem &tiếp theo"), lambda: page.step(1), "F8", "chevron-right", enabled=doubtful),
        spec("previous", tr("Chỗ cần xem t&rước"), lambda: page.step(-1), "Shift+F8", "chevron-left", enabled=doubtful),
        spec("split", tr("Tá&ch tại con trỏ"), do.split, "S", "split", line=True, enabled=chosen),
        spec("merge", tr("&Gộp với nhiệm vụ sau"), do.merge, "M", "merge", enabled=chosen),
        spec("not_task", tr("&Không phải nhiệm vụ"), do.not_task, "X", "close", enabled=chosen),
        spec("add_task", tr("Chữ đã chọn: thêm thành nhiệm v&ụ"), do.add_task, "T", "plus", line=True, enabled=open_plan, group=words),
        spec("add_lead", tr("Chữ đã chọn: thêm thành cơ quan chủ trì"), do.add_lead, "C", "lead", enabled=chosen, group=words),
        spec("add_coop", tr("Chữ đã chọn: thêm thành cơ quan &phối hợp"), do.add_coop, "P", "coop", enabled=chosen, group=words),
        spec("add_deadline", tr("Chữ đã chọn: thêm thành thời &hạn"), do.add_deadline, "H", "clock", enabled=chosen, group=words),
        spec("source", tr("Đến văn &bản gốc"), page.source.setFocus, "F7", line=True, enabled=open_plan),
        spec("list", tr("Đến danh &sách"), page.lists.focus_list, "Shift+F7", enabled=open_plan),
        spec("accept_plan", tr("Chấp nhận kế h&oạch"), page.accept_plan, "Ctrl+Return", "done", line=True, enabled=has(PlanStatus.REVIEW)),
        spec("reopen", tr("Rà soát &lại"), page.reopen, "", "undo", enabled=has(PlanStatus.ACCEPTED)),
        spec("compare", tr("So sánh với bản đã nh&ập…"), page.versions.compare, "", "history",
             enabled=lambda: page.versions.earlier is not None),
    ]
