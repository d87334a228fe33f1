"""Tables that only set words side by side are no tables: letterheads, signatures, whole documents in a frame."""
from __future__ import annotations

from core.model import PlanText
from core.reading.from_docx import read_docx
from core.reading.from_html import read_html
from tests.core.reading.made import SENTENCES, cell, docx, lines, par, table

LEFT, RIGHT = ("UBND TỈNH LAM SƠN", "SỞ Y TẾ", "Số: 12/KH-SYT"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
RECEIVERS, SIGNER = ("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT."), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Bách")


def side_by_side(*columns: tuple[str, ...]) -> str:
    return table("".join(cell("".join(par(text) for text in column)) for column in columns))


def free(plan: PlanText) -> list[str]:
    return [p.span.of(plan.text) for p in plan.paragraphs if p.cell is None]


def test_letterhead_and_signature_are_paragraphs() -> None:
    tasks = table(cell(par("TT")) + cell(par("Nhiệm vụ")), cell(par("1")) + cell(par("Làm đường")))
    plan = read_docx(docx(side_by_side(LEFT, RIGHT) + par(SENTENCES[0]) + tasks + side_by_side(RECEIVERS, SIGNER)))
    assert free(plan) == [*LEFT, *RIGHT, SENTENCES[0], *RECEIVERS, *SIGNER]
    assert [p.span.of(plan.text) for p in plan.paragraphs if p.cell is not None] == ["TT", "Nhiệm vụ", "1", "Làm đường"]


def test_a_document_inside_one_cell_is_free_and_its_tables_stay() -> None:
    inner = "".join(par(f"{n}. Sở Y tế thực hiện việc thứ {n}.") for n in range(1, 15))
    tasks = table(cell(par("TT")) + cell(par("Nhiệm vụ")), cell(par("1")) + cell(par("Làm đường")))
    plan = read_docx(docx(table(cell(inner + tasks + par("Hết.")))))
    assert len(free(plan)) == 15
    assert [p.span.of(plan.text) for p in plan.paragraphs if p.cell is not None] == ["TT", "Nhiệm vụ", "1", "Làm đường"]
    page = "<table><tr><td>Bên lề</td><td>" + "".join(f"<p>Đoạn {n}.</p>" for n in range(14)) + "</td></tr></table>"
    assert len(free(read_html(page.encode()))) == 15


def test_small_tables_and_tables_that_speak_of_receivers_keep_their_cells() -> None:
    for rows in (("ô một",), ("Nơi nhận", "Số bản"), ("1", "CỘNG TÁC VIÊN"), ("Nơi nhận: Sở Y tế", "TM hàng hóa")):
        plan = read_docx(docx(table("".join(cell(par(text)) for text in rows))))
        assert free(plan) == []
        assert lines(plan) == list(rows)


def test_head_and_foot_that_libreoffice_writes_into_a_page_are_no_text() -> None:
    page = '<html><body><div title="header"><p>3</p></div><p>Sở Y tế chủ trì.</p><div title="footer"><p>Trang 3</p></div></body></html>'
    assert lines(read_html(page.encode())) == ["Sở Y tế chủ trì."]
