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


def test_two_checks_that_see_one_fault_in_one_sentence_are_told_once() -> None:
    place = Place(2, None, "", "Lettings stood at 96.8% against 95%")
    first, second = (
        Finding(Source("pack"), "conflicting_value", "warning", ("HB 1",), detail, "", (place,))
        for detail in ("the table has 98.6%", "digits changed places")
    )
    other = Finding(Source("pack"), "conflicting_value", "warning", ("HB 2",), "another", "", (place,))
    assert merged([first, second, other]) == (first, other)
