"""References of shapes of their own, looked up word by word."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.ref_tokens import tokens
from agendapack.extract.normalise.refs import find_refs, is_ref, nth

PARTS = ("RP02(1)", "RP02(2)", "TP02", "OBJ2/1", "OBJ2/2")
KNOWN = ("SR01-A1", "SR01-A2", "Hsg-4", "1.2.3", "Obj 1 - 3")


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("(SR01-A2 and SR07-A2 depend on it)", ["SR01-A2", "SR07-A2"]),
        ("SR02-A1 to SR02-A4", ["SR02-A1", "SR02-A2", "SR02-A3", "SR02-A4"]),
        ("Hsg-4, Hsg-9 and Obj 1 - 3", ["Hsg-4", "Hsg-9", "Obj 1 - 3"]),
        ("see 1.2.3, not 1.2.4 nor 1.2.3.4", ["1.2.3"]),
        ("xHsg-4 Hsg-4x SR01-A", []),
    ],
)
def test_finds_known_ones_and_those_of_their_shape(text: str, refs: list[str]) -> None:
    assert [ref for span, *_ in tokens(KNOWN).find(text) for ref in span] == refs


@given(
    st.lists(st.sampled_from([*KNOWN, "to", "-", ".", "A", "7", "SR02-A9", "\n"]), max_size=12),
    st.sampled_from(["", " "]),
)
def test_spans_stand_in_order_and_print_what_they_name(words: list[str], between: str) -> None:
    text = between.join(words)
    spans = tokens(KNOWN).find(text)
    assert all(one[2] <= other[1] for one, other in pairwise(spans))
    assert all(re.sub(r"\s+", " ", text[start:end]).startswith(refs[0]) for refs, start, end in spans)


def test_a_letter_after_a_dotted_number_begins_another_reference() -> None:
    assert [found.ref for found in find_refs("WO1.2b; CM1, CM2")] == ["WO1.2b", "CM1", "CM2"]


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("TP02, RP02(1)", ["TP02", "RP02(1)"]),
        ("(see RP02(2))", ["RP02(2)"]),
        ("RP02(1)\nRP02(2)", ["RP02(1)", "RP02(2)"]),
        ("RP02(1) to RP02(2)", ["RP02(1)", "RP02(2)"]),
        ("RP03(1)", ["RP03(1)"]),
        ("RP02 (in part)", ["RP02"]),
        ("OBJ2/1\nOBJ2/2", ["OBJ2/1", "OBJ2/2"]),
    ],
)
def test_a_reference_keeps_the_number_of_its_part(text: str, refs: list[str]) -> None:
    assert [found.ref for found in find_refs(text, known=PARTS)] == refs


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("RP02(1)", True),
        ("OBJ2/1", True),
        ("CH 3(ii)", True),
        ("KPI 7(1)", False),
        ("FY25/26", False),
        ("RP02(1", False),
    ],
)
def test_a_whole_cell_is_a_reference_of_a_part(text: str, one: bool) -> None:
    assert is_ref(text) is one


def test_the_next_of_a_part_is_a_part() -> None:
    assert nth("RP02(1)", 2) == "RP02(2)"
    assert nth("RP02", 3) == "RP03"
