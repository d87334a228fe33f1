"""What a plan is called: a decision "Về việc ban hành Kế hoạch …" brings the plan "Kế hoạch …".

Imported at every start, for the list of plans: nothing here needs another module.
"""
from __future__ import annotations

_ABOUT = ("về việc ", "v/v ")
_VERBS = ("ban hành ", "phê duyệt ")
KINDS = ("kế hoạch", "chương trình", "đề án", "phương án", "chiến lược", "dự án", "quy chế", "quy định")


def plan_name(title: str) -> str:
    """The name in lists and on sheets for the abstract of the document; that of any other document as it is, with a capital letter."""
    found = title.strip()
    for openers in (_ABOUT, _VERBS):
        cut = next((len(words) for words in openers if found[:len(words)].lower() == words), 0)
        if openers is _VERBS and cut and found[cut:].lower().startswith(KINDS):
            title = found[cut:]
        found = found[cut:].lstrip()
    title = title.strip()
    return title[:1].upper() + title[1:]
