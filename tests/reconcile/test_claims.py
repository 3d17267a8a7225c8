"""What else the checks of claims, movements and lists tell of, and what looks like it and is none."""

from __future__ import annotations

import pytest
from reconcile.claim_cases import LOG, MONTHS, QUAYS, YEARS, headings
from reconcile.invented import action, sheet
from reconcile.invented import told as told_of
from reconcile.test_checks import found

from agendapack.extract.reconcile import Passage


def said(text: str) -> Passage:
    return Passage(1, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Completed 14 June 2031; all plans are held.", True),
        ("Completed: 14/06/2031", True),
        ("Completed 14 of 20 visits.", False),
        ("To be completed 14 June 2031.", False),
    ],
)
def test_a_day_of_completion_may_stand_right_behind_the_word(text: str, told: bool) -> None:
    assert bool(found("completed_later", (action("HD A1", extra=(("Note", text),)),))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Boat, the former harbour master, left the authority in May.", True),
        ("Ada Boat, the harbour master, thanked Ben Sail, who left in May.", False),
    ],
)
def test_what_someone_was_may_stand_behind_the_name_of_who_left(text: str, told: bool) -> None:
    owner = action("HD A1", officers=("Ada Boat",))
    assert bool(found("owner_gone", (owner, said(text)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Waits have come down over the summer, from 27 days in June to 31 days in May.", True),
        ("Waits have come down over the summer, from 31 days in June to 27 days in May.", False),
        ("The tide came down. It is a walk from 27 steps to 31 steps.", False),
    ],
)
def test_a_time_may_stand_between_a_movement_and_its_figures(text: str, told: bool) -> None:
    assert bool(found("moved_in_text", (said(text),)) or told) is told


def test_a_movement_is_told_with_the_row_it_is_of() -> None:
    text = "Ships piloted in winter fell from 340 to 360."
    assert "B2" in found("moved_in_text", (sheet(*YEARS), said(text)))


@pytest.mark.parametrize(("share", "told"), [("27%", True), ("17%", False)])
def test_shares_under_the_counts_of_a_table(share: str, told: bool) -> None:
    rows = ("Quays | 3 | 1 | 0 | 4", "Moles | 4 | 2 | 2 | 8", "All | 7 | 3 | 2 | 12")
    grid = sheet("Part | Green | Amber | Red | Works", *rows, f"Share | 58% | 25% | {share} | 100%")
    assert bool(found("percentages", (grid,))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Buoys painted by hand stood at 45%, against a target of 70%.", True),
        ("Buoys painted by hand stood at 45%, against a target of 60%.", False),
    ],
)
@pytest.mark.parametrize("title", ["Target", "Aim"])
def test_a_target_is_that_of_the_column_whatever_that_is_called(text: str, told: bool, title: str) -> None:
    rows = ("B1 | Berths let by the season | 84% | 90%", "B3 | Buoys painted by hand | 45% | 60%")
    grid = sheet(f"Code | Measure | 2031/32 | {title}", *rows)
    assert bool(found("figure_of_row", (grid, said(text)))) is told


def test_a_target_of_another_year_is_no_other_target() -> None:
    rows = ("B1 | Berths let by the season | 84% | 90%", "B3 | Buoys painted by hand | 45% | 60%")
    grid = sheet("Code | Measure | Outturn 2030/31 | Target 2031/32", *rows)
    text = "Buoys painted by hand stood at 45%, against a target of 70%."
    assert not found("figure_of_row", (grid, said(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The dredging of the inner basin (Q4) was paused in June.", True),
        ("The dredging (Q4) was paused in June and has resumed.", False),
        ("The dredging (Q4) is delayed by storms.", True),
    ],
)
def test_what_was_paused_is_not_under_way(text: str, told: bool) -> None:
    assert bool(found("standing_of_row", (sheet(*QUAYS), said(text)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Recommendation 2, which the board accepted only in part, is going well.", True),
        ("Recommendation 1, which the board accepted only in part, is going well.", False),
        ("The recommendation 2 was accepted.", False),
    ],
)
def test_what_was_answered_to_a_recommendation(text: str, told: bool) -> None:
    rows = ("1 | That the basin be dredged | Partially accepted", "2 | That the tug be sold | Accepted")
    grid = sheet("Rec. | Recommendation | Response", *rows)
    assert bool(found("standing_of_row", (grid, said(text)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The loss of the lock gates (HR-1) is now thought to be Low.", True),
        ("The loss of the lock gates (HR-1) is now thought to be Medium.", False),
        ("Take-up of the gates (HR-1) is low in winter.", False),
    ],
)
def test_a_level_counts_where_it_is_judged(text: str, told: bool) -> None:
    grid = sheet(
        "No | Risk | Score | Grade", "HR-1 | Loss of the lock gates | 9 | Medium", "HR-2 | Ice | 3 | Low"
    )
    assert bool(found("standing_of_row", (grid, said(text)))) is told


PLAN = (
    "No | Action | Finish",
    "1.1 | Adopt the harbour plan | March 2032",
    "1.2 | Paint the lighthouse | June 2032",
    "2.1 | Sell the old tug | July 2032",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The harbour plan (1.1) is at a delicate stage. Adoption is still planned for June 2032.", True),
        ("The harbour plan (1.1) is at a delicate stage. Adoption is still planned for March 2032.", False),
        ("The harbour plan (1.1) is at a delicate stage. Printing is still planned for June 2032.", False),
        ("Resolved: that Mr Dock bring the lighthouse (1.2) to the August 2032 meeting.", True),
        ("Resolved: that Mr Dock see to the lighthouse (1.2), in two parts from August 2032.", False),
        ("Mr Dock will speak of the lighthouse (1.2) to the August 2032 meeting.", False),
    ],
)
def test_the_noun_of_an_end_and_what_was_resolved(text: str, told: bool) -> None:
    assert bool(found("date_of_row", (sheet(*PLAN), said(text)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All of the actions have been implemented.", False),
        ("All high priority recommendations are implemented.", True),
        ("There are no overdue recommendations.", True),
        ("There are no cancelled recommendations.", False),
        ("None of the recommendations is overdue, and the board was pleased.", True),
        ("No recommendation is overdue in the view of the harbour master.", False),
        ("Each medium priority recommendation is overdue.", False),
    ],
)
def test_claims_of_all_and_of_none(text: str, told: bool) -> None:
    assert bool(found("claims_of_all", (sheet(*QUAYS), said(text)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The work is three weeks late.", True),
        ("The scheme is behind schedule.", True),
        ("The tender was late, but the work is on time.", False),
        ("Some in the harbour say it is never late.", False),
    ],
)
def test_remarks_that_work_is_late(text: str, told: bool) -> None:
    late = action("HD A1", status="On track", extra=(("Remarks", text),))
    assert bool(found("remark_against_status", (late,))) is told


def test_the_quarters_of_a_year_make_it() -> None:
    rows = ("Berths | 10 | 12 | 11 | 14 | 57", "Tugs | 4 | 4 | 5 | 4 | 17", "Buoys | 7 | 8 | 9 | 7 | 31")
    more = "Lamps | 3 | 4 | 5 | 6 | 18"
    assert "Berths" in found("months_of_quarter", (sheet("Of | Q1 | Q2 | Q3 | Q4 | Year", *rows, more),))


def test_two_quarters_that_add_up_are_not_enough() -> None:
    rows = (MONTHS[0], MONTHS[1].replace("205", "215"), MONTHS[2].replace("| 40", "| 13"))
    assert not found("months_of_quarter", (sheet(*rows),))


@pytest.mark.parametrize(("rows", "told"), [(4, True), (3, False)])
def test_large_figures_show_a_sum_in_three_rows(rows: int, told: bool) -> None:
    good = ("In 2029 | 9,240 | 6,120 | 4,140 | 19,500", "In 2030 | 7,810 | 4,390 | 3,620 | 15,820")
    more = ("In 2032 | 6,990 | 3,660 | 3,400 | 14,050",)
    grid = sheet(
        "Of | Fuel | Power | Other | All",
        "In 2031 | 7,420 | 4,030 | 3,480 | 15,930",
        *(*good, *more)[: rows - 1],
    )
    assert bool(found("total_across", (grid,))) is told


def test_small_figures_do_not() -> None:
    rows = ("Q1 | 9 | 6 | 4 | 19", "Q2 | 7 | 4 | 3 | 14", "Q3 | 6 | 3 | 3 | 12")
    assert not found(
        "total_across", (sheet("Of | Fuel | Power | Other | All", *rows, "Q4 | 7 | 4 | 3 | 15"),)
    )


def test_a_paragraph_that_stands_twice_is_no_second_one() -> None:
    run = headings(31, 32, 33, 34, 35, 36, 37)
    assert not found("number_twice", (*run[:4], Passage(2, run[3].text), *run[4:]))


def test_a_list_that_goes_by_no_such_word() -> None:
    assert not found("number_beyond", (sheet(*LOG), said("The fee (schedule 7) was looked at again.")))


def test_a_number_that_the_row_prints_for_something_is_no_other_count() -> None:
    row = action("HD A1", "Insulate 900 harbour homes", extra=(("Update", "342 homes done."),))
    half = said("Nearly four in ten of the 900 homes have been insulated (HD A1).")
    other = said("Of the plan 500 homes have been insulated (HD A1).")
    assert not found("counted_otherwise", (row, half))
    assert found("counted_otherwise", (row, other))


def test_a_number_that_was_taken_off_leaves_no_gap() -> None:
    rows = tuple(action(f"HD A{n:03d}", f"Rebuild quay number {n}") for n in (1, 2, 3, 5, 6))
    assert found("sequence_gap", rows)
    assert not found("sequence_gap", (*rows, said("HD A004 was finished and has been taken off.")))


PRESENT = said(
    "Present: Councillors Ada Boat (Chair), Ben Sail, Cy Dock and Dee Keel Apologies: Councillor Eli Mast"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The motion was carried by 3 votes to 1, with 1 abstention.", True),
        ("The motion was carried by 3 votes to 1.", False),
        ("The motion was carried by three votes to none.", False),
        ("There are 7 for hire.", False),
    ],
)
def test_votes_of_those_present(text: str, told: bool) -> None:
    hits = [f for name, f in told_of(PRESENT, said(text)) if name == "too_many_votes"]
    assert bool(hits) is told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("It was proposed by Councillor Mast that the basin be dredged.",), True),
        (("Councillor Mast seconded the motion.",), True),
        (("It was proposed by Councillor Sail that Councillor Mast be thanked.",), False),
        (("It was proposed by Councillor Mast.", "Councillor Mast arrived at 7 pm."), False),
        (("Present: Councillors Ada Boat and Eli Mast", "It was proposed by Councillor Mast."), False),
    ],
)
def test_who_sent_apologies_takes_no_part(texts: tuple[str, ...], told: bool) -> None:
    assert bool(found("absent_takes_part", (PRESENT, *map(said, texts)))) is told


@pytest.mark.parametrize(("number", "told"), [("378", True), ("387", False), ("377", False)])
def test_the_words_of_a_tile_stand_below_its_figure(number: str, told: bool) -> None:
    tiles = sheet("387 | 8.8%", "Ships in harbour | Berths empty", "Plan 365 | Plan 10.0%", header_rows=0)
    text = said(f"The number of ships in harbour has risen again and now stands at {number}.")
    assert bool(found("digits_swapped", (tiles, text))) is told


def test_a_label_that_says_target_is_no_row_of_its_own() -> None:
    grid = sheet("Of | Value", "Current target | 75%", "Current value | 71%")
    text = said("Current value is 85.1%, current target is 84% now.")
    assert "Current target" not in found("figure_of_row", (grid, text))


def test_a_year_does_not_make_a_sum_that_of_its_column() -> None:
    grid = sheet("Source | 2031/32 Fees £000", "Harbour | 640", "Lighthouse | 360", "Total | 1,000")
    assert not found("total_in_text", (grid, said("In 2031/32 the grants came to a total of £1.05m.")))
    assert found("total_in_text", (grid, said("In 2031/32 the fees came to a total of £1.05m.")))
