"""Ways to measure a ratio on a noisy machine: both sides in the same run, turn by turn, medians of five or more."""
from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``ours`` and ``floor`` in ``unit``; ``target`` is the highest ratio allowed (None: only shown)."""

    name: str
    ours: float
    floor: float
    target: float | None = None
    unit: str = "ms"
    floor_name: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def held(self) -> bool:
        return self.target is None or self.ratio <= self.target


def turn_by_turn(ours: Callable[[], object], floor: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """Median milliseconds of both, called alternately in this process after one warm-up each."""
    ours()
    floor()
    measured: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for call, into in ((ours, measured[0]), (floor, measured[1])):
            start = time.perf_counter()
            call()
            into.append((time.perf_counter() - start) * 1000)
    return statistics.median(measured[0]), statistics.median(measured[1])


class Run(NamedTuple):
    """One process: milliseconds on the clock and of the processor, peak memory in MB, what it printed."""

    wall: float
    cpu: float
    peak: float
    out: str


def fresh(arguments: Sequence[str], env: dict[str, str] | None = None) -> tuple[float, float, str]:
    """Run Python anew: (milliseconds of the process, peak memory in MB, what it printed)."""
    run = fresh_run(arguments, env)
    return run.wall, run.peak, run.out


def fresh_run(arguments: Sequence[str], env: dict[str, str] | None = None) -> Run:
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
                             env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})})
    assert child.stdout is not None
    assert child.stderr is not None
    out, err = child.stdout.read(), child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise RuntimeError(f"{arguments[-1][:80]}: {err[-800:]}")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Run((time.perf_counter() - start) * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / scale, out.strip())


def fresh_pairs(ours: Sequence[str], floor: Sequence[str], times: int = 5, env: dict[str, str] | None = None) -> tuple[float, float, float]:
    """Medians over fresh processes, alternately: (ours ms, floor ms, our peak MB). A child's own figure ("12.3 ms") counts first."""
    found: tuple[list[float], list[float]] = ([], [])
    memory = []
    for _ in range(times):
        for side, arguments in enumerate((ours, floor)):
            wall, peak, out = fresh(arguments, env)
            last = out.splitlines()[-1] if out else ""
            own = last.removesuffix(" ms")
            found[side].append(float(own) if last.endswith(" ms") and own.replace(".", "", 1).isdigit() else wall)
            if side == 0:
                memory.append(peak)
    return statistics.median(found[0]), statistics.median(found[1]), statistics.median(memory)


def peak_memory() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
