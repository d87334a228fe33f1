"""Reads a made PDF or Word file back and proves, rule by rule, that it keeps to Nghị định 30/2020/NĐ-CP.

Each proof names its rule, what was found, and whether the rule is the decree's or only habit.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SLACK = 0.3  # mm: a line of half a point is drawn to both sides of its place


@dataclass(frozen=True, slots=True)
class Proof:
    """``rule`` and ``found`` are Vietnamese; ``habit``: in use, but no rule of the decree."""

    rule: str
    ok: bool
    found: str = ""
    habit: bool = False

    def __str__(self) -> str:
        return f"{'ĐẠT' if self.ok else 'KHÔNG ĐẠT'} · {self.rule}{' (thông lệ)' if self.habit else ''}: {self.found}"


def check(path: Path) -> list[Proof]:
    """All proofs for a .pdf or .docx file."""
    if path.suffix.lower() == ".pdf":
        from core.sheets.check_archive import proofs as archive_proofs
        from core.sheets.check_pdf import proofs

        return [*proofs(path), *archive_proofs(path)]
    from core.sheets.check_docx import proofs as word_proofs

    return list(word_proofs(path))


def failures(path: Path) -> list[str]:
    """What is wrong with the file, as sentences; empty: it passes."""
    return [str(proof) for proof in check(path) if not proof.ok]


# ---------------------------------------------------------------- rules that both formats share

MARGINS: dict[str, tuple[float, float]] = {"trên": (20, 25), "dưới": (20, 25), "trái": (30, 35), "phải": (15, 20)}
PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
# what stands at the head of a sheet: (how it is known, the rule's name, sizes, bold, italic, capitals)
ELEMENTS: tuple[tuple[str, str, tuple[float, float], bool, bool, bool], ...] = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu: in hoa, đậm, cỡ 12-13", (12, 13), True, False, True),
    ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ: chữ thường, đậm, cỡ 13-14", (13, 14), True, False, False),
    ("Phụ lục", "Số phụ lục: đậm, cỡ 14, giữa trang", (14, 14), True, False, False),
    ("(Kèm theo", "Dòng kèm theo: nghiêng, cỡ 13-14, giữa trang", (13, 14), False, True, False),
)


def begins(text: str, start: str) -> bool:
    """Whether a text is the element that begins so; a task that tells of an annex is not the annex's number."""
    if start == "Phụ lục":
        return re.fullmatch(r"Phụ lục( [IVXLC]+)?", text) is not None
    return text.startswith(start)


def paper_proof(width: float, height: float, where: str) -> Proof:
    """A4 (A3 for wide tables is habit), upright or on its side."""
    sides = (min(width, height), max(width, height))
    name = next((n for n, size in PAPERS.items() if abs(size[0] - sides[0]) < SLACK and abs(size[1] - sides[1]) < SLACK), "")
    return Proof(f"Khổ giấy A4 hoặc A3, {where}", bool(name), f"{width:.1f} × {height:.1f} mm {name}", habit=name == "A3")


def margin_proofs(found: dict[str, float], where: str) -> Iterator[Proof]:
    for side, value in found.items():
        low, high = MARGINS[side]
        yield Proof(f"Lề {side} {low}-{high} mm, {where}", low - SLACK <= value <= high + SLACK, f"{value:.1f} mm")


def size_proof(rule: str, sizes: tuple[float, float], size: float, bold: bool, italic: bool, wanted: tuple[bool, bool]) -> Proof:
    ok = sizes[0] - 0.05 <= size <= sizes[1] + 0.05 and (bold, italic) == wanted
    return Proof(rule, ok, f"cỡ {size:g}{', đậm' if bold else ''}{', nghiêng' if italic else ''}")
