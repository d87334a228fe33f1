"""The service behind "Xuất": a book and the clerk's choices → files on disk, each whole or not there at all."""
from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from core.book import Book
from core.errors import CannotWrite, UserError
from core.group_names import in_words_of_plan
from core.model import Agency
from core.sheets.layout import Bundle
from core.sheets.names import file_name, unique
from core.sheets.options import SheetOptions

Progress = Callable[[float, str], None]
KINDS = ("assignment", "matrix", "checklist", "summary")
FORMATS = ("xlsx", "pdf", "docx")
BUNDLES = ("folder", "file")
USUAL = SheetOptions()


def export(book: Book, kind: str, target: Path, *, format: str | None = None, agency: str | None = None, each_agency: bool = False,
           bundle: str = "folder", options: SheetOptions = USUAL, progress: Progress | None = None) -> list[Path]:
    """Write one sheet of a book; the files made.

    ``kind`` is one of KINDS. ``format`` None: by the target's ending. The checklist is of one ``agency`` (id or name), or with
    ``each_agency`` of all that have a part (``options.agencies``: of these): ``bundle`` "folder" makes a file for each in the folder
    ``target``, "file" one file with a bookmark or worksheet for each. Raises UserError, CannotWrite, Cancelled (from ``progress``); what
    stood at the target before stays whole then.
    """
    target = Path(target)
    if kind not in KINDS:
        raise UserError(f"Không có loại biểu “{kind}”.", f"Chọn một trong: {', '.join(KINDS)}.")
    format = _format_of(target, format, folder=each_agency and bundle == "folder")
    if kind == "checklist" and each_agency and bundle == "folder":
        return _folder(book, target, format, options, progress)
    made = make_bundle(book, kind, options, agency=agency, each_agency=each_agency)
    with _replacing(target) as part:
        write(made, part, format, progress)
    return [target]


def write_file(bundle: Bundle, target: Path, progress: Progress | None = None) -> Path:
    """Write a bundle made elsewhere into one file, in the format of its ending. Raises UserError, CannotWrite, Cancelled."""
    format = _format_of(target, None, folder=False)
    with _replacing(target) as part:
        write(bundle, part, format, progress)
    return target


def export_job(book: Book, kind: str, target: Path, keywords: dict[str, object], progress: Progress | None = None) -> list[Path]:
    """``export`` for a worker process, which hands over positional arguments only."""
    return export(book, kind, target, progress=progress, **keywords)  # type: ignore[arg-type]


def make_bundle(book: Book, kind: str, options: SheetOptions = USUAL, *, agency: str | None = None, each_agency: bool = False) -> Bundle:
    """The pages of one file as values."""
    from core.sheets import assignment, checklist, matrix, progress

    book = in_words_of_plan(book)
    match kind:
        case "assignment":
            return assignment.assignment_bundle(book, options)
        case "matrix":
            return matrix.matrix_bundle(book, options)
        case "summary":
            return progress.progress_bundle(book, options)
    if each_agency:
        sheets = [sheet for _, sheet in checklist.checklist_sheets(book, chosen_agencies(book, options), options)]
        return checklist.checklist_bundle(book, sheets, "")
    if not agency:
        raise UserError("Chưa chọn cơ quan cho phiếu nhiệm vụ.", "Hãy chọn một cơ quan, hoặc chọn tất cả.")
    one = checklist.find_agency(book, agency)
    return checklist.checklist_bundle(book, [checklist.checklist_sheet(book, one, options)], one.name)


def chosen_agencies(book: Book, options: SheetOptions) -> list[Agency]:
    """The agencies whose checklists are made, in the order of the columns. Raises UserError where there is none."""
    from core.sheets.checklist import agencies_with_duties

    book = in_words_of_plan(book)
    found = agencies_with_duties(book)
    if options.agencies:
        wanted = set(options.agencies)
        found = [a for a in found if a.id in wanted] + [book.agencies[i] for i in options.agencies
                                                        if i in book.agencies and i not in {a.id for a in found}]
    if not found:
        raise UserError("Kế hoạch này chưa phân công cho cơ quan nào.", "Hãy phân công ở trang Rà soát hoặc trang Ma trận rồi xuất lại.")
    return found


def write(bundle: Bundle, target: Path, format: str, progress: Progress | None = None) -> None:
    """Write a bundle to a file in one of FORMATS."""
    if format == "pdf":
        from core.sheets.to_pdf import write_pdf

        write_pdf(bundle, target, progress)
    elif format == "docx":
        from core.sheets.to_docx import write_docx

        write_docx(bundle, target, progress)
    else:
        from core.sheets.to_xlsx import write_xlsx

        write_xlsx(bundle, target, progress)


def _format_of(target: Path, format: str | None, *, folder: bool) -> str:
    found = format or target.suffix.lower().lstrip(".")
    if not found and folder:
        return "xlsx"
    if found not in FORMATS:
        raise UserError(f"Không xuất được ra “{target.name}”: chỉ có Excel (.xlsx), PDF (.pdf) và Word (.docx).",
                        "Hãy đặt đuôi tệp là một trong ba đuôi đó.")
    return found


# ---------------------------------------------------------------- all agencies into a folder


def checklist_names(agencies: Sequence[Agency], format: str) -> list[str]:
    """The file names of these agencies' checklists."""
    names = unique(file_name(f"Phiếu nhiệm vụ - {agency.name[:1].upper()}{agency.name[1:]}") for agency in agencies)
    return [f"{name}.{format}" for name in names]


def _folder(book: Book, folder: Path, format: str, options: SheetOptions, progress: Progress | None) -> list[Path]:
    """All are made beside the folder first, then moved into it one after another."""
    from core.sheets.checklist import checklist_bundle, checklist_sheets

    book = in_words_of_plan(book)
    agencies = chosen_agencies(book, options)
    names = checklist_names(agencies, format)
    existed = folder.exists()
    with _told(folder):
        if folder.exists() and not folder.is_dir():
            raise CannotWrite(f"“{folder}” là một tệp, không phải thư mục.", "Hãy chọn một thư mục để ghi các phiếu.")
        folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".phieu-", dir=folder))
    try:
        with _told(folder):
            for n, (name, (agency, sheet)) in enumerate(zip(names, checklist_sheets(book, agencies, options), strict=True)):
                if progress is not None:
                    progress(n / len(names), f"Phiếu {n + 1} / {len(names)}: {agency.name}")
                write(checklist_bundle(book, [sheet], agency.name), work / name, format)
        if progress is not None:
            progress(1.0, "Đang chuyển các phiếu vào thư mục")
        _moved(work, folder, names)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if not existed and not any(folder.iterdir()):
            folder.rmdir()
    return [folder / name for name in names]


def _moved(work: Path, folder: Path, names: Sequence[str]) -> None:
    """Each file takes its old one's place; one that is open in another program does not keep back the others."""
    left: list[CannotWrite] = []
    for name in names:
        try:
            with _told(folder / name):
                os.replace(work / name, folder / name)
        except CannotWrite as error:
            left.append(error)
    if left and len(left) < len(names):
        raise CannotWrite(f"{left[0].message} Đã ghi {len(names) - len(left)} phiếu, còn {len(left)} phiếu giữ nguyên bản cũ.",
                          left[0].advice) from left[0]
    if left:
        raise left[0]


# ---------------------------------------------------------------- whole files only


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """A temporary file in the target's folder that takes its place when the block ends well."""
    with _told(target):
        _check(target)
        handle, name = tempfile.mkstemp(prefix=".xuat-", suffix=target.suffix, dir=target.parent)
        os.close(handle)
    part = Path(name)
    try:
        with _told(target):
            yield part
            part.chmod(0o666 & ~_umask())
            os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _check(target: Path, windows: bool = os.name == "nt") -> None:
    """Refuse a target that cannot be, before any work is done."""
    if target.is_dir():
        raise CannotWrite(f"“{target}” là một thư mục.", "Hãy đặt tên tệp để ghi vào trong thư mục đó.")
    if windows and file_name(target.stem) != target.stem:
        raise CannotWrite(f"Tên tệp “{target.name}” có ký tự mà Windows không cho dùng hoặc quá dài.",
                          f"Có thể dùng tên “{file_name(target.stem)}{target.suffix}”.")
    if not target.parent.is_dir():
        raise CannotWrite(f"Không có thư mục “{target.parent}”.", "Hãy chọn một thư mục đã có.")


_ADVICE = {
    errno.EACCES: ("Không có quyền ghi, hoặc tệp đang mở trong chương trình khác (Excel, Word).",
                   "Hãy đóng tệp đó lại rồi xuất lại, hoặc chọn tên khác."),
    errno.ENOSPC: ("Ổ đĩa đã đầy.", "Hãy xoá bớt tệp hoặc chọn ổ đĩa khác."),
    errno.EDQUOT: ("Đã hết phần đĩa được cấp.", "Hãy xoá bớt tệp hoặc chọn ổ đĩa khác."),
    errno.ENAMETOOLONG: ("Tên tệp quá dài.", "Hãy đặt tên ngắn hơn."),
    errno.EROFS: ("Nơi này chỉ cho đọc.", "Hãy chọn nơi khác."),
    errno.EINVAL: ("Tên tệp có ký tự không dùng được.", "Hãy đặt tên khác."),
    errno.ENOENT: ("Không có thư mục này.", "Hãy chọn một thư mục đã có."),
    errno.ENOTDIR: ("Một phần của đường dẫn không phải thư mục.", "Hãy chọn nơi khác."),
    errno.EISDIR: ("Đã có một thư mục cùng tên.", "Hãy đặt tên khác."),
}
for _same in (errno.EPERM, errno.EBUSY, errno.ETXTBSY):
    _ADVICE[_same] = _ADVICE[errno.EACCES]


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """What the system says becomes what the person reads."""
    try:
        yield
    except UserError:
        raise
    except OSError as error:
        what, advice = _ADVICE.get(error.errno or 0, ("Hệ thống báo lỗi khi ghi.", "Hãy thử chọn nơi khác."))
        raise CannotWrite(f"Không ghi được “{target.name or target}”. {what}", advice) from error
    except (ValueError, UnicodeError) as error:
        if "null" in str(error) or isinstance(error, UnicodeError):
            raise CannotWrite(f"Tên tệp “{target.name!r}” có ký tự không dùng được.", "Hãy đặt tên khác.") from error
        raise
