"""Scans: what OCR reads comes out as paragraphs and cells; what it gets wrong in known ways is mended; what it is not sure of is told."""

from __future__ import annotations

import difflib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from core.errors import Cancelled
from core.model import CellPlace
from core.reading import read
from core.reading.build import SURE, UNSURE, Counter, Piece
from core.reading.from_pdf import read_pdf
from core.reading.from_scan import read_image, straight, without_colour
from core.reading.scan_mend import mend_pieces
from tests.core.reading.made import SENTENCES, Pdf, lines

if TYPE_CHECKING:
    from PIL.Image import Image

pytest.importorskip("tesserocr")
PAGE = ["I. NHIỆM VỤ TRỌNG TÂM", "1. Sở Nông nghiệp và Môi trường:", *SENTENCES, "2. Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ban, ngành:"]  # noqa: E501
SHORT = PAGE[:4]  # what OCR costs goes by its lines


def picture(pdf: Pdf, dpi: int = 200) -> Image:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf.bytes())
    image = document[0].render(scale=dpi / 72).to_pil().convert("RGB")
    document.close()
    return image  # type: ignore[no-any-return]


def page(number: str = "2", paragraphs: list[str] = PAGE) -> Pdf:
    pdf = Pdf()
    pdf.text(312, 40, number, 13, centre=True)
    y = 90.0
    for words in paragraphs:
        y = pdf.flow(y, words)
    return pdf


def png(image: Image, kind: str = "PNG", **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def alike(a: list[str], b: list[str]) -> float:
    return difflib.SequenceMatcher(None, "\n".join(a), "\n".join(b), autojunk=False).ratio()


def test_a_slanted_page_with_a_red_stamp_is_read_whole() -> None:
    from PIL import Image, ImageChops, ImageDraw

    image = picture(page())
    stamp = Image.new("RGB", image.size, "white")  # red ink lies over black letters and leaves them black
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((700, 330, 1050, 680), outline=(220, 30, 40), width=14)
    draw.ellipse((760, 390, 990, 620), fill=(225, 50, 60))
    image = ImageChops.darker(image, stamp)
    image = image.rotate(1.1, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    plan = read_image(png(image))
    assert plan.kind == "scan"
    assert plan.pages == 1
    assert len(lines(plan)) == len(PAGE)
    assert alike(lines(plan), PAGE) > 0.97
    assert {"ocr", "deskew", "joined-lines"} <= {r.kind for r in plan.repairs}


def test_a_table_in_a_scan_becomes_cells_and_empty_cells_stay_empty() -> None:
    pdf = Pdf()
    xs = [60.0, 100.0, 330.0, 450.0, 540.0]
    pdf.grid(xs, [100, 130, 180, 220])
    rows = ((118, ("TT", "Nhiệm vụ", "Chủ trì", "Ghi chú")), (148, ("1", "Xây dựng đề án", "Sở Nội vụ", "")), (198, ("2", "Tổng hợp, báo cáo", "Sở Y tế", "")))  # noqa: E501
    for y, row in rows:
        for x, words in zip(xs, row, strict=False):
            if words:
                pdf.text(x + 6, y, words)
    plan = read_image(png(picture(pdf)))
    got = {p.cell: text for p, text in zip(plan.paragraphs, lines(plan), strict=True)}
    assert got == {CellPlace(0, r, c): words for r, (_, row) in enumerate(rows) for c, words in enumerate(row) if words}


def test_the_grain_of_a_nearly_empty_page_is_not_read() -> None:
    """Such a page holds the rest of a table: one low row, whose walls are shorter than any other ruling line."""
    import random

    from PIL import Image

    from benchmarks.score_formats import grain

    pdf = Pdf()
    pdf.grid([60.0, 100.0, 330.0, 540.0], [57, 79])
    pdf.text(66, 73, "2")
    pdf.text(106, 73, "nghề dệt vải")
    image = picture(pdf, 150).convert("L")
    noisy = Image.blend(image, grain(image.size, random.Random(3)), 0.12).convert("RGB")
    plan = read_image(png(noisy))
    assert [(p.cell, text) for p, text in zip(plan.paragraphs, lines(plan), strict=True)] == [
        (CellPlace(0, 0, 0), "2"), (CellPlace(0, 0, 1), "nghề dệt vải")]  # fmt: skip


def test_pages_one_by_one_with_progress_and_stopping_between_them() -> None:
    image = picture(page("", PAGE[:1])).convert("L")
    data = png(image, "TIFF", save_all=True, append_images=[image, image])
    seen: list[str] = []

    def stop(share: float, words: str) -> None:
        seen.append(words)
        if len(seen) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_image(data, stop)
    assert seen == ["Đang nhận dạng chữ trang 1/3…", "Đang nhận dạng chữ trang 2/3…"]


def test_a_page_lying_on_its_side_is_turned() -> None:
    plan = read_image(png(picture(page("", SHORT), 150).rotate(90, expand=True)))
    assert alike(lines(plan), SHORT) > 0.9


def test_a_scanned_page_among_text_pages_is_read_too() -> None:
    from reportlab.lib.utils import ImageReader

    pdf = Pdf()
    pdf.flow(100, "Kế hoạch này gồm một trang chữ và một trang quét.")
    pdf.page()
    pdf.canvas.drawImage(ImageReader(picture(page("", SHORT))), 0, 0, 595, 842)
    plan = read_pdf(pdf.bytes())
    assert plan.kind == "pdf"
    assert lines(plan)[0] == "Kế hoạch này gồm một trang chữ và một trang quét."
    assert alike(lines(plan)[1:], SHORT) > 0.95
    assert plan.paragraphs[-1].page == 2


def test_poor_text_under_a_scan_is_read_again_and_good_text_is_kept() -> None:
    from reportlab.lib.utils import ImageReader

    def laid_under(words: str) -> bytes:
        pdf = Pdf()
        pdf.canvas.drawImage(ImageReader(picture(page("", SHORT), 120)), 0, 0, 595, 842)
        text = pdf.canvas.beginText(85, 700)
        text.setFont("Serif", 12)
        text.setTextRenderMode(3)
        for k in range(0, len(words.split()), 8):
            text.textLine(" ".join(words.split()[k : k + 8]))
        pdf.canvas.drawText(text)
        return pdf.bytes()

    poor = read_pdf(laid_under("1 NHIEM VL) TRQNG TAM So Nong nghiep va Moi tru6ng chu tri, ph6i hqp voi So Tai chinh va cac co quan lien quan"))  # noqa: E501
    assert poor.kind == "scan"
    assert "Chủ trì, phối hợp với Sở Tài chính" in poor.text
    good = read_pdf(laid_under(SENTENCES[0]))
    assert good.kind == "pdf"
    assert good.text.replace("\n", " ") == SENTENCES[0]


def test_words_that_ocr_was_not_sure_of_are_marked() -> None:
    from PIL import Image, ImageFilter

    image = picture(page("", SHORT), 100)
    blurred = image.filter(ImageFilter.GaussianBlur(1.9)).resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
    plan = read_image(png(blurred))
    assert plan.unsure
    for span in plan.unsure:
        assert span.of(plan.text).strip()
    assert any(r.kind == "unsure" and r.count == len(plan.unsure) for r in plan.repairs)


def test_colour_goes_and_black_stays() -> None:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (200, 200), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((10, 10, 60, 60), fill=(225, 40, 50))
    draw.rectangle((80, 10, 130, 60), fill=(30, 60, 230))
    draw.rectangle((10, 80, 60, 130), fill=(20, 20, 20))
    gray = without_colour(image)
    values = [gray.getpixel(place) for place in ((30, 30), (100, 30), (30, 100), (180, 180))]
    assert all(isinstance(v, int) for v in values)
    red, blue, black, paper = values
    assert red > 180  # type: ignore[operator]
    assert blue > 180  # type: ignore[operator]
    assert black < 60  # type: ignore[operator]
    assert paper > 240  # type: ignore[operator]


def test_lines_of_letters_are_no_ruling_lines() -> None:
    """What is taken for a ruling line is painted over: once that cut "nguồn" to "ngnần" through whole documents."""
    from PIL import ImageFilter

    from core.reading.image_lines import ruling_lines

    gray = picture(page(), 300).convert("L").filter(ImageFilter.GaussianBlur(1.2))
    assert ruling_lines(gray, 300) == ([], [])
    pdf = Pdf()
    pdf.grid([60.0, 240.0, 540.0], [100, 130, 180])
    across, down = ruling_lines(picture(pdf, 300).convert("L").rotate(0.05, resample=3, fillcolor=255), 300)
    assert [round(y * 72 / 300) for y, _, _ in across] == [100, 130, 180]
    assert [round(x * 72 / 300) for x, _, _ in down] == [60, 240, 540]


def test_a_hole_in_a_wall_is_closed_and_merged_cells_stay() -> None:
    from PIL import ImageDraw

    from core.reading.image_lines import ruling_lines

    pdf = Pdf()
    pdf.grid([60.0, 240.0, 540.0], [100, 200, 300, 400])
    gray = picture(pdf, 150).convert("L")
    draw = ImageDraw.Draw(gray)
    point = 150 / 72
    draw.rectangle((230 * point, 240 * point, 250 * point, 270 * point), fill=255)  # a hole inside a row
    assert sorted(round(x * 72 / 150) for x, _, _ in ruling_lines(gray, 150)[1]) == [60, 240, 540]
    draw.rectangle((230 * point, 202 * point, 250 * point, 298 * point), fill=255)  # a whole row: two cells are one
    assert sorted(round(x * 72 / 150) for x, _, _ in ruling_lines(gray, 150)[1]) == [60, 240, 240, 540]


@pytest.mark.parametrize("angle", [-3.0, -0.7, 0.0, 1.4])
def test_the_slant_of_a_page_is_found(angle: float) -> None:
    from PIL import Image

    gray = picture(page(), 100).convert("L").rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert abs(straight(gray)[1] + angle) <= 0.25


# ---------------------------------------------------------------- mending, without OCR


def mended(*texts: str) -> list[str]:
    pieces = [Piece(text) for text in texts]
    mend_pieces(pieces, Counter())
    return [piece.text.replace(UNSURE, "").replace(SURE, "") for piece in pieces]


def test_item_numbers_are_mended_by_their_order() -> None:
    assert mended("I. MỤC TIÊU", "II. NỘI DUNG", "I. Rà soát bộ máy", "2. Bảo đảm", "3, Huy động", "Š. Sai thứ tự", "II. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế") == [  # noqa: E501
        "I. MỤC TIÊU", "II. NỘI DUNG", "1. Rà soát bộ máy", "2. Bảo đảm", "3. Huy động", "Š. Sai thứ tự", "III. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế"]  # fmt: skip  # noqa: E501
    assert mended("4. Sở Nội vụ", "Š. Sở Y tế") == ["4. Sở Nội vụ", "5. Sở Y tế"]


def test_a_mended_number_is_told_as_unsure() -> None:
    pieces = [Piece("4. Sở Nội vụ"), Piece("Š. Sở Y tế")]
    mend_pieces(pieces, Counter())
    assert pieces[1].text == f"{UNSURE}5.{SURE} Sở Y tế"


def test_known_misreadings_are_mended() -> None:
    assert mended("các Sở, ngành. địa phương triên khai", "Thành phô yêu câu", "các nøành, đơn vị", "các SỞ, ngành", "Thườn§ xuyên", "sở nông nghiên") == [  # noqa: E501
        "các Sở, ngành, địa phương triển khai", "Thành phố yêu cầu", "các ngành, đơn vị", "các sở, ngành", "Thường xuyên", "sở nông nghiệp"]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("text", [
    "Sở Y tế chủ trì. Sở Tài chính phối hợp v.v. và các cơ quan.", "bắt đầu từ ngày 01 tháng 7", "tỉnh hướng dẫn các xã", "cần bổ sung hồ sơ",  # noqa: E501
    "nguồn tiền do ngân sách cấp", "các khóa học về chuyên đề", "UBND tỉnh, HĐND xã", "thực hiện hòa giải ở cơ sở, văn hoá", "TP. Lam Sơn", "quý 1/2026",  # noqa: E501
    "nông nghiệp, nông thôn. Ưu tiên đầu tư; kinh tế. Đẩy mạnh; hữu cơ. Ổn định diện tích", "bệnh viện thông qua", "kiên quyết đình chỉ hoạt động",  # noqa: E501
    "các huyện, thành phố chủ trì", "cộng tác viên", "điều chỉnh phù hợp, điều chỉnh phụ tải", *SENTENCES])  # fmt: skip
def test_right_text_stays(text: str) -> None:
    assert mended(text) == [text]


def test_a_mended_number_of_a_quarter_is_never_sure() -> None:
    pieces = [Piece("trước quý HI/2026, quý II1/2027 và quý II/2028, quý 11/2029")]
    mend_pieces(pieces, Counter())
    assert pieces[0].text == f"trước quý {UNSURE}III{SURE}/2026, quý {UNSURE}III{SURE}/2027 và quý II/2028, quý {UNSURE}II{SURE}/2029"


def test_the_strokes_of_roman_numbers_are_counted_in_the_picture() -> None:
    from core.reading.scan_strokes import counted, upright_strokes

    words = ["I/2026", "II/2026.", "III/2026", "IV/2026", "V.", "VI.", "III-", "TT,"]
    pdf = Pdf()
    for k, word in enumerate(words):
        pdf.text(100, 100 + 40 * k, word, 13, bold=k % 2 == 1)
    gray = picture(pdf, 250).convert("L").filter(_soft())
    point = 250 / 72
    tops = [90.5 + 40 * k for k in range(len(words))]
    boxes = [(round(99 * point), round(top * point), round(170 * point), round((top + 10) * point)) for top in tops]
    assert [upright_strokes(gray, box) for box in boxes] == [1, 2, 3, 1, 0, 0, 3, 0]
    assert counted("1/2026.", gray, boxes[1]) == ("II/2026.", False)
    assert counted("1/2026", gray, boxes[0]) == ("1/2026", None)
    read = ["I/2026", "III/2026.", "IIH/2026", "IIV/2026", "V.", "VI.", "II-", "TT,"]
    assert [counted(text, gray, box) for text, box in zip(read, boxes, strict=True)] == [
        ("I/2026", True), ("II/2026.", False), ("III/2026", False), ("IV/2026", False), ("V.", None), ("VI.", None), ("III-", False), ("TT,", None)]  # fmt: skip  # noqa: E501


def _soft() -> Any:
    from PIL import ImageFilter

    return ImageFilter.GaussianBlur(0.8)


def test_roman_headings_keep_their_order() -> None:
    assert mended("I. MỤC TIÊU", "1. YÊU CẦU", "II NHIỆM VỤ", "II. TỔ CHỨC", "H KINH PHÍ") == [
        "I. MỤC TIÊU", "1. YÊU CẦU", "II. NHIỆM VỤ", "III. TỔ CHỨC", "IV. KINH PHÍ"]  # fmt: skip
    assert mended("L MỤC TIÊU", "IL NHIỆM VỤ", "IHL TỔ CHỨC", "L NHIỆM VỤ") == ["I. MỤC TIÊU", "II. NHIỆM VỤ", "IHL TỔ CHỨC", "L NHIỆM VỤ"]
    assert mended("I- Công tác tư tưởng", "H- Công tác cán bộ", "HI- Công tác kiểm tra") == ["I- Công tác tư tưởng", "II- Công tác cán bộ", "III- Công tác kiểm tra"]  # noqa: E501
    assert mended("[. Tuyên truyền", "H. Nhiệm vụ", "HI. Tổ chức") == ["I. Tuyên truyền", "II. Nhiệm vụ", "HI. Tổ chức"]
    assert mended("I. Tuyên truyền", "H. Tân Phú", "1. Sở Y tế") == ["I. Tuyên truyền", "H. Tân Phú", "1. Sở Y tế"]
    assert mended("4. Sở Y tế", "o. Irưởng các khoa", "6. Sở Nội vụ") == ["4. Sở Y tế", "5. Irưởng các khoa", "6. Sở Nội vụ"]
    assert mended("4. Sở Y tế", "a. Kiểm tra", "6. Sở Nội vụ") == ["4. Sở Y tế", "a. Kiểm tra", "6. Sở Nội vụ"]


def test_the_numbers_of_a_tables_rows_are_mended_between_their_neighbours() -> None:
    column = ["TT", "I", "ƒ", "2", "_iếi", "4", "II", "Sở Y tế", "2", "", "B", "3", "nf"]
    pieces = [Piece(text, cell=CellPlace(0, row, 0)) for row, text in enumerate(column)]
    mend_pieces(pieces, Counter())
    assert [piece.text for piece in pieces if piece.text] == [
        "TT", "I", f"{UNSURE}1{SURE}", "2", f"{UNSURE}3{SURE}", "4", "II", "Sở Y tế", "2", "B", "3", f"{UNSURE}nt{SURE}"]  # fmt: skip


def test_what_was_mended_is_told_by_its_words() -> None:
    counter = Counter()
    mend_pieces([Piece("Thành phô yêu câu các Sở tăng cương")], counter)
    repair = next(r for r in counter.repairs() if r.kind == "ocr-letters")
    assert (repair.count, repair.before, repair.after) == (3, "phô, câu, cương", "phố, cầu, cường")


def test_the_first_quarter_is_written_as_the_others_are() -> None:
    assert mended("xong trong quý 1/2024.", "trình quý II/2024") == ["xong trong quý I/2024.", "trình quý II/2024"]
    assert mended("xong trong quý 1/2024.", "trình quý 2/2024") == ["xong trong quý 1/2024.", "trình quý 2/2024"]


@pytest.mark.parametrize("path", sorted((Path(__file__).resolve().parents[2] / "plans").glob("*.txt")), ids=lambda path: path.stem)
def test_no_word_of_a_right_plan_is_changed(path: Path) -> None:
    """A mend that makes a right word wrong is worse than none."""
    plan = read(path)
    pieces = [Piece(p.span.of(plan.text), p.label, p.level, p.page, p.cell) for p in plan.paragraphs]
    before = " ".join(piece.text for piece in pieces)
    mend_pieces(pieces, Counter())
    assert " ".join(piece.text.replace(UNSURE, "").replace(SURE, "") for piece in pieces).split() == before.split()


def test_a_quotation_mark_that_nothing_closes_was_the_serif_of_a_letter() -> None:
    assert mended(
        "* 'Thời gian: ngày 01 tháng 02", "“Thời gian: ngày 02", 'Tổ chức "Tuần lễ" và “Tháng hành động”', "“Trong năm 2026, các sở") == [
        "* Thời gian: ngày 01 tháng 02", "Thời gian: ngày 02", 'Tổ chức "Tuần lễ" và “Tháng hành động”', "Trong năm 2026, các sở"]


def test_a_quarter_that_lost_its_stroke_and_a_letter_read_twice() -> None:
    assert mended("hoàn thành trong quý 12024.", "trong quý 1/2024", "NÑiêm yết, hướng dẫn") == [
        "hoàn thành trong quý I/2024.", "trong quý 1/2024", "Niêm yết, hướng dẫn"]
