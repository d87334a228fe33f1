"""Start of the window: fresh processes to the first paint, beside an empty QMainWindow, with an empty and with a full database."""
from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from benchmarks.measure import Row, fresh, fresh_run

FLOOR = """
import sys, os
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication([])
class W(QMainWindow):
    def paintEvent(self, e):
        super().paintEvent(e); QTimer.singleShot(0, app.quit)
w = W(); w.resize(1200, 800); w.show(); app.exec(); sys.stdout.flush(); os._exit(0)
"""
OURS = """
import sys, os
from pathlib import Path
from ui.launch import hasten
hasten()
from ui import app, window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
def painted(self, event):
    super(window.MainWindow, self).paintEvent(event); QTimer.singleShot(0, lambda: leave(self))
def leave(window):
    window.session.workspace.close()  # or the next start would check the whole file
    if "modules" in sys.argv:
        built = [f"class:{name}" for m in list(sys.modules) if m.startswith("PySide6.Qt") for name in vars(sys.modules[m])]
        print(*sys.modules, *built)
    sys.stdout.flush(); os._exit(0)
window.MainWindow.paintEvent = painted
app.run(["phancong"], db=Path(sys.argv[1]), settings=app.Settings(Path(sys.argv[2])))
"""
TIMES = 11
ENV = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}  # an installed program has its bytecode


def make_database(path: Path, plans: int = 0, tasks: int = 50) -> None:
    """A database with made-up plans, nine tasks of ten being done."""
    from datetime import date, timedelta

    from core.delta import Change, Delta
    from core.model import Agency, Assignment, Plan, Role, Task
    from ui.workspace import Workspace

    workspace = Workspace.open(path)
    agencies = [Agency(f"agency{n}", f"Sở số {n}", f"S{n}", place=float(n)) for n in range(40)]
    if plans:
        workspace.write(Delta("Nhập", tuple(Change(None, a) for a in agencies)))
    for p in range(plans):
        plan = Plan(f"plan{p}", f"Kế hoạch triển khai nhiệm vụ số {p}", f"{p}/KH-UBND", date(2025, 1, 1) + timedelta(p),
                    imported="2025-01-01T08:00:00")
        changes = [Change(None, plan)]
        for t in range(tasks):
            task = Task(f"task{p}.{t}", plan.id, float(t), f"Nhiệm vụ {t} của kế hoạch {p}: tổ chức thực hiện, báo cáo kết quả.",
                        due=date(2025, 6, 1) + timedelta(t), done=date(2025, 6, 1) if t % 10 else None)
            changes += [Change(None, task), Change(None, Assignment(task.id, agencies[t % 40].id, Role.LEAD)),
                        Change(None, Assignment(task.id, agencies[(t + 7) % 40].id, Role.COOP))]
        workspace.write(Delta("Nhập kế hoạch", tuple(changes), plan.id))
    workspace.close()


def start_benchmarks() -> list[Row]:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, plans in (("empty", 0), ("full (400 plans, 20,000 tasks)", 400)):
            database = Path(folder) / f"{plans}.db"
            make_database(database, plans)
            env = {**ENV, "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}
            start = ["-c", OURS, str(database), str(Path(folder) / "s.ini")]
            fresh(start, env)  # writes the bytecode
            runs = [(fresh_run(start, env), fresh_run(["-c", FLOOR], env)) for _ in range(TIMES)]
            for what, place in (("", 0), (", of the processor", 1)):
                ours, floor = (statistics.median(pair[side][place] for pair in runs) for side in (0, 1))
                rows.append(Row(f"start to first paint, {name} database{what}", ours, floor, 1.5, "ms", "empty QMainWindow"))
    return rows


if __name__ == "__main__":
    for row in start_benchmarks():
        print(f"{row.name}: {row.ours:.0f} ms / {row.floor:.0f} ms = {row.ratio:.2f} (≤ {row.target})")
