"""`make bench`: every speed as a ratio to its floor, measured in the same run. A table on the screen, JSON with --json FILE.

--only NAME runs one part (reading, storing, paper, start, grid, blocking, large, trip). Nothing here fails a build: machines are noisy,
people look.
"""
from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measure import Row

PARTS = {"reading": ("benchmarks.reading", "reading_benchmarks"), "storing": ("benchmarks.storing", "store_benchmarks"),
         "paper": ("benchmarks.paper", "paper_benchmarks"), "start": ("benchmarks.window", "start_benchmarks"),
         "grid": ("benchmarks.grid", "grid_benchmarks"), "blocking": ("benchmarks.blocking", "blocking_benchmarks"),
         "large": ("benchmarks.blocking", "large_benchmarks"), "trip": ("benchmarks.trip", "trip_benchmarks")}


def as_row(item: Row | tuple[object, ...]) -> Row:
    if isinstance(item, Row):
        return item
    name, ours, floor, _, target = item[:5]
    if not floor:  # no floor to stand beside: the target is a limit in the same unit
        limit = f" (limit {target:g} ms)" if target is not None else ""
        return Row(f"{name}{limit}", float(ours), float(target or ours), None if target is None else 1.0)  # type: ignore[arg-type]
    return Row(str(name), float(ours), float(floor), None if target is None else float(target))  # type: ignore[arg-type]


def run(names: Iterable[str]) -> list[tuple[str, Row]]:
    found = []
    for name in names:
        module, function = PARTS[name]
        start = time.perf_counter()
        rows = [as_row(item) for item in getattr(importlib.import_module(module), function)()]
        print(f"# {name}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
        for row in rows:
            print(line(row), flush=True)
        found += [(name, row) for row in rows]
    return found


def line(row: Row) -> str:
    target = "" if row.target is None else f"≤ {row.target:g}"
    state = "" if row.target is None else ("giữ" if row.held else "VƯỢT")
    return f"{row.name:88s} {row.ours:10.1f} {row.floor:10.1f} {row.unit:3s} {row.ratio:7.2f} {target:>7s} {state}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--only", choices=list(PARTS), action="append")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'what':88s} {'ours':>10s} {'floor':>10s}     {'ratio':>7s} {'target':>7s}")
    rows = run(arguments.only or PARTS)
    if arguments.json:
        report = {"python": platform.python_version(), "machine": platform.machine(),
                  "rows": [{"part": part, **asdict(row), "ratio": row.ratio, "held": row.held} for part, row in rows]}
        arguments.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
