"""``make formats``: every gold plan as text, .docx, .odt, .pdf and scan, and what the score loses on the way.

The scan is the PDF rasterised at 200 dpi, turned by less than a degree, with noise. Needs LibreOffice (soffice) for .odt and .pdf.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from math import cos, pi, sin
from multiprocessing import get_context
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.other_hands import HANDS, by_other_hand  # noqa: E402
from benchmarks.plan_docx import to_docx  # noqa: E402
from benchmarks.score_plans import Pair, pairs  # noqa: E402
from benchmarks.scoring import Score, score  # noqa: E402
from core.agencies import shipped  # noqa: E402
from core.model import PlanText  # noqa: E402
from core.plan.as_json import to_json  # noqa: E402
from core.plan.extract import extract  # noqa: E402
from core.reading import read  # noqa: E402

if TYPE_CHECKING:
    from PIL.Image import Image

LIMITS = {"docx": 0.01, "odt": 0.01, "pdf": 0.02, "scan": 0.08}
PLANS = [ROOT.parent / "shared" / "plans", ROOT / "tests" / "plans"]
MEASURES = ("tasks", "leads", "coops", "deadlines")


def scored(text: PlanText, gold: list[dict[str, Any]]) -> Score:
    return score(to_json(text, extract(text, shipped()))["tasks"], gold)


def convert(source: Path, ending: str, folder: Path) -> Path:
    """LibreOffice's rendering of ``source``."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / f'profile-{source.stem}').as_uri()}",
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{source.stem}.{ending}"


def grain(size: tuple[int, int], luck: random.Random) -> Image:
    """Gray noise that ``luck`` decides alone (Pillow's own cannot be seeded), its values spread by about 22 around the middle."""
    from PIL import Image

    spread = bytes(min(max(round(128 + 22 * NormalDist().inv_cdf((k + 0.5) / 256)), 0), 255) for k in range(256))
    return Image.frombytes("L", size, luck.randbytes(size[0] * size[1]).translate(spread))


WEAR = {  # what a scanner does to pages; "scan" is the one that has a limit
    "scan": {},
    "scan-150": {"dpi": 150},
    "scan-300": {"dpi": 300},
    "scan-slant": {"slant": 1.5},
    "scan-gray": {"paper": 190},
    "scan-jpeg": {"quality": 20},
    "scan-stamp": {"stamp": True},
}


def scan(pdf: Path, how: str = "scan", seed: int = 7) -> Path:
    """Pages as pictures in one PDF: 200 dpi, each turned a little, with noise and a soft edge; ``how`` is a key of WEAR."""
    import pypdfium2

    luck = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    wear = WEAR[how]
    pages = [worn(page.render(scale=wear.get("dpi", 200) / 72, grayscale=True).to_pil(), luck, wear) for page in document]
    document.close()
    target = pdf.with_name(f"{pdf.stem}-{how}.pdf")
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=wear.get("dpi", 200), quality=wear.get("quality", 75))
    return target


def worn(image: Image, luck: random.Random, wear: dict[str, Any]) -> Image:
    """One page as it comes out of a scanner."""
    from PIL import Image as Pil
    from PIL import ImageChops, ImageFilter

    slant = wear.get("slant", 0.0) * luck.choice((-1, 1)) or luck.uniform(-0.8, 0.8)
    image = image.rotate(slant, resample=Pil.Resampling.BICUBIC, fillcolor=255)
    if "paper" in wear:  # darker towards the fold
        shade = Pil.linear_gradient("L").rotate(90).resize(image.size).point([wear["paper"] + value // 6 for value in range(256)])
        image = ImageChops.multiply(image, shade)
    image = Pil.blend(image, grain(image.size, luck), 0.10).filter(ImageFilter.GaussianBlur(0.5)).convert("RGB")
    return ImageChops.darker(image, red_stamp(image.size, luck)) if wear.get("stamp") else image


def red_stamp(size: tuple[int, int], luck: random.Random) -> Image:
    """A round stamp of two rings and a star on white paper, somewhere on the page's right half."""
    from PIL import Image, ImageDraw

    width, height = size
    paper = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(paper)
    x, y, r = width * luck.uniform(0.4, 0.7), height * luck.uniform(0.25, 0.7), width * 0.085
    for ring, pen in ((r, r / 12), (r * 0.72, r / 20)):
        draw.ellipse((x - ring, y - ring, x + ring, y + ring), outline=(214, 40, 55), width=round(pen))
    star = [(x + r * 0.35 * k * sin(a), y - r * 0.35 * k * cos(a)) for k, a in ((0.4 if n % 2 else 1, n * pi / 5) for n in range(10))]
    draw.polygon(star, fill=(220, 45, 60))
    return paper


def alike(a: PlanText, b: PlanText) -> float:
    """F1 of the two texts' paragraphs, white space apart: how faithful the reading is before anything is extracted."""
    bags = [Counter(re.sub(r"\s", "", p.span.of(text.text)) for p in text.paragraphs) for text in (a, b)]
    total = sum(bags[0].values()) + sum(bags[1].values())
    return 2 * sum((bags[0] & bags[1]).values()) / total if total else 1.0


def measured(name: str, text: PlanText, gold: list[dict[str, Any]], kinds: list[str], keep: Path | None) -> list[dict[str, Any]]:
    rows = [row(name, "text", scored(text, gold), 1.0, 0.0)]
    with tempfile.TemporaryDirectory(prefix="formats-") as made:
        folder = keep or Path(made)
        files = {"docx": folder / f"{name}.docx"}
        files["docx"].write_bytes(to_docx(text))
        for kind in kinds:
            if kind in ("odt", "pdf"):
                files[kind] = convert(files["docx"], kind, folder)
            elif kind in HANDS:
                files[kind] = by_other_hand(text, kind, name, folder, convert)
            elif kind in WEAR:
                files.setdefault("pdf", folder / f"{name}.pdf")
                files[kind] = scan(files["pdf"] if files["pdf"].exists() else convert(files["docx"], "pdf", folder), kind)
            begun = time.process_time()
            again = read(files[kind])
            seconds = (time.process_time() - begun) / (again.pages or 1)
            rows.append(row(name, kind, scored(again, gold), alike(text, again), seconds))
    return rows


def row(name: str, kind: str, s: Score, same: float, seconds: float) -> dict[str, Any]:
    return {
        "plan": name,
        "kind": kind,
        **{m: round(getattr(s, m).f1, 4) for m in MEASURES},
        "rows": round(s.rows_share, 4),
        "wrong": s.wrong,
        "wrong_flagged": s.wrong_flagged,
        "right": s.right,
        "right_flagged": s.right_flagged,
        "alike": round(same, 4),
        "seconds": round(seconds, 2),
        "misses": s.misses,
    }


HEAD = (f"{'plan':18} {'format':10} {'tasks':>6} {'leads':>6} {'coops':>6} {'dates':>6} {'rows':>6}  {'worst loss':>10} {'limit':>6} "
        f"{'alike':>6} {'wrong told':>10} {'s/page':>6}")  # fmt: skip


def show(rows: list[dict[str, Any]]) -> bool:
    """Prints the lines of one plan, its text first; True where every loss is within its limit."""
    held = True
    for r in rows:
        loss = max(rows[0][m] - r[m] for m in MEASURES)
        limit = LIMITS.get(r["kind"])
        bad = limit is not None and loss > limit + 1e-9
        held = held and not bad
        figures = " ".join(f"{r[m]:6.3f}" for m in (*MEASURES, "rows"))
        told = f"{r['wrong_flagged']}/{r['wrong']}"
        print(f"{r['plan']:18} {r['kind']:10} {figures}  {loss:10.4f} {'' if limit is None else limit:>6} {r['alike']:6.3f} "
              f"{told:>10} {r['seconds']:6.2f}{'  OVER' if bad else ''}", flush=True)  # fmt: skip
    return held


def plan_rows(pair: Pair, kinds: list[str], keep: Path | None) -> list[dict[str, Any]]:
    """The lines of one plan; its gold is read here, so that a process needs no more than names."""
    assert pair.plan is not None
    gold = json.loads(pair.gold.read_text(encoding="utf-8"))["tasks"]
    return measured(pair.name, read(pair.plan), gold, kinds, keep)


def show_misses(made: list[dict[str, Any]]) -> None:
    """What a format gets wrong that the text gets right."""
    known = set(made[0]["misses"])
    for r in made[1:]:
        for miss in r["misses"]:
            if miss not in known and not miss.startswith(("UNFLAGGED", "NEEDLESS")):
                print(f"{r['kind']:5} {miss}")


def summary(rows: list[dict[str, Any]], kind: str) -> str:
    """The mean of one format over all plans, and how many of its wrong rows carry a doubt."""
    if not rows:
        return f"{kind}: nothing"
    means = "  ".join(f"{m} {sum(r[m] for r in rows) / len(rows):.3f}" for m in (*MEASURES, "rows"))
    wrong, told, right, asked = (sum(r[k] for r in rows) for k in ("wrong", "wrong_flagged", "right", "right_flagged"))
    return f"{kind}: {means}  wrong rows told {told}/{wrong}, right rows asked about {asked}/{right}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of the plans (default: all)")
    parser.add_argument("--only", default="docx,odt,pdf,scan", help=f"formats, by commas; kinds of scans: {', '.join(WEAR)}; "
                        f"by other hands: {', '.join(HANDS)}")
    parser.add_argument("--jobs", type=int, default=2, help="plans at once, each in a process of its own (default: 2)")
    parser.add_argument("--misses", action="store_true", help="list what a format gets wrong that the text gets right")
    parser.add_argument("--keep", type=Path, help="keep the files made in this folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--plans", type=Path, action="append", metavar="FOLDER",
                        help="plans with a folder gold beside them, in place of those at hand")
    args = parser.parse_args()
    kinds = args.only.split(",")
    if shutil.which("soffice") is None:
        print("soffice is not here: .docx only", file=sys.stderr)
        kinds = [kind for kind in kinds if kind == "docx"]
    if args.keep:
        args.keep.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, Any]] = []
    held = True
    print(HEAD)
    begun = time.perf_counter()
    chosen = [pair for pair in pairs(args.plans or PLANS, args.names)
              if pair.plan is not None and pair.plan.suffix == ".txt"]  # fmt: skip
    with ProcessPoolExecutor(max(args.jobs, 1), mp_context=get_context("spawn")) as pool:
        for made in pool.map(plan_rows, chosen, [kinds] * len(chosen), [args.keep] * len(chosen)):
            if args.misses:
                show_misses(made)
            rows.extend(made)
            held = show(made) and held
    for kind in kinds:
        print(summary([r for r in rows if r["kind"] == kind], kind))
    print(f"{time.perf_counter() - begun:.0f} s in all")
    if args.json:
        args.json.write_text(json.dumps([{k: v for k, v in r.items() if k != "misses"} for r in rows], indent=1), encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
