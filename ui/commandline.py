"""The command line: extract, import, list, export, demo. The same services as the window, no Qt.

Exit 0: done. Exit 2: the person's mistake, told in one Vietnamese line on standard error. Never a traceback for a mistake.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.errors import UserError
from core.plan_name import plan_name

if TYPE_CHECKING:
    from core.book import Book
    from core.model import PlanText
    from ui.workspace import Workspace

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "samples" / "ke-hoach-mau.docx"
SHEETS = ("assignment", "matrix", "checklist", "summary")
FORMATS = ("xlsx", "pdf", "docx")
KEEP_LETTERS = "Giữ nguyên chữ gốc: không đổi TCVN3 (ABC), VNI, Windows-1258 sang Unicode."


@click.group(name="main.py", help="Phân công: đọc kế hoạch, lập ma trận phân công, in phiếu nhiệm vụ. Không có lệnh nào: mở cửa sổ.")
@click.version_option(package_name=None, version="0.1.0", prog_name="Phân công", message="%(prog)s %(version)s", help="Hiện số phiên bản.")
@click.help_option("-h", "--help", help="Hiện hướng dẫn này.")
def cli() -> None:
    pass


@cli.command(help="Đọc một kế hoạch và in kết quả ra JSON; không đụng đến cơ sở dữ liệu.")
@click.argument("plan", type=click.Path(path_type=Path), metavar="KẾ_HOẠCH")
@click.option("--keep-letters", is_flag=True, help=KEEP_LETTERS)
def extract(plan: Path, keep_letters: bool) -> None:
    from core.plan.as_json import to_json
    from ui.workspace import read_draft

    text, draft = read_draft(plan, keep_letters=keep_letters)
    json.dump(to_json(text, draft), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


@cli.command("import", help="Nhập kế hoạch vào cơ sở dữ liệu. Tệp đã nhập rồi thì bỏ qua, trừ khi có --again.")
@click.argument("plans", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="KẾ_HOẠCH...")
@click.option("--db", type=click.Path(path_type=Path), metavar="TỆP", help="Cơ sở dữ liệu (mặc định: trong thư mục dữ liệu của bạn).")
@click.option("--again", is_flag=True, help="Nhập lại cả tệp đã nhập.")
@click.option("--keep-letters", is_flag=True, help=KEEP_LETTERS)
def import_(plans: tuple[Path, ...], db: Path | None, again: bool, keep_letters: bool) -> None:
    workspace = _open(db)
    failed = 0
    try:
        for path in plans:
            try:
                plan, new = workspace.import_file(path, again=again, keep_letters=keep_letters)
            except UserError as error:
                failed += 1
                click.echo(f"{path.name}: {error}", err=True)
                continue
            summary = next(s for s in workspace.plans() if s.id == plan.id)
            if new:
                click.echo(f"Đã nhập “{path.name}” thành kế hoạch số {summary.no}: {summary.tasks} nhiệm vụ, "
                           f"{summary.open_findings} chỗ cần xem.")
                _tell_letters(workspace.source_text(plan))
            else:
                click.echo(f"“{path.name}” đã nhập trước đây (kế hoạch số {summary.no}): không đổi gì. Muốn nhập lại, thêm --again.")
    finally:
        workspace.close()
    if failed:
        raise SystemExit(2)


def _tell_letters(text: PlanText | None) -> None:
    """What was changed of the letters, with an example, and how to have them as they are."""
    from core.reading.letters import are_kept, letters_of

    found = letters_of(text.repairs) if text is not None else ()
    for repair in found:
        example = f" Ví dụ: “{repair.before}” → “{repair.after}”." if repair.before else ""
        way = "" if are_kept(found) else " Muốn giữ chữ gốc: thêm --again --keep-letters."
        click.echo(f"  {repair.message}{example}{way}")


@cli.command("list", help="Liệt kê các kế hoạch đã nhập.")
@click.option("--db", type=click.Path(path_type=Path), metavar="TỆP", help="Cơ sở dữ liệu (mặc định: trong thư mục dữ liệu của bạn).")
def list_(db: Path | None) -> None:
    workspace = _open(db, must_exist=True)
    try:
        plans = workspace.plans()
    finally:
        workspace.close()
    if not plans:
        click.echo("Chưa có kế hoạch nào. Hãy nhập: main.py import KẾ_HOẠCH")
    for plan in plans:
        state = "đã chấp nhận" if plan.status == "accepted" else f"đang rà soát, còn {plan.open_findings} chỗ cần xem"
        click.echo(f"{plan.no}\t{plan.number or '(chưa có số)'}\t{plan.title or plan.source_name}\t{plan.tasks} nhiệm vụ\t{state}")


@cli.command(help="Xuất phụ lục phân công, ma trận, phiếu nhiệm vụ hoặc bảng tổng hợp.")
@click.option("--db", type=click.Path(path_type=Path), metavar="TỆP", help="Cơ sở dữ liệu (mặc định: trong thư mục dữ liệu của bạn).")
@click.option("--plan", required=True, metavar="SỐ", help="Số thứ tự (xem lệnh list) hoặc mã của kế hoạch.")
@click.option("--sheet", required=True, type=click.Choice(SHEETS), help="Loại biểu.")
@click.option("--agency", metavar="TÊN", help="Chỉ một cơ quan (cho phiếu nhiệm vụ).")
@click.option("--each-agency", is_flag=True, help="Mỗi cơ quan một phiếu: vào một thư mục, hoặc chung một tệp nếu --to có đuôi tệp.")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), metavar="TỆP|THƯ_MỤC", help="Nơi ghi.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Định dạng; mặc định theo đuôi tệp.")
def export(db: Path | None, plan: str, sheet: str, agency: str | None, each_agency: bool, target: Path, format_: str | None) -> None:
    if agency and each_agency:
        raise UserError("Chỉ chọn một trong hai: --agency hoặc --each-agency.")
    if (agency or each_agency) and sheet != "checklist":
        raise UserError("--agency và --each-agency chỉ dùng với --sheet checklist.")
    if sheet == "checklist" and not (agency or each_agency):
        raise UserError("Phiếu nhiệm vụ cần --agency TÊN hoặc --each-agency.")
    workspace = _open(db, must_exist=True)
    try:
        book = workspace.book(workspace.plan_by_ref(plan))
        made = write_sheets(book, sheet, target, format_, agency=_agency_of(workspace, book, agency) if agency else None,
                            each_agency=each_agency)
    finally:
        workspace.close()
    click.echo(f"Đã ghi {len(made)} tệp vào {target}" if len(made) > 1 else f"Đã ghi {made[0]}")


@cli.command(help="Chạy thử cả chặng đường trên kế hoạch mẫu: nhập, lập ma trận, in mọi phiếu.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("phancong-demo"), metavar="THƯ_MỤC", help="Nơi ghi kết quả.")
@click.option("--open", "open_", is_flag=True, help="Mở cửa sổ trên kế hoạch mẫu nếu máy có màn hình.")
def demo(out: Path, open_: bool) -> None:
    from ui.launch import has_display

    if open_ and has_display():
        from ui.app import run as run_window

        database = _demo_database(out)
        raise SystemExit(run_window(sys.argv[:1], db=database, lang=None, plans=[]))
    make_demo(out)


def _demo_database(out: Path) -> Path:
    """A database with the sample plan in it; one that is there already is kept as it is."""
    database = out / "phancong.db"
    _make_folder(out)
    workspace = _open(database)
    try:
        workspace.import_file(SAMPLE)
    finally:
        workspace.close()
    return database


def make_demo(out: Path) -> None:
    """The whole trip on the sample plan: database, assignment sheet, matrix, summary and every agency's checklist."""
    workspace = _open(_demo_database(out))
    try:
        plan = workspace.plans()[0]
        book = workspace.book(plan.id)
    finally:
        workspace.close()
    made: list[Path] = []
    for format_ in FORMATS:
        made += write_sheets(book, "assignment", out / f"phu-luc-phan-cong.{format_}", format_)
        made += write_sheets(book, "matrix", out / f"ma-tran-phan-cong.{format_}", format_)
        made += write_sheets(book, "summary", out / f"tong-hop.{format_}", format_)
    for format_ in ("xlsx", "pdf"):
        made += write_sheets(book, "checklist", out / "phieu-nhiem-vu" / format_, format_, each_agency=True)
    doubts = len(book.open_findings())
    no_deadline = sum(1 for task in book.tasks if not task.deadlines)
    click.echo(f"Kế hoạch mẫu: {plan_name(book.plan.title)}")
    click.echo(f"  {len(book.tasks)} nhiệm vụ, {len(book.working_agencies())} cơ quan và nhóm cơ quan, "
               f"{len(book.tasks) - no_deadline} nhiệm vụ có thời hạn, {doubts} chỗ cần xem")
    click.echo(f"Đã ghi {len(made)} tệp vào {out.resolve()}:")
    click.echo("  phancong.db              cơ sở dữ liệu (mở bằng: main.py --db …)")
    click.echo("  phu-luc-phan-cong.*      phụ lục phân công nhiệm vụ (xlsx, pdf, docx)")
    click.echo("  ma-tran-phan-cong.*      ma trận cơ quan × nhiệm vụ")
    click.echo("  tong-hop.*               bảng tổng hợp theo cơ quan")
    click.echo("  phieu-nhiem-vu/          phiếu nhiệm vụ của từng cơ quan (xlsx, pdf)")


# ---------------------------------------------------------------- helpers


def _open(db: Path | None, *, must_exist: bool = False) -> Workspace:
    from ui.workspace import Workspace

    if must_exist and db is not None and not db.exists():
        raise UserError(f"Không có cơ sở dữ liệu “{db}”.", "Hãy kiểm tra đường dẫn sau --db, hoặc nhập kế hoạch trước bằng lệnh import.")
    return Workspace.open(db)


def write_sheets(book: Book, sheet: str, target: Path, format_: str | None, *, agency: str | None = None,
                 each_agency: bool = False) -> list[Path]:
    from core.sheets.export import export as export_sheets

    if format_ is None and not each_agency and target.suffix.lower().lstrip(".") not in FORMATS:
        raise UserError(f"Không rõ định dạng của “{target.name}”.", "Hãy đặt đuôi .xlsx, .pdf hoặc .docx, hay thêm --format.")
    one_file = each_agency and target.suffix.lower().lstrip(".") in FORMATS and not target.is_dir()
    return export_sheets(book, sheet, target, format=format_ or ("xlsx" if each_agency and not one_file else None), agency=agency,
                         each_agency=each_agency, bundle="file" if one_file else "folder")


def _agency_of(workspace: Workspace, book: Book, name: str) -> str:
    """The id of the agency with work in this plan that the person means."""
    from core.fold import words

    working = book.working_agencies()
    wanted = words(name)
    for agency in working:
        if wanted in (words(n) for n in (agency.name, agency.short, *agency.aliases)):
            return agency.id
    match = workspace.directory().find(name, province=book.plan.province, on=book.plan.date).agency
    if match is not None and any(a.id == match.id for a in working):
        return match.id
    near = [a.name for a in working if wanted in words(a.name)][:3] or [a.name for a in working][:5]
    raise UserError(f"Trong kế hoạch này không có cơ quan “{name}”.", f"Có: {'; '.join(near)}…")


def _make_folder(folder: Path) -> None:
    from core.errors import CannotWrite

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"Không tạo được thư mục “{folder}”.", "Hãy chọn nơi khác mà bạn có quyền ghi.") from error


def _usage_message(error: click.UsageError) -> str:
    """What click says in English, in Vietnamese and on one line."""
    command = error.ctx.command_path if error.ctx else "main.py"
    hint = f"Xem: {command} --help"
    match error:
        case click.NoSuchOption():
            return f"Không có tuỳ chọn “{error.option_name}”. {hint}"
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            label = error.param.opts[0] if isinstance(error.param, click.Option) else name
            return f"Thiếu {label}. {hint}"
        case click.BadParameter():
            label = error.param.opts[0] if isinstance(error.param, click.Option) else ""
            choices = f" Chọn một trong: {', '.join(error.param.type.choices)}." \
                if error.param and isinstance(error.param.type, click.Choice) else ""
            return f"Giá trị của {label} không hợp lệ.{choices} {hint}"
        case _:
            return f"Lệnh chưa đúng ({error.format_message()}). {hint}"


def _refuse(message: str) -> int:
    """One line on standard error; the exit code of a person's mistake."""
    click.echo(" ".join(message.split()), err=True)
    return 2


def run(arguments: list[str]) -> int:
    """Run one command; the exit code. UTF-8 on both outputs, whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli.main(arguments, standalone_mode=False)
    except UserError as error:
        return _refuse(str(error))
    except click.UsageError as error:
        return _refuse(_usage_message(error))
    except (click.Abort, KeyboardInterrupt):
        return _refuse("Đã dừng.")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0
