"""Every rule of the decree read back from every PDF and Word file of whole plans, for one agency and for all.

``python -m benchmarks.paper_proofs [FOLDER]`` keeps the files in FOLDER, to be looked at.
"""
from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.paper import OPTIONS, book_of, plan_files
from core.sheets.checker import check
from core.sheets.export import KINDS, export

PLANS = ("001", "ttg-qd773", "dongthap-kh552")


def files_of(plan: Path, folder: Path) -> Iterator[Path]:
    """The four sheets as PDF and Word; the checklists in one file and each in its own."""
    book = book_of(plan)
    for ending in ("pdf", "docx"):
        for kind in KINDS:
            target = folder / f"{plan.stem}-{kind}.{ending}"
            yield from export(book, kind, target, each_agency=kind == "checklist", bundle="file", options=OPTIONS)
        yield from export(book, "checklist", folder / f"{plan.stem}-{ending}", format=ending, each_agency=True, options=OPTIONS)


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    files, proofs, failed = 0, 0, 0
    for plan in plan_files(*PLANS):
        for path in files_of(plan, folder):
            found = check(path)
            wrong = [proof for proof in found if not proof.ok]
            files, proofs, failed = files + 1, proofs + len(found), failed + len(wrong)
            for proof in wrong:
                print(f"{path.name}: {proof}")
    print(f"{files} files, {proofs} proofs, {failed} failed")
    return 1 if failed or not proofs else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as place:
        sys.exit(main(Path(place)))
