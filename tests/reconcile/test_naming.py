"""Which things a sentence names: by ref, by number, or by the words of their names."""

from __future__ import annotations

import pytest
from reconcile.invented import pack, sheet

from agendapack.extract.reconcile.naming import MOST_HOLDERS, Names
from agendapack.extract.reconcile.subject import Subject

ROWS = ("1 | Dredge the inner basin | Late", "2 | Paint the lighthouse | Done", "3 | Sell a tug | Done")


def called(sentence: str, *rows: str) -> list[str]:
    """What the sentence names of a table's rows."""
    subject = Subject(pack(sheet("No | Action | Status", *rows)))
    return [named.called for named in Names(subject.things).named(sentence)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Action 2 is late.", ["Paint the lighthouse"]),
        ("Item 2 is late.", []),
        ("The dredging of the basin, the inner one, is late.", ["Dredge the inner basin"]),
        ("The basin is deep.", []),
        ("Paint for the lighthouse is dear, to sell the tug easy.", ["Paint the lighthouse", "Sell a tug"]),
    ],
)
def test_what_a_sentence_names(sentence: str, names: list[str]) -> None:
    assert called(sentence, *ROWS) == names


@pytest.mark.parametrize(("rows", "names"), [(MOST_HOLDERS, 1), (MOST_HOLDERS + 1, 0)])
def test_a_name_of_many_rows_names_none(rows: int, names: int) -> None:
    """A table may print one name thousands of times: each sentence would be held against all of them."""
    printed = [f"{n} | Paint the lighthouse | Done" for n in range(rows)]
    assert len(called("Paint for the lighthouse is dear.", *printed)) == names


@pytest.mark.parametrize(("between", "names"), [(9, 1), (10, 0)], ids=["SPREAD", "SPREAD further"])
def test_the_words_of_a_name_stand_together(between: int, names: int) -> None:
    words = " ".join(f"tide{n}" for n in range(between))
    assert len(called(f"Paint, {words}, lighthouse.", *ROWS)) == names


@pytest.mark.parametrize(
    ("more", "names"),
    [("doors and windows", 1), ("doors, windows and stairs", 0)],
    ids=["MOST_LEFT_OUT", "MOST_LEFT_OUT more"],
)
def test_a_sentence_has_half_the_words_of_a_name_that_other_names_have_too(more: str, names: int) -> None:
    rows = (f"1 | Paint lighthouse {more} | Late", "2 | Paint tugs | Done", "3 | Light lighthouse | Done")
    assert len(called("Paint for the lighthouse is dear.", *rows)) == names
