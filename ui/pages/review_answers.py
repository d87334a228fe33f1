"""From the finding at hand to its step: an answer of the strip, agencies that were named, several places left as they are."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core import proposals
from core.book import Book
from core.delta import Delta
from core.model import Finding, Proposal, Role
from core.named import ABOUT_LEAD, ABOUT_NAME, left_out, name_agencies
from ui.models.findings import FindingRole

if TYPE_CHECKING:
    from ui.pages.review import ReviewPage

MOST_NAMED = 4  # names of the sentence that are offered at once: two answers each, and digits end at nine


class ReviewAnswers:
    """Works on ``page.at_hand()``. Before an answer about roles closes a finding, it says which names of the sentence are left over."""

    def __init__(self, page: ReviewPage) -> None:
        self.page = page

    @staticmethod
    def tr(text: str) -> str:
        return QCoreApplication.translate("ReviewAnswers", text)

    def answer(self, proposal: Proposal) -> None:
        """Do what the proposal says and go on to the next finding."""
        picked, finding, book = self.page.queue.picked, self.page.at_hand(), self.page.book
        if book is None or finding is None:
            return
        if proposal.action in ("take-lead", "take-coop"):
            picked.add(proposal.value, Role.LEAD if proposal.action == "take-lead" else Role.COOP)
            self.name(picked.leads(), picked.coops(), sure=False)
        elif proposal.action == "as-picked":
            self.name(picked.leads(), picked.coops(), sure=True)
        elif finding.kind in ABOUT_LEAD and proposal.action in ("lead", "coop"):
            role = Role.LEAD if proposal.action == "lead" else Role.COOP
            delta = proposals.answer(book, finding, proposal, self.page.session.workspace.directory())
            if picked.empty() and not self._left(book, finding, delta):
                self._settle(delta)
                return
            picked.add(proposal.value, role)
            self.name(picked.leads(), picked.coops(), sure=False)
        else:
            self._settle(proposals.answer(book, finding, proposal, self.page.session.workspace.directory()))

    def name(self, leads: list[str], coops: list[str], *, sure: bool | None = None) -> None:
        """Agencies named instead of a proposal: who leads and cooperates, or what the unknown name means. ``sure``: without asking for the
        rest of the sentence (None: that has been asked already)."""
        sure = self.page.queue.resting if sure is None else sure
        finding, book = self.page.at_hand(), self.page.book
        if book is None or finding is None:
            return
        delta = name_agencies(book, finding, leads, coops, self.page.session.workspace.directory())
        missing = [] if sure or finding.kind in ABOUT_NAME else self._left(book, finding, delta)
        if missing:
            self._ask(finding, missing)
        else:
            self._settle(delta)
            self.page.lists.focus_list()

    def _left(self, book: Book, finding: Finding, delta: Delta) -> list[str]:
        return left_out(book, finding, delta, self.page.session.workspace.directory())

    def _ask(self, finding: Finding, missing: list[str]) -> None:
        """The sentence names more than was taken: that is said before the finding closes, and each can be taken along."""
        words = self.tr("Câu còn nêu: {}. Thêm vào hay ghi như đã chọn?").format(", ".join(f"“{name}”" for name in missing))
        answers = [Proposal("as-picked", "", self.tr("Ghi như đã chọn"))]
        for name in missing[:MOST_NAMED]:
            answers.append(Proposal("take-lead", name, self.tr("Thêm {} chủ trì").format(name)))
            answers.append(Proposal("take-coop", name, self.tr("Thêm {} phối hợp").format(name)))
        self.page.queue.show_rest(words, tuple(answers), finding)

    def keep_all(self) -> None:
        """Shift+Enter: leave this place and all that ask the same as they are."""
        finding, book = self.page.at_hand(), self.page.book
        if book is not None and finding is not None:
            self._settle(proposals.keep_all(book, finding))

    def keep_several(self) -> None:
        """Enter with several places selected: leave them all as they are."""
        page, book = self.page, self.page.book
        chosen = [page.findings.index(row).data(FindingRole.FINDING) for row in page.lists.chosen_findings()]
        if book is not None and chosen:
            self._settle(proposals.keep_these(book, chosen))

    def _settle(self, delta: Delta) -> None:
        row = self.page.findings.row
        if self.page.edits.do(delta):
            self.page.go_on_from(row)
