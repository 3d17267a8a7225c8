"""Findings that say the same are told once."""

from __future__ import annotations

from dataclasses import replace

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


def of_text(detail: str, ref: str = "HB 1") -> Finding:
    place = Place(2, Box(1, 2, 3, 4), "", "Lettings (HB 1) stood at 96.8% against a target of 95%")
    return Finding(Source("pack"), "conflicting_value", "warning", (ref,), detail, "", (place,))


def test_two_checks_that_see_one_fault_in_one_paragraph_are_told_once() -> None:
    first, second = (of_text(f"The text says 96.8 for HB 1, the table has {n}") for n in ("98.6", "97.1"))
    another = of_text("The text says 95% for HB 1, the table has 94%")
    other_ref = of_text("The text says 96.8% for HB 2", "HB 2")
    assert merged([first, second, another, other_ref]) == (first, another, other_ref)


def test_one_fault_is_one_however_two_checks_name_the_row() -> None:
    by_ref = of_text("The text says 96.8 for HB 1, the table has 98.6")
    by_name = replace(of_text("The text says 96.8 for Lettings"), refs=("HB 1", "Lettings"))
    of_another = replace(of_text("The text says 96.8 for Moorings"), refs=("HB 2", "Moorings"))
    assert merged([by_ref, by_name, of_another]) == (by_ref, of_another)
