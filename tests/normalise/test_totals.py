"""Is it a total: the words of the vocabulary, asked in four ways."""

from __future__ import annotations

import pytest

from agendapack.extract.normalise.totals import is_only_total, is_total, is_total_label, totalled

CASES = [  # label, adds others up, is the label of a total, is nothing else
    ("Total", True, True, True),
    ("Totals", True, True, True),
    ("Sub-total", True, True, True),
    ("Sub total", True, True, True),
    ("Grand total £1,204", True, True, True),
    ("Overall totals:", True, True, True),
    ("Total for Housing", True, True, False),
    ("Housing total", True, True, False),
    ("Housing totals", True, True, False),
    ("Net expenditure", True, False, False),
    ("The total number of homes let", True, False, False),
    ("Totality of the plan", False, False, False),
    ("Housing", False, False, False),
    ("", False, False, False),
]


@pytest.mark.parametrize(("label", "adds", "named", "alone"), CASES)
def test_labels_of_totals(label: str, adds: bool, named: bool, alone: bool) -> None:
    assert (is_total(label), is_total_label(label), is_only_total(label)) == (adds, named, alone)


@pytest.mark.parametrize(
    ("label", "name"),
    [("Total for Housing", "Housing"), ("Housing Total", "Housing"), ("Total", ""), ("Housing", "")],
)
def test_what_a_total_is_of(label: str, name: str) -> None:
    assert totalled(label) == name
