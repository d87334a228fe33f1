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
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.plan_docx import to_docx  # noqa: E402
from benchmarks.score_plans import pairs  # noqa: E402
from benchmarks.scoring import Score, score  # noqa: E402
from core.agencies import shipped  # noqa: E402
from core.model import PlanText  # noqa: E402
from core.plan.as_json import to_json  # noqa: E402
from core.plan.extract import extract  # noqa: E402
from core.reading import read  # noqa: E402

if TYPE_CHECKING:
    from PIL.Image import Image

LIMITS = {"docx": 0.01, "odt": 0.01, "pdf": 0.02, "scan": 0.08}
MEASURES = ("tasks", "leads", "coops", "deadlines")


def scored(text: PlanText, gold: list[dict[str, Any]]) -> Score:
    return score(to_json(text, extract(text, shipped()))["tasks"], gold)


def convert(source: Path, ending: str, folder: Path) -> Path:
    """LibreOffice's rendering of ``source``."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
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


def scan(pdf: Path, seed: int = 7) -> Path:
    """Pages as pictures in one PDF: 200 dpi, each turned a little, with noise and a soft edge."""
    import pypdfium2
    from PIL import Image, ImageFilter

    luck = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        image = page.render(scale=200 / 72, grayscale=True).to_pil()
        image = image.rotate(luck.uniform(-0.8, 0.8), resample=Image.Resampling.BICUBIC, fillcolor=255)
        noise = grain(image.size, luck)
        image = Image.blend(image, noise, 0.10).filter(ImageFilter.GaussianBlur(0.5))
        pages.append(image.convert("RGB"))
    document.close()
    target = pdf.with_name(f"{pdf.stem}-scan.pdf")
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=200)
    return target


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
            elif kind == "scan":
                files[kind] = scan(files.get("pdf") or convert(files["docx"], "pdf", folder))
            begun = time.perf_counter()
            again = read(files[kind])
            seconds = time.perf_counter() - begun
            rows.append(row(name, kind, scored(again, gold), alike(text, again), seconds))
    return rows


def row(name: str, kind: str, s: Score, same: float, seconds: float) -> dict[str, Any]:
    return {
        "plan": name,
        "kind": kind,
        **{m: round(getattr(s, m).f1, 4) for m in MEASURES},
        "rows": round(s.rows_share, 4),
        "alike": round(same, 4),
        "seconds": round(seconds, 2),
        "misses": s.misses,
    }


HEAD = (f"{'plan':16} {'format':6} {'tasks':>6} {'leads':>6} {'coops':>6} {'dates':>6} {'rows':>6}  {'worst loss':>10} {'limit':>6} "
        f"{'alike':>6} {'s':>6}")  # fmt: skip


def show(rows: list[dict[str, Any]]) -> bool:
    """Prints the lines of one plan, its text first; True where every loss is within its limit."""
    held = True
    for r in rows:
        loss = max(rows[0][m] - r[m] for m in MEASURES)
        limit = LIMITS.get(r["kind"])
        bad = limit is not None and loss > limit + 1e-9
        held = held and not bad
        figures = " ".join(f"{r[m]:6.3f}" for m in (*MEASURES, "rows"))
        print(f"{r['plan']:16} {r['kind']:6} {figures}  {loss:10.4f} {'' if limit is None else limit:>6} {r['alike']:6.3f} "
              f"{r['seconds']:6.2f}{'  OVER' if bad else ''}", flush=True)  # fmt: skip
    return held


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of the plans (default: all)")
    parser.add_argument("--only", default="docx,odt,pdf,scan", help="formats, by commas")
    parser.add_argument("--misses", action="store_true", help="list what a format gets wrong that the text gets right")
    parser.add_argument("--keep", type=Path, help="keep the files made in this folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
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
    for pair in pairs([ROOT.parent / "shared" / "plans", ROOT / "tests" / "plans"], args.names):
        if pair.plan is None or pair.plan.suffix != ".txt":
            continue
        gold = json.loads(pair.gold.read_text(encoding="utf-8"))["tasks"]
        made = measured(pair.name, read(pair.plan), gold, kinds, args.keep)
        if args.misses:
            known = set(made[0]["misses"])
            for r in made[1:]:
                for miss in r["misses"]:
                    if miss not in known and not miss.startswith(("UNFLAGGED", "NEEDLESS")):
                        print(f"{r['kind']:5} {miss}")
        rows.extend(made)
        held = show(made) and held
    if args.json:
        args.json.write_text(json.dumps([{k: v for k, v in r.items() if k != "misses"} for r in rows], indent=1), encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
