"""Findings that say the same are told once."""

from __future__ import annotations

from agendapack.extract.model import Box, Finding, Place, Source
from agendapack.extract.reconcile.merging import merged


def finding(page: int, detail: str, kind: str = "unread_text") -> Finding:
    box = Box(1, 2, 3, 4)
    return Finding(Source("pack", "", "", page, box), kind, "info", (), detail, "", (Place(page, box),))


def test_one_with_all_places() -> None:
    (one,) = merged(
        [finding(1, "hidden: Draft"), finding(2, "hidden: Draft Draft"), finding(2, "hidden: Draft")]
    )
    assert one.pages == (1, 2) and len(one.places) == 2


def test_other_words_or_kinds_stay_apart() -> None:
    assert len(merged([finding(1, "a"), finding(1, "b"), finding(1, "a", "unknown_table")])) == 3
