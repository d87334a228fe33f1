"""Old Word files (.doc): LibreOffice or Word, where present, keeps numbers and tables; else its text, tables and notes are read here."""
from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

from core.errors import MissingPart, UnreadableFile, UserError
from core.model import PlanText
from core.reading.build import Counter, Piece, Progress, RawNote, assemble, foreign
from core.reading.files import MOST_BYTES
from core.reading.package import locked

PATIENCE = 90.0  # seconds that a conversion may take
WORD = "Word.Application"
# macros off (3), no questions, nothing added to the list of recent files; 16 is .docx. The paths come by the environment: no quoting.
_BY_WORD = ("$w = New-Object -ComObject Word.Application; try { $w.Visible = $false; $w.DisplayAlerts = 0; $w.AutomationSecurity = 3; "
            "$d = $w.Documents.Open($env:PHANCONG_SOURCE, $false, $true, $false); $d.SaveAs2($env:PHANCONG_TARGET, 16); $d.Close($false) } "
            "finally { $w.Quit() }")
_MISSING = "Phần đọc tệp .doc chưa được cài đặt."
_HOW = "Hãy cài bằng lệnh: pip install \"legacy-doc>=0.2.1\" rồi mở lại chương trình; hoặc mở bằng Word và lưu thành .docx."


def read_doc(data: bytes, progress: Progress | None = None, *, converter: str | None = "find") -> PlanText:
    """The text of a .doc file. ``converter``: LibreOffice's program or WORD, "find" looks for one, None goes without.

    Raises UnreadableFile, MissingPart.
    """
    program = find_converter() if converter == "find" else converter
    if program:
        converted = convert(data, program, progress)
        if converted is not None:
            from dataclasses import replace

            from core.reading.from_docx import read_docx

            try:
                return replace(read_docx(converted, progress), kind="doc")
            except UserError as error:
                if not isinstance(error, UnreadableFile):
                    raise
    return _words(data)


def _words(data: bytes) -> PlanText:
    try:
        import legacy_doc
    except ImportError as error:
        raise MissingPart(_MISSING, _HOW) from error
    counter = Counter()
    counter.add("no-numbers")
    try:
        pieces, notes = _binary(data)
    except _BROKEN:
        pieces, notes = [], []
    if not pieces:  # Word 6 and 95, and files that only the words can be saved of
        try:
            text = legacy_doc.extract_text(data).text
        except Exception as error:  # the package raises its own errors, struct.error, IndexError … for broken files
            raise _trouble(error) from error
        pieces = [Piece(line) for line in re.split("\r\n|[\r\n\x07\x0b\x0c]", foreign(str(text)))]
    return assemble(pieces, kind="doc", notes=notes, counter=counter)


_BROKEN = (ValueError, IndexError, struct.error, KeyError, OverflowError, MemoryError)


def _binary(data: bytes) -> tuple[list[Piece], list[RawNote]]:
    from legacy_doc.exceptions import LegacyDocError
    from legacy_doc.ole import OleReader
    from legacy_doc.types import ExtractionOptions

    from core.reading.doc_binary import BinaryWord

    try:
        container = OleReader(data, options=ExtractionOptions(max_file_bytes=MOST_BYTES))
        word = container.read_stream("WordDocument")
        flags = struct.unpack_from("<H", word, 0x0A)[0]
        table = container.read_stream("1Table" if flags & 0x0200 else "0Table")
    except LegacyDocError as error:
        raise ValueError(str(error)) from error
    if flags & 0x0100:
        raise locked("Tệp .doc")
    return BinaryWord(word, table).read()


def _trouble(error: Exception) -> UnreadableFile:
    if "encrypt" in str(error).lower() or "password" in str(error).lower():
        return locked("Tệp .doc")
    return UnreadableFile("Tệp .doc bị hỏng hoặc chưa tải về hết nên không đọc được.",
                          "Hãy mở thử bằng Word, lưu thành .docx rồi nhập lại.")


# ---------------------------------------------------------------- LibreOffice


def find_converter() -> str | None:
    """LibreOffice's program on this machine, else WORD where Word is installed (Windows), else None."""
    names = ["soffice", "libreoffice"]
    places: list[Path] = []
    if sys.platform == "win32":
        names = ["soffice.com", "soffice.exe"]
        for variable in ("ProgramFiles", "ProgramFiles(x86)"):
            if os.environ.get(variable):
                places.append(Path(os.environ[variable]) / "LibreOffice" / "program" / "soffice.com")
    elif sys.platform == "darwin":
        places.append(Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    office = next((str(place) for place in places if place.is_file()), None)
    return office or (WORD if _has_word() else None)


def _has_word() -> bool:
    if os.name != "nt":
        return False
    winreg = import_module("winreg")
    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, WORD))
    except OSError:
        return False
    return True


def _command(program: str, source: Path, folder: Path) -> list[str]:
    if program == WORD:
        return ["powershell", "-NoProfile", "-NonInteractive", "-Command", _BY_WORD]
    return [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--convert-to", "docx",
            "--outdir", str(folder), str(source)]


def convert(data: bytes, program: str, progress: Progress | None) -> bytes | None:
    """A .docx made by LibreOffice (with a profile of its own) or Word out of a .doc; None where that fails.

    Cancelling ends the program too.
    """
    with tempfile.TemporaryDirectory(prefix="phancong-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "plan.doc"
        source.write_bytes(data)
        made = source.with_suffix(".docx")
        paths = {"PHANCONG_SOURCE": str(source), "PHANCONG_TARGET": str(made)}
        flags = 0x08000000 if sys.platform == "win32" else 0  # no console window
        try:
            process = subprocess.Popen(_command(program, source, Path(folder)), env={**os.environ, **paths}, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, creationflags=flags)
        except OSError:
            return None
        try:
            _wait(process, progress)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
        return made.read_bytes() if made.is_file() and made.stat().st_size else None


def _wait(process: subprocess.Popen[bytes], progress: Progress | None) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        try:
            process.wait(timeout=0.2)
            return
        except subprocess.TimeoutExpired:
            if progress is not None:
                progress(min(0.6, 0.05 + (time.monotonic() - begun) / 20), "Đang chuyển tệp .doc…")
