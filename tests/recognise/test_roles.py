"""Which column has a role that several could play."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.decide import Judged, proposals
from agendapack.extract.recognise.model import learned
from agendapack.extract.recognise.roles import AS_LIKELY, read_as

TEXTS = ("The lock gates fail in a storm", "The quay sinks in the mud")


def subject(titles: str, first: tuple[str, str], chances: tuple[float, float]) -> int | None:
    """The column of the risks where both columns may be that, as likely as said."""
    rows = (f"{one} | {text}" for one, text in zip(first, TEXTS, strict=True))
    proposal = next(proposals(table(titles, *rows), Around()))
    classes = learned()["columns"].classes
    judged = np.zeros((2, len(classes)))
    for number, chance in enumerate(chances):
        judged[number, classes.index("risk")] = chance
        judged[number, classes.index("category")] = 1.0 - chance
    pooled = Judged(judged, {"actions": 0.0, "indicators": 0.0, "risks": 1.0, "none": 0.0}, 2)
    return read_as("risks", replace(proposal, pooled=pooled)).subject


@pytest.mark.parametrize(
    ("share", "column"), [(AS_LIKELY + 0.05, 0), (AS_LIKELY - 0.05, 1), (0.3, 1), (1.0, 0)]
)
def test_the_phrase_that_comes_first_is_heard_of_columns_about_as_likely(share: float, column: int) -> None:
    first = ("Storm damage to the gates", "A quay in the mud")
    assert subject("*Risk | *What could go wrong", first, (0.9 * share, 0.9)) == column


@pytest.mark.parametrize("chance", [0.3, 0.6, 0.9])
def test_a_column_that_only_cites_is_not_the_risk(chance: float) -> None:
    assert subject("*Risk | *What could go wrong", ("QR1", "QR2"), (chance, 0.9)) == 1


@pytest.mark.parametrize(
    ("title", "column"), [("Risk", 0), ("Harbour risk", 1)], ids=["WHOLE_FIT", "WHOLE_FIT less"]
)
def test_a_phrase_that_is_only_the_end_of_a_title_is_not_heard_first(title: str, column: int) -> None:
    first = ("A gate in a storm", "A quay in the mud")
    assert subject(f"*{title} | *What could go wrong", first, (0.5, 0.9)) == column


@pytest.mark.parametrize("head", ["*Metric | <", "*Metric | *Metric"])
def test_a_title_over_two_columns_names_one_of_them(head: str) -> None:
    """The references under it are not of the metrics beside them."""
    rows = (
        "QF.01 | Berths let to visitors | 31 | 28",
        "QF.02 | Cranes out of use | 4 | 2",
        "QG.01 | Tugs at sea | 12 | 15",
    )
    (found,) = recognise([table(f"{head} | *Actual 2031/32 | *Target", *rows)])
    assert found.reading is not None
    assert {r.name: r.column for r in found.reading.roles} == {"ref": 0, "definition": 1}
