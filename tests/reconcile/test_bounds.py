"""Each bound of a check, and of what the checks share, is where it is said to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from reconcile.bounds import Bound, undefined
from reconcile.every_bound import BOUNDS
from reconcile.invented import indicator, pack, risk, sheet, told, value
from reconcile.test_checks import found

from agendapack.extract.model import Action, Box, Finding, Place, PlacedCell, Source
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.reconcile.alike import one_period
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.hierarchy import period
from agendapack.extract.reconcile.merging import merged
from agendapack.extract.reconcile.numbering import numbering, stand
from agendapack.extract.reconcile.printed import _Placed
from agendapack.extract.reconcile.prose import paragraphs
from agendapack.extract.reconcile.spellings import spelt_alike
from agendapack.extract.reconcile.statements import statements
from agendapack.extract.reconcile.wording import near_pairs, same_subject, stems


@pytest.mark.parametrize("bound", BOUNDS, ids=lambda bound: f"{bound.check}-{bound.bound}")
def test_tells_of_rows_at_the_bound_and_not_of_those_beyond(bound: Bound) -> None:
    at, beyond = (found(bound.check, rows) for rows in (bound.told, bound.silent))
    assert bound.ref in at if bound.ref else at
    assert (bound.other or bound.ref) not in beyond if bound.ref else not beyond


@pytest.mark.parametrize(("known", "severity"), [(9, "error"), (8, "warning")])
def test_a_lost_ref_weighs_more_where_nearly_all_are_known(known: int, severity: str) -> None:
    (lost,) = (finding for name, finding in told(*undefined(known, 1)) if name == "undefined_ref")
    assert lost.severity == severity


def test_spellings_beyond_the_eighth_are_not_listed() -> None:
    refs = [f"HRS6-1.{n}" for n in range(1, 10)]
    odd = [ref.replace("HRS6", "HRS 6") for ref in refs]
    rows = (*map(risk, refs), sheet("Risk", *refs, *refs, *odd))
    (finding,) = (finding for name, finding in told(*rows) if name == "ref_spelling")
    assert odd[7] in finding.detail and odd[8] not in finding.detail


@pytest.mark.parametrize(
    ("month", "last", "name"), [(4, 30, "Q1"), (7, 30, "Q2"), (10, 31, "Q3"), (1, 31, "Q4")]
)
def test_quarters_are_those_of_a_year_that_begins_in_april(month: int, last: int, name: str) -> None:
    first, end = date(2031, month, 1), date(2031, month + 2, last)
    dated = replace(
        value("HB 1", "actual", "4%"),
        period="the months before",
        span="quarter",
        period_start=first,
        period_end=end,
    )
    undated = replace(dated, period=name, period_start=None, period_end=None)
    others = (replace(undated, period=f"Q{n}") for n in range(1, 5) if f"Q{n}" != name)
    assert one_period(dated, undated) and not any(one_period(dated, other) for other in others)


@pytest.mark.parametrize(
    ("rows", "adds"), [(("Tugs|1", "Quays|2"), True), (("Tugs|1", "Quays|2", "Moles|3"), False)]
)
def test_three_figures_that_rise_one_by_one_number_the_rows(rows: tuple[str, ...], adds: bool) -> None:
    assert FigureSheet(sheet("Service|Money", *rows)).adds(1) is adds


def test_ten_years_are_a_span_and_eleven_are_none() -> None:
    assert period("Plan 2010/20") == (date(2010, 4, 1), date(2020, 3, 31))
    assert period("Plan 2010/21") == (None, None)


@pytest.mark.parametrize(("quote", "count"), [("HB 1 stood at 96.8%", 2), ("Now HB 1 stood at 96.8%", 1)])
def test_a_quotation_of_six_words_is_a_text_of_its_own(quote: str, count: int) -> None:
    places = (Place(2, Box(1, 2, 3, 4), "", quote),)
    both = [
        Finding(
            Source("pack"),
            "conflicting_value",
            "warning",
            ("HB 1",),
            f"96.8 for HB 1, the table has {n}",
            "",
            places,
        )
        for n in ("“98.6”", "“97.1”")
    ]
    assert len(merged(both)) == count


def test_of_the_tables_that_print_a_ref_eight_are_held_against_each_other() -> None:
    texts = (
        "Dredge",
        "Paint bollards",
        "Count seals",
        "Let lofts",
        "Hire pilots",
        "Mend locks",
        "Sell tugs",
        "Open sheds",
        "Buy rope",
    )
    rows = [indicator("R1", text, table=f"t{n}") for n, text in enumerate(texts, 1)]
    known = numbering(pack(*rows))
    assert [known.apart(stand(rows[0]), stand(row), "R1") for row in rows[6:]] == [True, True, False]


@pytest.mark.parametrize(("overlap", "owned"), [(1.5, False), (2.5, True)])
def test_boxes_that_only_meet_in_a_rule_are_not_as_high(overlap: float, owned: bool) -> None:
    records = [(1, Action(Source("pack", box=Box(0, 0, 9, 20)), "", "Dredge"))]
    cell = PlacedCell(0, 0, 1, 1, 1, Box(0, 20 - overlap, 9, 40))
    assert bool(_Placed(records).owner(cell)) is owned


@pytest.mark.parametrize(
    ("white", "size", "count"),
    [(8, 10, 1), (10, 10, 2), (4, 10.4, 1), (4, 10.6, 2)],
    ids=["near", "far", "alike", "larger"],
)
def test_lines_near_and_of_one_size_are_a_paragraph(white: float, size: float, count: int) -> None:
    above = TextLine(1, "The quay", Box(50, 100, 200, 110), 10, False, False, ())
    below = TextLine(1, "is open.", Box(50, 110 + white, 200, 120 + white), size, False, False, ())
    assert len(paragraphs([above, below])) == count


def test_words_of_five_letters_may_be_misspelt_and_shorter_ones_are_others() -> None:
    assert [*spelt_alike(["Skipw", "Skipv"])] and not [*spelt_alike(["Skip", "Skiw"])]


def test_of_words_alike_but_for_a_letter_forty_are_compared() -> None:
    words = [f"berth{chr(0x4E00 + n)}" for n in range(41)]
    compared = {word for pair in spelt_alike(words) for word in pair}
    assert compared == {*words[:40]}


@pytest.mark.parametrize(("text", "said"), [("31 Jun", True), ("1 Jun", False)])
def test_a_cell_of_six_characters_may_say_something(text: str, said: bool) -> None:
    entry = sheet("Opens", text)
    texts = {one.text for one in statements(pack(entry), (), [FigureSheet(entry)], ())}
    assert (text in texts) is said


@pytest.mark.parametrize(("texts", "paired"), [(40, True), (41, False)])
def test_a_word_of_more_than_forty_texts_pairs_none(texts: int, paired: bool) -> None:
    assert bool([*near_pairs([f"basin word{n}" for n in range(texts)])]) is paired


@pytest.mark.parametrize(("rarer", "paired"), [("a b c", True), ("a b c d", False)])
def test_a_text_is_looked_up_by_four_words(rarer: str, paired: bool) -> None:
    assert bool([*near_pairs([f"{rarer} zone", f"{rarer.upper().replace(' ', 'x ')}x zone"])]) is paired


def test_words_with_six_letters_in_common_are_forms_of_one() -> None:
    assert stems("improve") == stems("improving") and stems("dredged") != stems("dredging")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dredge the inner basin before the winter", "Dredge an outer basin after storms", True),
        ("Let the sail loft to makers", "Count the seals each spring", False),
        ("Berths let", "Berths let to ships of other harbours in summer", True),
        ("Berths let early", "Berths sold to ships of other harbours in summer", False),
    ],
    ids=["like it", "unlike it", "in short", "not in short"],
)
def test_texts_of_one_subject(one: str, other: str, same: bool) -> None:
    assert same_subject(one, other) is same
