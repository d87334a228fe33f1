"""``make layouts``: every gold plan in text, typeset as other hands would: wrapped, without blank lines, with other bullets and letters.

The words stay the same, so the score should; what it loses shows a reading that leans on how one file breaks its lines."""

from __future__ import annotations

import argparse
import json
import re
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.scoring import Score, score  # noqa: E402
from core.agencies import shipped  # noqa: E402
from core.plan.as_json import to_json  # noqa: E402
from core.plan.extract import extract  # noqa: E402
from core.reading.from_plain import from_text  # noqa: E402


def wrapped(text: str, width: int) -> str:
    """Lines broken at ``width``; rows of tables, which nobody wraps, stay."""
    out: list[str] = []
    for line in text.split("\n"):
        table = line.startswith("|") or line.count("|") > 2 or "\t" in line
        out += [line] if table else textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False) or [""]
    return "\n".join(out)


def dense(text: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", text)


_DASH = re.compile(r"(?m)^([ \t]*)[-–] ")
LAYOUTS: dict[str, Callable[[str], str]] = {
    "wrapped": lambda text: wrapped(text, 75),
    "wrapped-dense": lambda text: wrapped(dense(text), 75),
    "narrow-dense": lambda text: wrapped(dense(text), 45),
    "wide-dense": lambda text: wrapped(dense(text), 110),
    "dense": dense,
    "airy": lambda text: re.sub(r"\n+", "\n\n", text),
    "indented": lambda text: "\n".join("    " + line if line.strip() else line for line in text.split("\n")),
    "dots": lambda text: _DASH.sub(r"\1• ", text),
    "tabs": lambda text: _DASH.sub("\\1-\t", text),
    "tight": lambda text: _DASH.sub(r"\1-", text),
    "crlf": lambda text: text.replace(". ", ".\u00a0").replace("\n", "\r\n"),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
}


def plain_score(text: str, gold: Path) -> Score:
    plan = from_text(text)
    return score(to_json(plan, extract(plan, shipped()))["tasks"], json.loads(gold.read_text(encoding="utf-8"))["tasks"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of the plans (default: all)")
    parser.add_argument("--plans", type=Path, action="append", help="a folder of plans with gold/")
    args = parser.parse_args()
    print(f"{'plan':18} {'as is':>6}", *(f"{name[:12]:>13}" for name in LAYOUTS))
    for folder in args.plans or [ROOT.parent / "shared" / "plans", ROOT / "tests" / "plans"]:
        for gold in sorted((folder / "gold").glob("*.json")):
            plan = folder / f"{gold.stem}.txt"
            if not plan.exists() or (args.names and not any(name in gold.stem for name in args.names)):
                continue
            text = plan.read_text(encoding="utf-8-sig")
            rows = [plain_score(change(text), gold).rows_share for change in LAYOUTS.values()]
            print(f"{gold.stem:18} {plain_score(text, gold).rows_share:6.3f}", *(f"{share:13.3f}" for share in rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
