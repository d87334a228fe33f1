"""The measure of a reading against a gold plan: tasks, leads, coops, deadlines, rows - and whether doubts stand where rows are wrong.

The same definitions as the house's gold guide: tasks are paired by the overlap of their word pairs, then (task, agency)
pairs are compared; collective phrases by the groups that they cover.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from core.fold import words

Task = dict[str, Any]
Bag = Counter[tuple[str, ...]]

_SHORT = [
    (re.compile(p), full)
    for p, full in (
        (r"\bubnd\b", "uy ban nhan dan"),
        (r"\bbql\b", "ban quan ly"),
        (r"\bkkt\b", "khu kinh te"),
        (r"\bhdnd\b", "hoi dong nhan dan"),
        (r"\bmttq(?:vn)?\b", "mat tran to quoc"),
        (r"\btp\b", "thanh pho"),
        (r"\bkh dt\b|\bkhdt\b", "ke hoach va dau tu"),
        (r"\btn mt\b|\btnmt\b", "tai nguyen va moi truong"),
        (r"\bnn ptnt\b|\bnn va ptnt\b", "nong nghiep va phat trien nong thon"),
        (r"\bldtbxh\b|\bldtb xh\b|\bld tbxh\b", "lao dong thuong binh va xa hoi"),
        (r"\btttt\b|\btt tt\b", "thong tin va truyen thong"),
        (r"\bgtvt\b", "giao thong van tai"),
        (r"\bgddt\b|\bgd dt\b", "giao duc va dao tao"),
        (r"\bkhcn\b|\bkh cn\b", "khoa hoc va cong nghe"),
        (r"\bvhtt\b", "van hoa va the thao"),
    )
]
_TAILS = re.compile(
    r"(?: (?:co lien quan|lien quan|tren dia ban(?: tinh| thanh pho)?|cua tinh|cap tinh|thuoc tinh|tinh|thanh pho|trong tinh))+$"
)
_GROUPS = [
    (token, re.compile(p))
    for token, p in (
        ("@nganh", r"(?<!co )(?<!tru )\bso\b(?! lieu)|\bnganh\b|\bbo\b"),
        ("@diaphuong", r"\bdia phuong\b|\bhuyen\b|\bthi xa\b|\bxa\b(?! hoi)|\bphuong\b|\bdac khu\b|\bcac (?:tinh|thanh pho)\b"),
        ("@coquan", r"\bco quan\b|\bdon vi\b|\bto chuc\b"),
        ("@doanthe", r"\bdoan the\b|\bhoi\b"),
    )
]
_COLLECTIVE = re.compile(
    r"^(?:tat ca |toan the )?(?:cac\b|nhung\b|cap\b)|^uy ban nhan dan (?:cac|cap|huyen thi xa|xa phuong|phuong xa)\b"
    r"|^(?:so|bo)(?: ban)?(?: nganh)+\b|^so$|^(?:ban )?nganh\b|^dia phuong\b|^don vi\b|^co quan\b"
)


def agencies(phrase: str) -> set[str]:
    """What a written name stands for: one body, or the groups that a collective phrase covers."""
    name = words(phrase)
    for pattern, full in _SHORT:
        name = pattern.sub(full, name)
    if _COLLECTIVE.match(name):
        groups = {token for token, pattern in _GROUPS if pattern.search(name)}
        if groups:
            return groups
    name = re.sub(r"^(?:cac|nhung) ", "", name)
    bare = _TAILS.sub("", name)
    name = bare if len(bare.split()) >= 2 else name
    return {name} if name else set()


def _all(phrases: list[str]) -> set[str]:
    return set().union(*map(agencies, phrases)) if phrases else set()


def _bag(text: str) -> Bag:
    parts = words(text).split()
    return Counter(pairwise(parts)) if len(parts) > 1 else Counter([(part,) for part in parts])


def _overlap(a: Bag, b: Bag) -> float:
    union = sum((a | b).values())
    return sum((a & b).values()) / union if union else 0.0


def pair(predicted: list[Task], gold: list[Task], floor: float = 0.5) -> tuple[dict[int, int], dict[int, float]]:
    """Gold index → predicted index, one to one, best first; and the overlap of each pair."""
    bags = [_bag(task["text"]) for task in predicted]
    scored = []
    for g, task in enumerate(gold):
        forms = [_bag(task["text"])] + ([_bag(task["core_text"])] if task.get("core_text") else [])
        for p, bag in enumerate(bags):
            value = max(_overlap(form, bag) for form in forms)
            if value >= floor:
                scored.append((value, g, p))
    pairs: dict[int, int] = {}
    overlaps: dict[int, float] = {}
    used: set[int] = set()
    for value, g, p in sorted(scored, key=lambda row: -row[0]):
        if g not in pairs and p not in used:
            pairs[g], overlaps[g] = p, value
            used.add(p)
    return pairs, overlaps


@dataclass(slots=True)
class Tally:
    """Hits among what was given and what was wanted."""

    hit: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        if not self.given and not self.wanted:
            return 1.0
        return 2 * self.hit / (self.given + self.wanted)


@dataclass(slots=True)
class Score:
    """The figures of one plan. ``wrong``/``right`` count predicted rows, ``wrong_flagged``/``right_flagged`` those with doubts."""

    tasks: Tally = field(default_factory=Tally)
    leads: Tally = field(default_factory=Tally)
    coops: Tally = field(default_factory=Tally)
    deadlines: Tally = field(default_factory=Tally)
    rows_right: int = 0
    rows: int = 0
    wrong: int = 0
    wrong_flagged: int = 0
    right: int = 0
    right_flagged: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def rows_share(self) -> float:
        return self.rows_right / self.rows if self.rows else 1.0


def score(predicted: list[Task], gold: list[Task]) -> Score:
    """Compares; gold tasks marked optional are neither demanded nor punished."""
    out = Score()
    pairs, overlaps = pair(predicted, gold)
    optional = {pairs[g] for g, task in enumerate(gold) if task.get("optional") and g in pairs}
    demanded = [g for g, task in enumerate(gold) if not task.get("optional")]
    taken = {p: g for g, p in pairs.items()}
    counted = [p for p in range(len(predicted)) if p not in optional]
    hits = [g for g in demanded if g in pairs]
    out.tasks = Tally(len(hits), len(counted), len(demanded))
    wrong = {g: overlaps[g] < 0.9 for g in hits}
    for g in hits:
        if wrong[g]:
            out.misses.append(
                f"TEXT {overlaps[g]:.2f}  {gold[g]['text'][:60]} … {gold[g]['text'][-40:]}  |READ| {predicted[pairs[g]]['text'][:60]} … "
                f"{predicted[pairs[g]]['text'][-40:]}"
            )
    out.misses += [f"MISSED task  {gold[g]['text'][:100]}" for g in demanded if g not in pairs]
    out.misses += [f"EXTRA task   {predicted[p]['text'][:100]}" for p in counted if p not in taken]
    for role, tally in (("leads", out.leads), ("coops", out.coops)):
        _roles(role, tally, predicted, gold, pairs, demanded, wrong, out.misses)
        tally.given += sum(len(_all(predicted[p][role])) for p in counted if p not in taken)
    _deadlines(out, predicted, gold, pairs, demanded, [p for p in counted if p not in taken])
    out.rows, out.rows_right = len(demanded), sum(1 for g in demanded if g in wrong and not wrong[g])
    for p in counted:
        bad = p not in taken or wrong[taken[p]]
        flagged = bool(predicted[p].get("doubts"))
        out.wrong, out.right = out.wrong + bad, out.right + (not bad)
        out.wrong_flagged, out.right_flagged = out.wrong_flagged + (bad and flagged), out.right_flagged + (flagged and not bad)
        if bad and not flagged:
            out.misses.append(f"UNFLAGGED    {predicted[p]['text'][:100]}")
        if flagged and not bad:
            out.misses.append(f"NEEDLESS     {predicted[p]['doubts']}  {predicted[p]['text'][:60]}")
    return out


def _roles(
    role: str,
    tally: Tally,
    predicted: list[Task],
    gold: list[Task],
    pairs: dict[int, int],
    demanded: list[int],
    wrong: dict[int, bool],
    misses: list[str],
) -> None:
    for g in demanded:
        want = _all(gold[g][role])
        tally.wanted += len(want)
        if g not in pairs:
            continue
        have = _all(predicted[pairs[g]][role])
        tally.given += len(have)
        tally.hit += len(want & have)
        if want != have:
            wrong[g] = True
            misses.append(f"{role.upper():6} missing {sorted(want - have)} extra {sorted(have - want)}: {gold[g]['text'][:90]}")


def _deadlines(out: Score, predicted: list[Task], gold: list[Task], pairs: dict[int, int], demanded: list[int], extra: list[int]) -> None:
    want = {g for g in demanded if gold[g].get("deadlines")}
    have = {g for g in demanded if g in pairs and predicted[pairs[g]].get("deadlines")}
    out.deadlines = Tally(len(want & have), len(have) + sum(1 for p in extra if predicted[p].get("deadlines")), len(want))
    out.misses += [f"DEADLINE missing {[d['text'] for d in gold[g]['deadlines']]}: {gold[g]['text'][:90]}" for g in sorted(want - have)]
    out.misses += [
        f"DEADLINE extra {[d['text'] for d in predicted[pairs[g]]['deadlines']]}: {gold[g]['text'][:90]}" for g in sorted(have - want)
    ]
