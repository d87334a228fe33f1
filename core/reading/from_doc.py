"""Old Word files (.doc): LibreOffice, where it is present, keeps numbers and tables; else legacy-doc gives the words."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from core.errors import MissingPart, UnreadableFile, UserError
from core.model import PlanText
from core.reading.build import Counter, Piece, Progress, assemble, foreign
from core.reading.encodings import guess_set, to_unicode
from core.reading.package import locked

PATIENCE = 90.0  # seconds that a conversion may take
_MISSING = "Phần đọc tệp .doc chưa được cài đặt."
_HOW = "Hãy cài bằng lệnh: pip install \"legacy-doc>=0.2.1\" rồi mở lại chương trình; hoặc mở bằng Word và lưu thành .docx."


def read_doc(data: bytes, progress: Progress | None = None, *, converter: str | None = "find") -> PlanText:
    """The text of a .doc file. ``converter``: LibreOffice's program, "find" looks for it, None goes without.

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
    try:
        text = legacy_doc.extract_text(data).text
    except Exception as error:  # the package raises its own errors, struct.error, IndexError … for broken files
        if "encrypt" in str(error).lower() or "password" in str(error).lower():
            raise locked("Tệp .doc") from error
        raise UnreadableFile("Tệp .doc bị hỏng hoặc chưa tải về hết nên không đọc được.",
                             "Hãy mở thử bằng Word, lưu thành .docx rồi nhập lại.") from error
    counter = Counter()
    counter.add("no-numbers")
    text = foreign(str(text))
    letters = guess_set(text)
    if letters:
        text = to_unicode(text, letters)
        counter.add(letters, max(1, text.count("\n")))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n").replace("\x07", "\n").split("\n")
    return assemble([Piece(line) for line in lines], kind="doc", counter=counter)


# ---------------------------------------------------------------- LibreOffice


def find_converter() -> str | None:
    """LibreOffice's program on this machine, None where there is none."""
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
    return next((str(place) for place in places if place.is_file()), None)


def convert(data: bytes, program: str, progress: Progress | None) -> bytes | None:
    """A .docx made by LibreOffice out of a .doc, with a profile of its own; None where that fails. Cancelling ends the program too."""
    with tempfile.TemporaryDirectory(prefix="phancong-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "plan.doc"
        source.write_bytes(data)
        command = [program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless", "--norestore",
                   "--convert-to", "docx", "--outdir", folder, str(source)]
        flags = 0x08000000 if sys.platform == "win32" else 0  # no console window
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       creationflags=flags)
        except OSError:
            return None
        try:
            _wait(process, progress)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
        made = source.with_suffix(".docx")
        return made.read_bytes() if made.is_file() and made.stat().st_size else None


def _wait(process: subprocess.Popen[bytes], progress: Progress | None) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        try:
            process.wait(timeout=0.2)
            return
        except subprocess.TimeoutExpired:
            if progress is not None:
                progress(min(0.6, 0.05 + (time.monotonic() - begun) / 20), "LibreOffice đang chuyển tệp .doc…")
