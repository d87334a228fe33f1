"""The values that walk through the program: the plan's text, the draft read out of it, and the records of the book.

Everything here is frozen: a stage returns a new value, a change is a ``Delta`` (core/delta.py) of records before and after.
Spans count characters (code points, not bytes) in ``PlanText.text``.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from enum import StrEnum


class Role(StrEnum):
    """What an agency does in a task: chủ trì (lead) or phối hợp (coop)."""

    LEAD = "lead"
    COOP = "coop"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters [start, end) in ``PlanText.text``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start:self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is a place too, unlike None


# ---------------------------------------------------------------- stage 1: file → text


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a paragraph lies in a table. ``table`` counts the tables of the document from 0, ``row`` and ``column`` the grid
    from 0; a merged cell stands once, at its top left, with the rows and columns that it covers."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the reader of the document sees it, with its list number inside the text ("2.10. Sở Y tế …").

    ``label`` is the automatic number of Word or the bullet ("II.", "đ)", "-") when the format told us; the text begins with
    it either way. ``span`` leaves out the line break behind the paragraph. ``page`` counts from 1, None when the format has no pages.
    """

    span: Span
    label: str = ""
    level: int | None = None
    page: int | None = None
    cell: CellPlace | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, kept apart from the text. ``anchor`` is the offset in ``PlanText.text`` where its mark stood."""

    mark: str
    text: str
    anchor: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """What the reader changed on the way: ``kind`` is a word of core/reading (e.g. "tcvn3", "nfc", "page-number"), ``count`` how
    often, ``message`` a Vietnamese sentence for the clerk; ``before`` and ``after`` an example, where letters were changed."""

    kind: str
    count: int
    message: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PlanText:
    """The text of a plan, NFC, paragraphs joined by one line break. ``text[p.span.start:p.span.end]`` is paragraph p.

    ``kind`` is the format read ("docx", "pdf", "scan", "txt" …), ``pages`` the number of pages where the format has them,
    ``unsure`` the words that OCR was not sure of.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    kind: str = "txt"
    pages: int | None = None
    notes: tuple[Note, ...] = ()
    repairs: tuple[Repair, ...] = ()
    unsure: tuple[Span, ...] = ()


# ---------------------------------------------------------------- stages 2-4: text → draft


@dataclass(frozen=True, slots=True)
class PlanInfo:
    """What the document says of itself. ``province`` is the place that "tỉnh" or "thành phố" stands for ("tỉnh Sơn La").

    ``by_chairman``: a decision, directive or telegram of the Chairman himself, which is cited so, under the letterhead of ``issuer``.
    """

    number: str | None = None
    date: Day | None = None
    title: str = ""
    issuer: str | None = None
    signer: str | None = None
    kind: str | None = None
    province: str | None = None
    recipients: tuple[str, ...] = ()
    by_chairman: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency or a collective phrase as the plan writes it, and the place that says so (None where no one place does)."""

    name: str
    role: Role
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words that bind a task in time, and what they mean.

    ``date`` is set only where the text gives a full calendar date. ``due`` is the last day that the words allow where a rule can
    tell (quý III/2024 → 2024-09-30), and ``rule`` names that rule in Vietnamese for the clerk; ``recurs`` is "", "month",
    "quarter", "half", "year", "week" …
    """

    text: str
    date: Day | None = None
    due: Day | None = None
    rule: str = ""
    recurs: str = ""
    span: Span | None = None


class FindingKind(StrEnum):
    """Why a person should look. The messages are Vietnamese sentences made by the stage that found it."""

    NO_LEAD = "no-lead"
    MANY_LEADS = "many-leads"
    UNKNOWN_AGENCY = "unknown-agency"
    NEAR_AGENCY = "near-agency"
    UNASSIGNED_AGENCY = "unassigned-agency"
    ROLE_WITHOUT_AGENCY = "role-without-agency"
    NUMBERING = "numbering"
    LONG_TASK = "long-task"
    SHORT_TASK = "short-task"
    UNREAD_DEADLINE = "unread-deadline"
    MISSED_TEXT = "missed-text"
    INHERITED = "inherited"
    SCAN = "scan"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One repair a person may choose. ``action`` is a word of core/edits.py ("keep", "lead", "coop", "drop-agency", "rename",
    "not-task", "add-task"), ``value`` its argument (an agency's name, mostly), ``label`` what the button says in Vietnamese."""

    action: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reading is not sure of, with its place in the text and the repairs it proposes (best first)."""

    kind: FindingKind
    message: str
    span: Span | None = None
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftTask:
    """One task as read. ``path`` is the outline path ("II", "2", "b"), ``section`` the headings above it, outermost first."""

    path: tuple[str, ...]
    text: str
    span: Span
    section: tuple[str, ...] = ()
    leads: tuple[Mention, ...] = ()
    coops: tuple[Mention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    deliverable: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was read out of one plan. ``doubts`` are those that belong to no task."""

    info: PlanInfo
    text: str
    tasks: tuple[DraftTask, ...]
    doubts: tuple[Doubt, ...] = ()


# ---------------------------------------------------------------- the book: records that are stored
# Ids are 16 random hex digits (core.ids): they stay the same when work is handed from one machine to another.


class PlanStatus(StrEnum):
    REVIEW = "review"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Plan:
    """A stored plan. ``source`` finds what was read from its file (core.stored_text.key_of_source; in older databases the SHA-256 of
    the file itself); ``imported`` is an ISO local time."""

    id: str
    title: str
    number: str | None = None
    date: Day | None = None
    issuer: str | None = None
    signer: str | None = None
    kind: str | None = None
    province: str | None = None
    recipients: tuple[str, ...] = ()
    status: PlanStatus = PlanStatus.REVIEW
    source: str | None = None
    source_name: str = ""
    imported: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A stored task. ``place`` orders the tasks of a plan (a float: a task goes between two others without renumbering).

    ``due`` is the earliest binding day of its deadlines, kept beside them for sorting and filters. The state of a task ("quá hạn" …)
    is never stored: it follows from due, done, paused and today.
    """

    id: str
    plan: str
    place: float
    text: str
    path: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    span: Span | None = None
    deadlines: tuple[Deadline, ...] = ()
    due: Day | None = None
    deliverable: str = ""
    note: str = ""
    done: Day | None = None
    paused: bool = False
    checked: bool = False


class AgencyKind(StrEnum):
    PROVINCIAL = "provincial"
    CENTRAL = "central"
    VERTICAL = "vertical"
    LOCAL = "local"
    PARTY = "party"
    MASS = "mass"
    COMPANY = "company"
    SCHOOL = "school"
    OTHER = "other"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the directory, or a group (kind GROUP) that a collective phrase stands for.

    ``valid_from`` and ``valid_to`` bound the time in which a body of this name exists; ``successors`` are names.
    ``place`` is the clerk's own order of columns. ``known`` is False where the reading made it out of a name it did not know.
    """

    id: str
    name: str
    short: str = ""
    kind: AgencyKind = AgencyKind.OTHER
    aliases: tuple[str, ...] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None
    successors: tuple[str, ...] = ()
    place: float = 0.0
    known: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """Agency ``agency`` is a member of group ``group``."""

    group: str
    agency: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """The role of one agency in one task; ``written`` is the name as the plan has it, ``span`` the place that says so.

    ``place`` orders the agencies of a task as the plan names them; equal places keep the order in which they came.
    """

    task: str
    agency: str
    role: Role
    written: str = ""
    span: Span | None = None
    place: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A stored doubt of a plan, open until a person has settled it."""

    id: str
    plan: str
    task: str | None
    kind: FindingKind
    message: str
    span: Span | None = None
    proposals: tuple[Proposal, ...] = ()
    settled: bool = False


Record = Plan | Task | Agency | Membership | Assignment | Finding


@dataclass(frozen=True, slots=True)
class Source:
    """The original file of a plan with what was read from it; immutable. ``sha`` is the SHA-256 of the file's bytes."""

    sha: str
    name: str
    data: bytes = field(repr=False)
    text: PlanText = field(repr=False)
