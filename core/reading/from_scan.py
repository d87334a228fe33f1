"""Scans and photos by OCR (Tesseract with Vietnamese data): stamp colours dropped, pages set straight, words with their certainty."""
from __future__ import annotations

import io
import os
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import MissingPart, UnreadableFile
from core.model import PlanText
from core.reading.build import Counter, Progress, assemble, foreign
from core.reading.scan_crew import Sheet, read_sheets
from core.reading.scan_marks import Box, bullet_before, bullet_of
from core.reading.scan_mend import mend_page, mend_pieces
from core.reading.scan_strokes import counted
from core.reading.words import Page, Word

if TYPE_CHECKING:
    from PIL.Image import Image

DATA = Path(__file__).resolve().parents[2] / "resources" / "ocr"
DPI = 300
UNSURE_BELOW = 60.0  # Tesseract's certainty of a word, 0…100
_NOISE_BELOW = 25.0
_MOST_PIXELS = 60_000_000
_FAINTEST = 70  # ink is darker than its paper by at least this much

_MISSING = "Tệp này là bản quét (ảnh chụp văn bản) nhưng phần nhận dạng chữ chưa được cài đặt."
_HOW = "Hãy cài bằng lệnh: pip install \"tesserocr>=2.13\" \"pillow>=12\" rồi mở lại chương trình (tệp vie.traineddata đã có sẵn)."


def engine() -> Any:
    """A Tesseract API for Vietnamese. Raises MissingPart with what to install."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its threads mostly wait for each other
    try:
        import PIL.Image  # noqa: F401
        import tesserocr
    except ImportError as error:
        raise MissingPart(_MISSING, _HOW) from error
    if not (DATA / "vie.traineddata").is_file():
        raise MissingPart("Không thấy dữ liệu nhận dạng tiếng Việt.", f"Hãy chép tệp vie.traineddata vào thư mục {DATA}.")
    try:
        api = tesserocr.PyTessBaseAPI(path=str(DATA), lang="vie", psm=tesserocr.PSM.SINGLE_BLOCK)
        api.SetVariable("debug_file", os.devnull)  # what Tesseract and its picture library mutter is nothing for the person
        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        return api
    except RuntimeError as error:
        raise MissingPart("Không khởi động được phần nhận dạng chữ.", _HOW) from error


def ocr_pages(document: Any, numbers: list[int], counter: Counter, progress: Progress | None, begin: float) -> dict[int, Page]:
    """Pages of a PDF (numbers from 1) by OCR. ``progress`` goes from ``begin`` to 0.95."""
    def before(n: int) -> None:
        if progress is not None:
            progress(begin + (0.95 - begin) * n / len(numbers), f"Đang nhận dạng chữ trang {numbers[n]} ({n + 1}/{len(numbers)})…")

    sheets = (_drawn(document, number) for number in numbers)
    return {page.number: page for page in read_sheets(sheets, engine, recognise, counter, before, len(numbers))}


def _drawn(document: Any, number: int) -> Sheet:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(DPI / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        bitmap = page.render(scale=scale)
        image = bitmap.to_pil().convert("RGB")
        bitmap.close()
    finally:
        page.close()
    return Sheet(number, image, scale * 72)


def read_image(data: bytes, progress: Progress | None = None) -> PlanText:
    """A picture of a document (.png, .jpg, .tif with several pages …). Raises UnreadableFile, MissingPart."""
    return read_pictures([data], progress)


def read_pictures(files: list[bytes], progress: Progress | None = None) -> PlanText:
    """Pictures of a document's pages in their order."""
    from core.reading.layout import lay_out

    counter = Counter()
    frames = chain.from_iterable(_frames(data) for data in files)
    first = next(frames, None)
    if first is None:
        return assemble([], kind="scan", pages=0, counter=counter)
    count = first[1] + len(files) - 1

    def before(n: int) -> None:
        if progress is not None:
            progress(min(0.95 * n / count, 0.95), f"Đang nhận dạng chữ trang {n + 1}/{max(count, n + 1)}…")

    sheets = (Sheet(number, *_sized(image)) for number, (_, _, image) in enumerate(chain([first], frames), 1))
    pages = list(read_sheets(sheets, engine, recognise, counter, before, count))
    laid = lay_out(pages, counter)
    mend_pieces(laid.pieces, counter)
    return assemble(laid.pieces, kind="scan", pages=len(pages), notes=laid.notes, counter=counter)


def _frames(data: bytes) -> Iterator[tuple[int, int, Image]]:
    import warnings

    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    damaged = UnreadableFile("Tệp ảnh bị hỏng hoặc chưa tải về hết nên không đọc được.", "Hãy lấy lại tệp ảnh.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = Image.open(io.BytesIO(data))
            total = min(int(getattr(picture, "n_frames", 1)), 1000)
            for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                if frame.width * frame.height > 4 * _MOST_PIXELS:
                    raise UnreadableFile("Ảnh quá lớn nên chương trình không mở.", "Hãy quét lại ở 300 dpi.")
                if number > total:
                    return
                image = ImageOps.exif_transpose(frame)
                if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
                    paper = Image.new("RGBA", image.size, "white")
                    paper.alpha_composite(image.convert("RGBA"))
                    image = paper
                yield number, total, image.convert("RGB")
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError,
                IndexError, AttributeError, OverflowError, ZeroDivisionError, ArithmeticError, LookupError, MemoryError) as error:
            raise damaged from error
        except Exception as error:  # struct.error, zlib.error and the like from a broken picture's decoder
            if isinstance(error, (UnreadableFile,)):
                raise
            if type(error).__module__ in ("struct", "zlib", "PIL", "warnings"):
                raise damaged from error
            raise


def _sized(image: Image) -> tuple[Image, float]:
    """The picture at about the size of an A4 page at 300 dpi, and its dpi taken as A4."""
    short, long = sorted(image.size)
    dpi = max(long / 11.7, short / 8.3)
    if dpi < 220 or dpi > 420:
        factor = DPI / max(dpi, 20.0)
        image = image.resize((max(1, round(image.width * factor)), max(1, round(image.height * factor))), resample=3)
        dpi = DPI
    return image, dpi


# ---------------------------------------------------------------- one page


def recognise(api: Any, image: Image, dpi: float, number: int, counter: Counter) -> Page:
    """One page's words and ruling lines, in points."""
    gray, angle = straight(without_colour(image))
    if abs(angle) >= 0.1:
        counter.add("deskew")
    counter.add("ocr")
    page, certainty = _read(api, gray, dpi, number)
    if certainty < 55 and gray.width > 200:  # the page may lie on its side or head; half the size is enough to see that
        half = gray.resize((gray.width // 2, gray.height // 2), resample=3)
        turn = max((90, 270, 180), key=lambda angle: _read(api, half.rotate(angle, expand=True, fillcolor=255), dpi / 2, number)[1])
        other, better = _read(api, straight(gray.rotate(turn, expand=True, fillcolor=255))[0], dpi, number)
        page = other if better > max(certainty + 12, 60) else page
    mend_page(page)
    api.Clear()
    _give_back()
    return page


def _give_back() -> None:
    """Memory of a page's pictures back to the system: glibc keeps it, which is 200 MB after some pages."""
    import ctypes
    import sys

    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)


def without_colour(image: Image) -> Image:
    """Gray, with red stamps and blue ink as light as paper: of each dot the lightest of its three colours; paper white, ink black."""
    from PIL import ImageChops

    red, green, blue = image.split()
    light = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    colour = ImageChops.subtract(light, ImageChops.darker(ImageChops.darker(red, green), blue))
    return _white_paper(ImageChops.add(light, colour.point([round(0.4 * value) for value in range(256)])))


def _white_paper(gray: Image) -> Image:
    """The paper, gray or shaded as it is, to white and the ink to black; the grain of an empty page stays near white."""
    from PIL import Image as Pil
    from PIL import ImageChops, ImageFilter

    step = max(gray.width // 60, 1)
    small = gray.resize((max(gray.width // step, 1), max(gray.height // step, 1)), resample=Pil.Resampling.BOX)
    low = round(0.62 * max(small.tobytes()))  # what is darker over a wide place is a picture, no shadow
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2)).point([max(value, low) for value in range(256)])
    ink = ImageChops.subtract(paper.resize(gray.size, resample=Pil.Resampling.BILINEAR), gray)
    counts, most, seen = ink.histogram(), 255, 0
    while most > _FAINTEST and seen < 0.02 * gray.width * gray.height:
        seen += counts[most]
        most -= 1
    return ink.point([255 - min(255, max(0, round((value - 0.06 * most) * 255 / (0.94 * most)))) for value in range(256)])


def straight(gray: Image) -> tuple[Image, float]:
    """The page turned so that its lines lie level, and by how many degrees."""
    from PIL import Image as Pil

    def marks(width: int) -> Image:
        small = gray.resize((width, max(1, round(gray.height * width / gray.width))), resample=Pil.Resampling.BOX)
        return small.point(lambda value: 255 if value < 150 else 0)

    def evenness(small: Image, angle: float) -> float:
        turned = small.rotate(angle, resample=Pil.Resampling.BILINEAR, fillcolor=0)
        rows = turned.resize((1, turned.height), resample=Pil.Resampling.BOX).tobytes()
        return float(sum((a - b) * (a - b) for a, b in pairwise(rows)))

    coarse, fine = marks(400), marks(700)
    best = max((k * 0.5 for k in range(-8, 9)), key=lambda angle: evenness(coarse, angle))
    best = max((best + k * 0.1 for k in range(-4, 5)), key=lambda angle: evenness(fine, angle))
    if abs(best) < 0.1:
        return gray, 0.0
    return gray.rotate(best, resample=Pil.Resampling.BICUBIC, fillcolor=255), best


def _read(api: Any, gray: Image, dpi: float, number: int) -> tuple[Page, float]:
    import tesserocr

    from core.reading.image_lines import ruling_lines, without_lines
    from core.reading.ruled import grids

    point = 72 / dpi
    across, down = ruling_lines(gray, dpi)
    page = Page(number, gray.width * point, gray.height * point, [],
                [(y * point, a * point, b * point) for y, a, b in across], [(x * point, a * point, b * point) for x, a, b in down])
    clear = without_lines(gray, across, down, dpi)
    tables = grids(page.across, page.down)
    cells = [cell for grid in tables for cell in _cell_boxes(grid)]
    sure: list[float] = []
    api.SetPageSegMode(tesserocr.PSM.AUTO)
    api.SetImage(_without_tables(clear, tables, point) if tables else clear)
    api.SetSourceResolution(round(dpi))
    page.words = _words(api, point, sure, clear)
    if cells:
        api.SetPageSegMode(tesserocr.PSM.SINGLE_BLOCK)
        api.SetImage(clear)
        api.SetSourceResolution(round(dpi))
        for x0, y0, x1, y1 in cells:
            left, top, right, bottom = (round(value / point) for value in (x0, y0, x1, y1))
            left, top, right, bottom = max(left + 4, 0), max(top + 4, 0), min(right - 4, clear.width), min(bottom - 4, clear.height)
            if right - left < 12 or bottom - top < 12 or not _has_ink(clear.crop((left, top, right, bottom)), dpi):
                continue
            api.SetRectangle(left, top, right - left, bottom - top)
            page.words.extend(_words(api, point, sure, clear))
    return page, sum(sure) / len(sure) if sure else 0.0


def _without_tables(clear: Image, tables: list[Any], point: float) -> Image:
    """The page without its tables, whose cells are read one by one."""
    from PIL import ImageDraw

    rest = clear.copy()
    draw = ImageDraw.Draw(rest)
    for grid in tables:
        draw.rectangle((grid.xs[0] / point, grid.ys[0] / point, grid.xs[-1] / point, grid.ys[-1] / point), fill=255)
    return rest


def _has_ink(cell: Image, dpi: float) -> bool:
    """Whether a cell holds at least a dash's worth of dark dots; of an empty one OCR makes words out of the paper's grain."""
    return sum(cell.histogram()[:128]) > (dpi / 40) ** 2


def _cell_boxes(grid: Any) -> list[tuple[float, float, float, float]]:
    return [(grid.xs[cell.column], grid.ys[cell.row], grid.xs[cell.column + cell.columns], grid.ys[cell.row + cell.rows])
            for cell in dict.fromkeys(grid.cells[key] for key in sorted(grid.cells))]


def _words(api: Any, point: float, sure: list[float], clear: Image) -> list[Word]:
    import tesserocr

    if not api.Recognize():
        return []
    iterator = api.GetIterator()
    if iterator is None:
        return []
    out: list[Word] = []
    level, line_level = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE
    size, slope, base_x, base_y = 13.0, 0.0, 0.0, 0.0
    begins = False  # the next word is the first of its line
    for item in tesserocr.iterate_level(iterator, level):
        if item.IsAtBeginningOf(line_level):
            begins = True
            base = item.Baseline(line_level)
            if base:
                (base_x, base_y), (far_x, far_y) = base
                slope = (far_y - base_y) / max(far_x - base_x, 1)
            rows = item.RowAttributes()
            size = max(4.0, min(60.0, (rows["row_height"]) * point / 1.15)) if rows else size
        try:
            text = item.GetUTF8Text(level)
        except RuntimeError:
            continue
        certainty = item.Confidence(level)
        box = item.BoundingBox(level)
        text = foreign(text or "").strip()
        if not text or box is None:
            continue
        y = base_y + slope * (box[0] - base_x)
        if begins:
            begins = False
            marks = _bullets(text, clear, box, y, size / point)
            out.extend(Word(mark, left * point, right * point, y * point, size) for mark, left, right in marks)
            if marks and marks[0][1] >= box[0] - 1:
                sure.append(100.0)
                continue
        if certainty < _NOISE_BELOW and not any(c.isalnum() for c in text):
            continue
        lies = len(text) > 3 and box[3] - box[1] > 1.5 * (box[2] - box[0])
        sure.append(0.0 if lies else certainty)  # Tesseract reads lines that run up the page too, in an order of its own
        text, agreed = counted(text, clear, box)
        unsure = certainty < UNSURE_BELOW if agreed is None else not agreed
        out.append(Word(text, box[0] * point, box[2] * point, y * point, size, "", unsure))
    return out


def _bullets(text: str, clear: Image, box: Box, base: float, size: float) -> list[tuple[str, float, float]]:
    """The bullet that a line's first word is, or that stands unread before it: the sign, its left and right edge; else nothing."""
    mark = bullet_of(text, clear, box, size)
    if mark:
        return [(mark, box[0], box[2])]
    before = bullet_before(clear, box[0], base, size)
    return [(before[0], before[1][0], before[1][2])] if before else []
