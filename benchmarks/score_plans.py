"""``make score``: the reading of every gold plan at hand, and what its doubts are worth. ``--misses`` lists what is wrong."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.scoring import Score, score  # noqa: E402
from core.agencies import shipped  # noqa: E402
from core.plan.as_json import to_json  # noqa: E402
from core.plan.extract import extract  # noqa: E402
from core.reading import read  # noqa: E402

ENDINGS = (".txt", ".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Pair:
    """A plan and its gold; ``plan`` is None where the plan's file is not there."""

    name: str
    plan: Path | None
    gold: Path


def pairs(folders: list[Path], names: list[str]) -> Iterator[Pair]:
    for folder in folders:
        for gold in sorted((folder / "gold").glob("*.json")):
            if names and not any(n in gold.stem for n in names):
                continue
            plan = next((p for e in ENDINGS if (p := folder / f"{gold.stem}{e}").exists()), None)
            yield Pair(gold.stem, plan, gold)


def read_plan(path: Path) -> tuple[dict[str, Any], float]:
    """The JSON of a plan, and the seconds from text to draft."""
    text = read(path)
    directory = shipped()
    start = time.perf_counter()
    draft = extract(text, directory)
    return to_json(text, draft), time.perf_counter() - start


def row(name: str, s: Score, seconds: float) -> dict[str, Any]:
    return {
        "plan": name,
        "tasks": round(s.tasks.f1, 4),
        "leads": round(s.leads.f1, 4),
        "coops": round(s.coops.f1, 4),
        "deadlines": round(s.deadlines.f1, 4),
        "rows": round(s.rows_share, 4),
        "wrong": s.wrong,
        "wrong_flagged": s.wrong_flagged,
        "right": s.right,
        "right_flagged": s.right_flagged,
        "seconds": round(seconds, 3),
    }


def show(rows: list[dict[str, Any]]) -> None:
    print(
        f"{'plan':18} {'tasks':>6} {'leads':>6} {'coops':>6} {'dates':>6} {'rows':>6}  {'wrong flagged':>14} {'right flagged':>14} {'s':>6}"
    )
    for r in rows:
        wrong, right = f"{r['wrong_flagged']}/{r['wrong']}", f"{r['right_flagged']}/{r['right']}"
        figures = " ".join(f"{r[key]:6.3f}" for key in ("tasks", "leads", "coops", "deadlines", "rows"))
        print(f"{r['plan']:18} {figures}  {wrong:>14} {right:>14} {r['seconds']:6.3f}")
    wrong, flagged = sum(r["wrong"] for r in rows), sum(r["wrong_flagged"] for r in rows)
    right, needless = sum(r["right"] for r in rows), sum(r["right_flagged"] for r in rows)
    print(
        f"wrong rows flagged {flagged}/{wrong} ({flagged / max(wrong, 1):.0%}; aim 80%), "
        f"right rows flagged {needless}/{right} ({needless / max(right, 1):.0%}; at most 12%)"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of the plans (default: all)")
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument(
        "--plans", type=Path, action="append", help="a folder of plans with gold/ (default: ../shared/plans and tests/plans)"
    )
    args = parser.parse_args()
    rows = []
    for pair in pairs(args.plans or [ROOT.parent / "shared" / "plans", ROOT / "tests" / "plans"], args.names):
        if pair.plan is None:
            print(f"{pair.name}: skipped, its plan is not here")
            continue
        try:
            predicted, seconds = read_plan(pair.plan)
        except Exception as error:
            print(f"{pair.name}: skipped, not read: {error}")
            continue
        gold = json.loads(pair.gold.read_text(encoding="utf-8"))
        result = score(predicted["tasks"], gold["tasks"])
        rows.append(row(pair.name, result, seconds))
        if args.misses:
            print(f"== {pair.name}", *result.misses, sep="\n   ")
    show(rows)
    if args.json:
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
