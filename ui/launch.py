"""How the window is asked for: `main.py [--lang vi|en] [--db FILE] [PLAN ...]`; says in one line what is wrong with the request."""
from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

USAGE = "Cách dùng: main.py [--lang vi|en] [--db TỆP] [KẾ HOẠCH...]; xem thêm: main.py --help"


class Request:
    """``db`` None means the database in the user's data folder; ``plans`` are files to import at once."""

    def __init__(self) -> None:
        self.lang: str | None = None
        self.db: Path | None = None
        self.plans: list[Path] = []


class BadRequest(ValueError):
    """The message is one Vietnamese line."""


def parse(arguments: list[str]) -> Request:
    request = Request()
    rest = iter(arguments)
    for word in rest:
        name, _, value = word.partition("=")
        if name in ("--lang", "--db"):
            value = value or next(rest, "")
            if not value:
                raise BadRequest(f"Thiếu giá trị sau {name}. {USAGE}")
            if name == "--db":
                request.db = Path(value)
            elif value in ("vi", "en"):
                request.lang = value
            else:
                raise BadRequest(f"Không có ngôn ngữ “{value}”: chỉ có vi và en.")
        elif word.startswith("-"):
            raise BadRequest(f"Không có tuỳ chọn “{word}”. {USAGE}")
        else:
            path = Path(word)
            if not path.exists():
                raise BadRequest(f"Không có lệnh hay tệp nào tên “{word}”. {USAGE}")
            request.plans.append(path)
    return request


def has_display() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hasten() -> None:
    """What makes the start quick, before anything of Qt is imported."""
    from ui import lean

    gc.disable()  # until the window stands (ui/app.py): what is imported at start stays anyway
    lean.prepare()


def launch(arguments: list[str]) -> int:
    try:
        request = parse(arguments)
    except BadRequest as error:
        print(error, file=sys.stderr)
        return 2
    if not has_display():
        print("Máy này không có màn hình để mở cửa sổ. Hãy dùng các lệnh: main.py --help, hoặc chạy thử: main.py demo", file=sys.stderr)
        return 2
    hasten()
    from ui.app import run

    return run(sys.argv[:1], db=request.db, lang=request.lang, plans=request.plans)
