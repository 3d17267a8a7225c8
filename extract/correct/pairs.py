"""Correct: which rows people said are one thing over time, and which are two, told by what they print."""

from __future__ import annotations

from collections.abc import Iterable

from agendapack.extract.correct.identity import SEPARATOR, squeezed
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Correction

DOUBT = "entity_doubt"
"""The kind of the findings that ask whether two rows are one thing; no pack has them by itself."""
_TEXT = "detail"
"""The column in which such a finding prints both rows."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows by the sentence that doubts them."""

    one: frozenset[str] = frozenset()
    two: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.one or self.two)

    def are_one(self, *doubts: str) -> bool | None:
        """What people said of a pair, given as the sentences that doubt it; None when they said nothing."""
        known = [squeezed(doubt) for doubt in doubts]
        if any(doubt in self.two for doubt in known):
            return False
        return True if any(doubt in self.one for doubt in known) else None


def pairs_of(corrections: Iterable[Correction]) -> Pairs:
    """What corrections say of pairs: an accepted doubt makes one of two, a rejected one keeps them two."""
    said: dict[str, str] = {}
    for correction in corrections:
        review = correction.review
        if of_pairs(correction) and review.column == _TEXT:
            said[squeezed(review.printed)] = review.verdict
    return Pairs(
        frozenset(doubt for doubt, verdict in said.items() if verdict == "accepted"),
        frozenset(doubt for doubt, verdict in said.items() if verdict == "rejected"),
    )


def of_pairs(correction: Correction) -> bool:
    """Whether the correction is about two rows of different packs rather than a row of one."""
    return correction.dataset == "findings" and DOUBT in correction.row.split(SEPARATOR)[:2]
