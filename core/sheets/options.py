"""What the clerk chooses for a sheet; the window remembers it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.matrix import MatrixFilter
from core.sheets.layout import USUAL_MARGINS, Margins

NO_FILTER = MatrixFilter()


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column of the assignment sheet or the checklist. ``key`` as in ``columns_of``; an empty title or width 0 keeps the usual one."""

    key: str
    title: str = ""
    width: float = 0.0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the lines in capitals ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") and the name without titles."""

    lines: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """``landscape`` None: as is usual for the sheet. ``columns`` in the order wanted, empty: the usual ones. ``numbering`` is "through" or
    "section". ``appendix`` is the Roman number behind "Phụ lục" where there is more than one. ``agencies`` are the ids whose
    checklists are made (empty: all). ``empty_columns``: columns in which nothing stands are printed too. ``today`` decides what is late.
    ``place`` stands before the date over the signature. ``brief``: the matrix has the beginnings of long tasks only."""

    paper: str = "A4"
    landscape: bool | None = None
    margins: Margins = USUAL_MARGINS
    size: float = 12.0
    columns: tuple[ColumnChoice, ...] = ()
    empty_columns: bool = False
    numbering: str = "through"
    appendix: str = ""
    title: str = ""
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    place: str = ""
    agencies: tuple[str, ...] = ()
    motto: bool = True
    short_names: bool = False
    implied: bool = False
    brief: bool = False
    filter: MatrixFilter = NO_FILTER
    today: date | None = None
