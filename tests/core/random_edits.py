"""A person who does anything, in any order: random steps over a book, for the property tests of core and db."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random

from core import edits
from core.agencies import Directory
from core.book import Book
from core.delta import Delta
from core.model import (
    Agency,
    AgencyKind,
    Assignment,
    Deadline,
    Doubt,
    Draft,
    DraftTask,
    FindingKind,
    Mention,
    PlanInfo,
    Proposal,
    Role,
    Span,
)

NAMES = ("Sở Tài chính", "Sở Y tế", "Sở Nội vụ", "Công an tỉnh", "Sở Xây dựng", "UBND các xã, phường", "các sở, ban, ngành",
         "Đài Phát thanh")
WORDS = ("rà soát", "xây dựng", "đề án", "chuyển đổi số", "đầu tư công", "báo cáo", "tuyên truyền", "ủy ban", "quý III/2026")


def directory() -> Directory:
    known = [Agency(f"a{i}", name, short=name[:4], place=float(i)) for i, name in enumerate(NAMES[:5])]
    return Directory([*known, Agency("g1", "các sở, ban, ngành", kind=AgencyKind.GROUP)])


def sentence(chance: Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 6))).capitalize()


def draft(seed: int, tasks: int = 6) -> Draft:
    chance = Random(seed)
    made = []
    text = ""
    for number in range(tasks):
        start, words = len(text), sentence(chance)
        text += words + "\n"
        span = Span(start, start + len(words))
        leads = tuple(Mention(n, Role.LEAD, span) for n in chance.sample(NAMES, chance.randint(0, 2)))
        coops = tuple(Mention(n, Role.COOP) for n in chance.sample(NAMES, chance.randint(0, 3)))
        doubt = (Doubt(FindingKind.NO_LEAD, "Chưa rõ cơ quan chủ trì", span, (Proposal("keep", "", "Giữ"),)),) if not leads else ()
        due = (Deadline("trước 30/6/2026", date(2026, 6, 30), None, "", "", span),) if chance.random() < 0.5 else ()
        product = chance.choice((None, "Báo cáo"))
        made.append(DraftTask(("II", str(number)), words, span, ("II. NHIỆM VỤ",), leads, coops, due, product, doubt))
    return Draft(PlanInfo(f"{seed}/KH-UBND", date(2026, 1, 2), f"Kế hoạch {seed}"), text, tuple(made),
                 (Doubt(FindingKind.NOTE, "Xem lại trích yếu"),))


AllOf = Callable[[Sequence[str]], Sequence[Assignment]]


def step(book: Book, chance: Random, assignments_of: AllOf | None = None) -> Delta:
    """One edit of any kind; it may turn out to change nothing. ``assignments_of`` knows the work of agencies in all plans."""
    known = directory()
    tasks = book.tasks
    agencies = sorted(book.agencies)
    groups = sorted(i for i, a in book.agencies.items() if a.kind is AgencyKind.GROUP)
    plain = sorted(i for i, a in book.agencies.items() if a.kind is not AgencyKind.GROUP)
    any_task = chance.choice(tasks).id if tasks else None
    choices = [lambda: edits.add_task(book, sentence(chance), after=any_task)[1],
               lambda: edits.edit_plan(book, note=sentence(chance)),
               lambda: edits.edit_agency(book, chance.choice(agencies), short=sentence(chance)[:9]),
               lambda: edits.order_agencies(book, chance.sample(agencies, len(agencies))),
               lambda: edits.accept_plan(book) if chance.random() < 0.5 else edits.reopen_plan(book)]
    if groups and plain:
        choices.append(lambda: edits.set_members(book, chance.choice(groups), chance.sample(plain, chance.randint(0, len(plain)))))
    if len(plain) > 3:
        choices.append(lambda: _merge(book, chance.sample(plain, 2), assignments_of))
    if any_task is not None:
        choices += 2 * _task_steps(book, chance, any_task, agencies, known)
    if book.findings:
        some = chance.choice(sorted(book.findings))
        choices.append(lambda: edits.settle(book, [some, some], settled=chance.random() < 0.7))
    return chance.choice(choices)()


def _merge(book: Book, two: list[str], assignments_of: AllOf | None) -> Delta:
    return edits.merge_agencies(book, *two, assignments=None if assignments_of is None else assignments_of(two))


def _task_steps(book: Book, chance: Random, task_id: str, agencies: list[str], known: Directory) -> list:  # type: ignore[type-arg]
    tasks = [t.id for t in book.tasks]
    return [
        lambda: edits.set_role(book, [(task_id, chance.choice(agencies)) for _ in range(3)], chance.choice((*Role, None))),
        lambda: edits.set_lead(book, task_id, chance.choice(agencies)),
        lambda: edits.write_roles(book, task_id, chance.sample(NAMES, 2), [*chance.sample(NAMES, 2), f"Hội {chance.randint(1, 4)}"], known),
        lambda: edits.assign(book, task_id, chance.choice((*NAMES, "Hội Nông dân")), chance.choice(tuple(Role)), known),
        lambda: edits.edit_task(book, task_id, text=sentence(chance), note=sentence(chance)),
        lambda: edits.edit_task(book, task_id, done=chance.choice((None, date(2026, 5, 4)))),
        lambda: edits.edit_task(book, task_id, deadlines=(Deadline("quý III", None, date(2026, 9, 30), "hết quý", ""),)),
        lambda: edits.delete_tasks(book, chance.sample(tasks, min(len(tasks), chance.randint(1, 2)))),
        lambda: edits.move_task(book, task_id, after=chance.choice((None, *tasks))),
        lambda: edits.split_task(book, task_id, chance.randint(0, 20)),
        lambda: edits.merge_tasks(book, chance.sample(tasks, min(len(tasks), 2))),
        lambda: edits.spread_group(book, [task_id], chance.choice(agencies)),
    ]
