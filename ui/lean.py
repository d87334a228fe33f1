"""PySide6 without what only its error messages need: saves a third of the start of an empty window.

At every start PySide unpacks and compiles a package of its own, 3,600 lines that describe the signatures of all functions, and then reads
the source of each module imported afterwards, looking for ``from __feature__``. The first is needed once a call has wrong arguments, the
second never. PySide looks for that package in a folder "files.dir" beside shiboken6 before it unpacks it; here it is shown the small one in
resources/qt, which fetches PySide's own when it is asked (tests/ui/test_lean.py). Only for the version in which this was tried.
"""
from __future__ import annotations

import importlib.util
import os
import sys
from typing import Any

TRIED = ("6.11.3",)
FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "resources", "qt")


def prepare() -> bool:
    """Call before the first import of PySide6; whether it will start lean."""
    if "shiboken6" in sys.modules or os.environ.get("SBK_EMBED") or not os.path.isdir(os.path.join(FOLDER, "files.dir")):
        return False  # SBK_EMBED is PySide's own switch of that folder
    spec = importlib.util.find_spec("shiboken6")
    loader: Any = spec.loader if spec is not None else None
    code = loader.get_code("shiboken6") if hasattr(loader, "get_code") else None
    if spec is None or code is None or not any(version in code.co_consts for version in TRIED):
        return False
    module = importlib.util.module_from_spec(spec)
    module.__file__ = os.path.join(FOLDER, "shiboken6")  # PySide looks beside this name
    sys.modules["shiboken6"] = module
    try:
        exec(code, vars(module))
    except BaseException:
        del sys.modules["shiboken6"]
        raise
    module.__file__ = spec.origin
    return True
