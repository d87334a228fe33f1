"""Reading beside its floor: .docx against lxml parsing the same XML and joining its text, .pdf against pypdfium2's plain text."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.measure import turn_by_turn  # noqa: E402
from benchmarks.plan_docx import to_docx  # noqa: E402
from core.model import PlanText  # noqa: E402
from core.reading.from_docx import read_docx  # noqa: E402
from core.reading.from_pdf import read_pdf  # noqa: E402
from core.reading.plain import with_repairs  # noqa: E402

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = (
    "xây dựng kế hoạch chi tiết",
    "trình Ủy ban nhân dân tỉnh xem xét",
    "hướng dẫn các địa phương thực hiện thống nhất",
    "tổng hợp, báo cáo định kỳ",
    "kiểm tra, đôn đốc tiến độ",
    "bố trí kinh phí trong dự toán hằng năm",
    "rà soát các quy định có liên quan",
    "tuyên truyền sâu rộng trong Nhân dân",
)


def made_up_plan(tasks: int = 320) -> PlanText:
    """About 40 printed pages of invented text with headings, numbered agencies and bullets."""
    luck = random.Random(3)
    lines = ["KẾ HOẠCH", "Thực hiện nhiệm vụ phát triển kinh tế - xã hội của tỉnh Lam Sơn", "I. NHIỆM VỤ"]
    for n in range(tasks):
        if n % 8 == 0:
            lines.append(f"{n // 8 + 1}. Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ban, ngành, địa phương:")
        lines.append(f"- {'; '.join(luck.choice(_PARTS) for _ in range(luck.randint(4, 8)))}.".replace("- x", "- X"))
    return with_repairs("\n".join(lines), "txt", ())


def _docx_floor(data: bytes) -> str:
    from lxml import etree

    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p"))


def _pdf_floor(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = "\n".join(document[k].get_textpage().get_text_range() for k in range(len(document)))
    document.close()
    return text


def made_pdf(data: bytes) -> bytes | None:
    """LibreOffice's PDF of the document; None where LibreOffice is not here."""
    with tempfile.TemporaryDirectory(prefix="reading-") as made:
        folder = Path(made)
        (folder / "plan.docx").write_bytes(data)
        try:
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    made,
                    str(folder / "plan.docx"),
                ],
                check=True,
                capture_output=True,
                timeout=180,
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return (folder / "plan.pdf").read_bytes()


def reading_benchmarks() -> list[tuple[str, float, float, float, float]]:
    """(name, our ms, the floor's ms, ratio, highest ratio allowed). The PDF row is missing where LibreOffice is."""
    data = to_docx(made_up_plan())
    rows = []
    ours, floor = turn_by_turn(lambda: read_docx(data), lambda: _docx_floor(data), 9)
    rows.append(("docx to paragraphs with numbers", ours, floor, ours / floor, 4.0))
    pdf = made_pdf(data)
    if pdf is not None:
        ours, floor = turn_by_turn(lambda: read_pdf(pdf), lambda: _pdf_floor(pdf), 7)
        rows.append(("pdf to paragraphs", ours, floor, ours / floor, 8.0))
    return rows


if __name__ == "__main__":
    for name, ours, floor, ratio, target in reading_benchmarks():
        print(f"{name:34} {ours:8.1f} ms  floor {floor:7.1f} ms  ×{ratio:.2f}  (at most {target:g})")
