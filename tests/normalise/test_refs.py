"""What counts as a reference, how it is spelt, and how lists and ranges of them are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.refs import canonical, cut_off, find_refs, is_ref, nth, split_ref

LISTS = {
    # one reference in each style
    "NI 52": ["NI 52"],
    "NI52": ["NI 52"],
    "QX-01, QX-\n02": ["QX-01", "QX-02"],
    "ni and 52": [],
    "QX B07": ["QX B07"],
    "QX\nB07": ["QX B07"],
    "LAA QX26": ["LAA QX26"],
    "LPI QX 10": ["LPI QX 10"],
    "KPI 14a": ["KPI 14a"],
    "QX-1.2": ["QX-1.2"],
    "QX/01": ["QX/01"],
    "QX-08": ["QX-08"],
    "QXZ7": ["QXZ7"],
    "QRS4-1.10": ["QRS4-1.10"],
    "QRS 4-1.10": ["QRS4-1.10"],
    "QRS4 1.10": ["QRS4-1.10"],
    "QRS4 - 1.10": ["QRS4-1.10"],
    # lists and ranges carry the letters over
    "NI 55-57": ["NI 55", "NI 56", "NI 57"],
    "NI 51,54,58": ["NI 51", "NI 54", "NI 58"],
    "NI 50-51, 58 and 69": ["NI 50", "NI 51", "NI 58", "NI 69"],
    "NI 104-8": ["NI 104", "NI 105", "NI 106", "NI 107", "NI 108"],
    "NI 104-\n106": ["NI 104", "NI 105", "NI 106"],
    "NI 55 to NI 57": ["NI 55", "NI 56", "NI 57"],
    "QX B07 – QX B09": ["QX B07", "QX B08", "QX B09"],
    "QX1-QX3, QX5": ["QX1", "QX2", "QX3", "QX5"],
    "R1 – R3": ["R1", "R2", "R3"],
    "QX B018 - 20": ["QX B018", "QX B019", "QX B020"],
    "QX B004 – B006": ["QX B004", "QX B005", "QX B006"],
    "QX B03, B05 & B06": ["QX B03", "QX B05", "QX B06"],
    "QX-01, 02 and 04": ["QX-01", "QX-02", "QX-04"],
    "QX-01 to QX-03": ["QX-01", "QX-02", "QX-03"],
    "QX/01-03": ["QX/01", "QX/02", "QX/03"],
    "QX-1.2 – 1.4": ["QX-1.2", "QX-1.3", "QX-1.4"],
    "QRS4-1.8, 1.10": ["QRS4-1.8", "QRS4-1.10"],
    "R1, R2": ["R1", "R2"],
    "PSA 12, NI 52 & 53\nQX B01": ["PSA 12", "NI 52", "NI 53", "QX B01"],
    "(ref: QX B02)": ["QX B02"],
    "27.9% (NI116)": ["NI 116"],
    # a number that goes on in words is no reference
    "NI 117 - 16 to 18 year olds": ["NI 117"],
    "NI 52, 25 pupils": ["NI 52"],
    "NI 110 45.2%": ["NI 110"],
    "NI 198 (2008)": ["NI 198"],
    "NI 57-55": ["NI 57"],
    "QQ RS12 is one, XYZ1 another": ["RS12", "XYZ1"],
    "QQ RS12": ["QQ RS12"],
    "S1.2 of the plan": [],
    "S1.2, S1.3": ["S1.2", "S1.3"],
    # the look of a reference, and none
    "QX24 8AY": [],
    "COVID 19": [],
    "ISO 9001": [],
    "Q3 2024/25": [],
    "MARCH 2009": [],
    "SECTION A1": [],
    "QRS4-": [],
    "QRS4-1.": [],
}


@pytest.mark.parametrize(("text", "refs"), LISTS.items())
def test_references_of_a_text(text: str, refs: list[str]) -> None:
    assert [r.ref for r in find_refs(text)] == refs


def test_the_printed_text_is_kept() -> None:
    assert {r.raw for r in find_refs("see NI 55-\n57.")} == {"NI 55- 57"}


@pytest.mark.parametrize(
    ("text", "known", "refs"),
    [
        ("ZZ13", ["ZZ 12"], ["ZZ 13"]),
        ("ZZ 13", ["ZZ12"], ["ZZ13"]),
        ("PHASE 2", [], []),
        ("PHASE 2", ["PHASE 1"], ["PHASE 2"]),
        ("as 1.2.3 says", [], []),
        ("as 1.2.3 says, not 1.2.3.4", ["1.2.3"], ["1.2.3"]),
        ("T4 and T5 above", ["T1"], ["T4", "T5"]),
        ("see FP25/31, NI 54/55", ["FP25/31"], ["FP25/31", "NI 54", "NI 55"]),
        ("see QX – 03", ["QX – 03"], ["QX – 03"]),
        # other blanks, marks or noughts than the known one has
        ("ZZ-13", ["ZZ13"], ["ZZ13"]),
        ("ZZ 13, ZZ13 and ZZ/13", ["ZZ-13"], ["ZZ-13", "ZZ-13", "ZZ-13"]),
        ("ZZ – 13; ZZ—14, 15", ["ZZ-13", "ZZ-15"], ["ZZ-13", "ZZ-14", "ZZ-15"]),
        ("ZZ – 13", [], []),
        ("ZZ1–ZZ3", ["ZZ-01", "ZZ-02", "ZZ-03"], ["ZZ-01", "ZZ-02", "ZZ-03"]),
        ("ZZ13 and ZZ-13", ["ZZ-13", "ZZ13"], ["ZZ13", "ZZ-13"]),
        ("ZZ – 13 boats", ["ZZ-13"], []),
    ],
)
def test_known_references_settle_letters_and_spelling(text: str, known: list[str], refs: list[str]) -> None:
    assert [r.ref for r in find_refs(text, known=known)] == refs


@pytest.mark.parametrize(
    "text",
    [
        "NI 52", "QX B07", "R1", "QX/01", "Env1", "1.2.3", "KPI 14a", "EP1.2", "QX/YZ/03", "QX-2024-01",
        "QX – 01", "QX 24 / 01", "QX-YZ 01", "QZ&X 12", "QX/YZ 003a",
    ],
)  # fmt: skip
def test_a_cell_that_is_a_reference(text: str) -> None:
    assert is_ref(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mar 2009",
        "Q3 2024",
        "A4",
        "COVID 19",
        "Room 5",
        "£5",
        "12",
        "1.2",
        "31.03.26",
        "Dec-24",
        "QX24 8AY",
        "10%",
        "NI 52-53",
        "2024/25",
        "CO2",
        "",
        "See NI 52",
        "Year 1",
        "NOV/DEC 12",
    ],
)
def test_a_cell_that_is_none(text: str) -> None:
    assert not is_ref(text)


def test_cut_off_references() -> None:
    known = ["QRS4-1.8", "PQR6-1.1", "NI 52"]
    assert cut_off("QRS, PQR6-\nQRS4-1., NI 52", known=known) == ["QRS", "PQR6-", "QRS4-1."]
    assert cut_off("QRS, NI 52") == []
    assert cut_off("NI 52, QRS4-1.8", known=known) == []


@pytest.mark.parametrize(
    ("ref", "parts"),
    [
        ("QRS4-1.10", ("QRS4-1.", 10, "")),
        ("QX B07", ("QX B", 7, "")),
        ("KPI 14a", ("KPI ", 14, "a")),
        ("x", ("x", None, "")),
    ],
)
def test_parts_for_sequence_checks(ref: str, parts: tuple[str, int | None, str]) -> None:
    assert split_ref(ref) == parts


def test_the_next_one_is_padded_alike() -> None:
    assert nth("QX B07", 12) == "QX B12"
    assert nth("QX B007", 8) == "QX B008"


HEADS = st.sampled_from(["NI ", "QX B0", "QX/", "QX-", "QRS4-2.", "PSA "])


@given(HEADS, st.integers(10, 89), st.integers(1, 9))
def test_a_range_has_every_number_once(head: str, first: int, more: int) -> None:
    expected = [f"{head}{n}" for n in range(first, first + more + 1)]
    end = f"2.{first + more}" if head.endswith("2.") else f"{first + more}"
    assert [r.ref for r in find_refs(f"{head}{first} - {end}")] == expected


@pytest.mark.parametrize(
    ("printed", "known", "ref"),
    [
        ("NI123", "", "NI 123"),  # a national set is written one way everywhere
        ("KPI12", "", "KPI12"),  # a council's own letters stay as printed …
        ("PI12", "PI 12", "PI 12"),  # … or as the pack prints them where it defines them
        ("KPI 12", "KPI12", "KPI12"),
    ],
)
def test_the_blank_is_as_printed_but_in_national_sets(printed: str, known: str, ref: str) -> None:
    assert [r.ref for r in find_refs(f"see {printed}", known={known} - {""})] == [ref]
    assert known or canonical(printed) == ref


@given(st.lists(st.tuples(HEADS, st.integers(10, 99)), max_size=6))
def test_a_canonical_list_reads_as_itself(items: list[tuple[str, int]]) -> None:
    refs = [f"{head}{n}" for head, n in items]
    assert [r.ref for r in find_refs("; ".join(refs))] == refs


@given(st.text(max_size=60))
def test_any_text_is_read_and_every_reference_is_canonical(text: str) -> None:
    for ref in find_refs(text):
        assert canonical(ref.ref) == ref.ref
    is_ref(text)
    cut_off(text)
