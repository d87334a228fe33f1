"""What the tests of the whole window share: a plan of our own writing, a stored book, and helpers that read like a clerk's hands."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

from pytestqt.qtbot import QtBot

from core.agencies import Directory
from core.delta import Change, Delta
from core.model import Agency, AgencyKind, Assignment, Deadline, Membership, Plan, PlanStatus, Role, Task
from ui.session import Session
from ui.settings import Settings
from ui.window import MainWindow
from ui.workspace import Workspace

TODAY = date(2025, 6, 18)  # a Wednesday

PLAN_TEXT = """ỦY BAN NHÂN DÂN
TỈNH AN LẠC

Số: 12/KH-UBND

An Lạc, ngày 05 tháng 3 năm 2025

KẾ HOẠCH
Triển khai chuyển đổi số năm 2025 trên địa bàn tỉnh An Lạc

I. MỤC ĐÍCH, YÊU CẦU
Nâng cao chất lượng phục vụ người dân và doanh nghiệp.

II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Xây dựng kho dữ liệu dùng chung của tỉnh.
- Cơ quan chủ trì: Sở Khoa học và Công nghệ.
- Cơ quan phối hợp: Sở Tài chính, Công an tỉnh.
- Thời gian hoàn thành: trước ngày 30/6/2025.
2. Bố trí kinh phí thực hiện kế hoạch.
- Cơ quan chủ trì: Sở Tài chính.
- Cơ quan phối hợp: các sở, ban, ngành.
- Thời gian hoàn thành: Quý III/2025.
3. Tập huấn kỹ năng số cho cán bộ cấp xã.
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: UBND các xã, phường.

III. TỔ CHỨC THỰC HIỆN
Sở Khoa học và Công nghệ theo dõi, đôn đốc, báo cáo UBND tỉnh trước ngày 15/12/2025.
"""


def write_plan(folder: Path, name: str = "Kế hoạch chuyển đổi số.txt", text: str = PLAN_TEXT) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def stored_plan(workspace: Workspace, number: str = "01/KH-UBND", title: str = "Kế hoạch phát triển kinh tế", *, plan_id: str = "plan1",
                tasks: int = 6) -> Plan:
    """A plan with its agencies, straight into the store: three agencies and a group that covers two of them."""
    plan = Plan(plan_id, title, number, date(2025, 1, 5), "UBND tỉnh An Lạc", status=PlanStatus.ACCEPTED, imported="2025-01-06T08:00:00")
    agencies = [Agency("tc", "Sở Tài chính", "STC", AgencyKind.PROVINCIAL, ("SỞ TC",), place=1),
                Agency("yt", "Sở Y tế", "SYT", AgencyKind.PROVINCIAL, place=2),
                Agency("dt", "Sở Kế hoạch và Đầu tư", "SKHĐT", AgencyKind.PROVINCIAL, ("Sở KH&ĐT",), place=3),
                Agency("nhom", "các sở, ban, ngành", "Các sở", AgencyKind.GROUP, place=9)]
    known = {a.id for a in workspace.agencies()}
    changes = [Change(None, plan), *(Change(None, a) for a in agencies if a.id not in known)]
    changes += [Change(None, Membership("nhom", m)) for m in ("tc", "yt") if "nhom" not in known]
    for n in range(1, tasks + 1):
        due = date(2025, 6, 10) + timedelta(n) if n % 2 else None
        task = Task(f"{plan_id}.t{n}", plan_id, float(n), f"Nhiệm vụ {n}: thu hút đầu tư và giải ngân vốn đầu tư công.", (str(n),),
                    ("II. Nhiệm vụ",), deadlines=(Deadline("hạn", due),) if due else (), due=due)
        changes += [Change(None, task), Change(None, Assignment(task.id, "tc" if n % 2 else "yt", Role.LEAD)),
                    Change(None, Assignment(task.id, "nhom", Role.COOP))]
    workspace.write(Delta("Nhập kế hoạch", tuple(changes), plan_id))
    return plan


def open_window(qtbot: QtBot, folder: Path, fill: Callable[[Workspace], object] | None = None) -> MainWindow:
    """A window on a new database in ``folder``; ``fill`` may store something first."""
    with patch("core.agencies.shipped", Directory):  # nothing but what the test puts in
        workspace = Workspace.open(folder / "phancong.db")
    if fill is not None:
        fill(workspace)
    session = Session(workspace, settings=Settings(folder / "settings.ini"), today=lambda: TODAY)
    window = MainWindow(session)

    def close(_: object) -> None:
        window.close()
        workspace.close()

    qtbot.addWidget(window, before_close_func=close)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    return window


def import_and_wait(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    with qtbot.waitSignal(window.importer.finished, timeout=20_000):
        window.import_files(list(paths))
