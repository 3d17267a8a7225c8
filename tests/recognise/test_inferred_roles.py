"""Dates and statuses told by their cells, where titles say nothing of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.decide import proposals
from agendapack.extract.recognise.draft import Draft
from agendapack.extract.recognise.inferred_roles import last_date, rated_in_one, standing, timed, wished
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.recognise.roles import read_as

TASKS = ("Dredge the inner basin", "Paint the loading crane", "Mend the north lock", "Buy a second ferry")
BEGIN = ("Mar 2031", "Sep 2031", "30 Mar 2032", "May 2032")
END = ("Jun 2031", "Feb 2032", "31 Mar 2032", "Ongoing")


def plan(*columns: tuple[str, ...], due: int | None = None, titled: bool = False) -> Draft:
    """A plan of actions with these columns beside them, one of which is taken for what is due."""
    rows = [" | ".join((task, *(c[n] for c in columns))) for n, task in enumerate(TASKS)]
    printed = table(" | ".join(["*Action", *(f"*Quay {n}" for n in range(len(columns)))]), *rows)
    found = tuple(columns_of(printed, printed.rows[:1], printed.rows[1:]))
    shown = {c.number: {"is due": 1.0} if titled and c.number == due else {} for c in found}
    roles = (Role(0, "action", ""), *([Role(due, "due", "")] if due is not None else []))
    return Draft({}, found, shown, said=False, open=found, roles=roles)


def played(draft: Draft, name: str) -> int | None:
    return next((r.column for r in draft.roles if r.name == name), None)


@pytest.mark.parametrize(
    ("later", "titled", "column"),
    [
        (END, False, 2),
        (END, True, 1),
        (("Jun 2031", "Feb 2032", "31 Mar 2032", "May 2030"), False, 1),
        (("Jun 2031", "Feb 2032", "", ""), False, 2),
        (("Jun 2031", "", "", ""), False, 1),
        (BEGIN, False, 2),
    ],
    ids=["later", "a title says", "LATER_SHARE three of four", "MIN_DATES", "one row", "not before"],
)
def test_of_two_columns_of_dates_the_later_counts(later: tuple[str, ...], titled: bool, column: int) -> None:
    assert played(last_date(plan(BEGIN, later, due=1, titled=titled)), "due") == column


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("Done", "On track", "Off track", "Done"), True),
        (("Done", "On track", "Wet", "Late"), False),
        (("Wet", "Dry", "Wet", "Wet"), False),
        (("Done", "Wet", "Dry", "Wet"), False),
        (("Done", "Wet", "Wet", ""), True),
        (("Done", "Done", "All wet in the north", "Done"), False),
        (("Done", "Done", "Wet in the north", "Done"), True),
    ],
    ids=[
        "two kinds",
        "AGAIN_SHARE each another",
        "none",
        "a quarter",
        "STANDING_SHARE",
        "MAX_STANDING_WORDS",
        "four words",
    ],
)
def test_few_short_texts_of_which_some_are_statuses(said: tuple[str, ...], told: bool) -> None:
    assert (played(standing(plan(said)), "status") == 1) is told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("Accepted", "Accepted in part", "Rejected", "Awaited"), True),
        (("Accepted", "Accepted in part", "Rejected", "Ask the board"), True),
        (("Accepted", "Accepted in part", "Talks", "Ask the board"), False),
    ],
    ids=["all", "KNOWN_SHARE", "KNOWN_SHARE less"],
)
def test_words_of_statuses_tell_one_though_none_comes_again(said: tuple[str, ...], told: bool) -> None:
    assert (played(standing(plan(said)), "status") == 1) is told


def test_two_columns_of_statuses_tell_nothing() -> None:
    said = ("Done", "On track", "Off track", "Done")
    assert played(standing(plan(said, said)), "status") is None


@pytest.mark.parametrize(
    ("said", "titled", "kept"),
    [
        (("Quays", "Locks", "Cranes", "Ferries"), False, False),
        (("Quays", "Locks", "Cranes", "Ferries"), True, True),
        (("Quays", "Locks", "Cranes", "May 2032"), False, True),
        (("Quays", "Locks", "Cranes", "Ongoing"), False, True),
    ],
    ids=["no time", "a title says", "one date", "going on"],
)
def test_a_column_that_names_no_time_says_nothing_of_when(
    said: tuple[str, ...], titled: bool, kept: bool
) -> None:
    assert (played(timed(plan(said, due=1, titled=titled)), "due") == 1) is kept


DAYS = ("12/03/2031", "1 April 2031", "March 2031")


@pytest.mark.parametrize(
    ("titles", "cells", "column"),
    [
        (("Seen by the quay board",), (DAYS,), 4),
        (("Date raised",), (DAYS,), None),
        (("By when",), (DAYS,), None),
        (("Seen by the quay board",), (("Ongoing", "All year", "Weekly"),), None),
        (("Seen by the quay board",), (("", "", "May 2031"),), None),
        (("Seen by the quay board",), (("", "1 May 2031", "2 May 2031"),), 4),
        (("Seen by the quay board", "And by the crew"), (DAYS, DAYS), None),
        (("By when", "Seen by the quay board"), (DAYS, DAYS), 5),
    ],
    ids=["days", "raised", "due", "no days", "one day", "MIN_DATES", "two columns", "beside what is due"],
)
def test_the_one_column_of_days_in_a_register_of_risks_is_its_review(
    titles: tuple[str, ...], cells: tuple[tuple[str, ...], ...], column: int | None
) -> None:
    risks = ("If the gates fail then boats wait", "Loss of the pilot boat", "Failure to recruit keepers")
    rows = zip(risks, *cells, strict=True)
    head = "*Risk | *Likelihood | *Impact | *Owner | " + " | ".join(f"*{title}" for title in titles)
    made = table(head, *(" | ".join((risk, "3", "4", "Harbour master", *row)) for risk, *row in rows))
    proposal = next(proposals(made, Around()))
    told = {r.name: r.column for r in read_as("risks", proposal).roles}
    assert told.get("last_review") == column


RISKS = ("If the gates fail then boats wait", "Loss of the pilot boat", "Failure to recruit keepers")


def register(head: str, *rows: str) -> dict[str, int]:
    """The roles of the columns of a register with these columns behind its risks."""
    made = table(f"*Risk | {head}", *(f"{risk} | {row}" for risk, row in zip(RISKS, rows, strict=True)))
    return {r.name: r.column for r in read_as("risks", next(proposals(made, Around()))).roles}


@pytest.mark.parametrize(
    ("head", "stage"),
    [
        ("*Likelihood | *Impact | *Risk score | *Controls | *Residual risk", "inherent_"),
        ("*Likelihood | *Impact | *Inherent score | *Controls | *Residual risk", ""),
    ],
    ids=["a whole set before the present score", "SET less: what a score is made of"],
)
def test_ratings_before_the_present_score_are_those_without_controls(head: str, stage: str) -> None:
    told = register(head, *["3 | 4 | 12 | Nets and ropes are checked each week | 6"] * 3)
    assert (told[f"{stage}likelihood"], told[f"{stage}impact"]) == (1, 2)
    assert (told["inherent_score"], told["score"]) == (3, 5)


@pytest.mark.parametrize(("product", "role"), [("12", "score"), ("11", "priority")])
def test_a_product_is_the_score_though_it_is_called_a_priority(product: str, role: str) -> None:
    told = register(
        "*Likelihood | *Impact | *Priority level", f"3 | 4 | {product}", "2 | 5 | 10", "4 | 4 | 16"
    )
    assert told.get(role) == 3


def test_what_is_done_about_a_risk_are_its_controls_under_any_title() -> None:
    told = register(
        "*Procedures to address | *Level",
        "Inspect the gates every spring | High",
        "Hire a second boat from the next harbour | Low",
        "Advertise the posts in the papers | Low",
    )
    assert told["mitigations"] == 1


@pytest.mark.parametrize(
    ("numbers", "ref"),
    [("1 2 3 1 2 3", True), ("1 2 3 1 3 2", False), ("3 1 2 3 1 2", False), ("1 1 2 1 1 2", False)],
)
def test_numbers_that_begin_again_count_rows(numbers: str, ref: bool) -> None:
    rows = (f"{n} | {RISKS[i % 3]} {i} | 3 | 4" for i, n in enumerate(numbers.split()))
    made = table("* | *Risk | *Likelihood | *Impact", *rows)
    told = {r.name: r.column for r in read_as("risks", next(proposals(made, Around()))).roles}
    assert (told.get("ref") == 0) is ref


@pytest.mark.parametrize(
    ("title", "cells", "told"),
    [
        ("Should go", ("Up", "Down", "Up", ""), True),
        ("Best when", ("Low", "High", "Low", "High"), True),
        ("What we want", ("Lower is better", "Higher", "Higher", "Lower"), True),
        ("What we want", ("Lower is far better", "Higher", "Higher", "Lower"), False),
        ("Up or down", ("Up", "Down", "Up", "Down"), False),
        ("Should go", ("Up", "To the mole", "Up", "Down"), False),
    ],
    ids=["way", "level", "MOST_WISHED_WORDS", "four words", "a movement", "a place"],
)
def test_a_title_that_wishes_over_which_way_is_better(title: str, cells: tuple[str, ...], told: bool) -> None:
    printed = table(f"*Measure | *{title}", *(f"Berths {n} | {cell}" for n, cell in enumerate(cells)))
    found = tuple(columns_of(printed, printed.rows[:1], printed.rows[1:]))
    roles = (Role(0, "definition", ""), Role(1, "direction", ""))
    draft = wished(Draft({}, found, {c.number: {} for c in found}, said=False, open=found, roles=roles))
    assert [r.name for r in draft.roles] == ["definition", "polarity" if told else "direction"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (("4 x 4 = 16", "3 x 5 = 15", "2 x 4 = 8", "(3x3) 9"), 1),
        (("4 x 4 = 16", "", "", ""), 1),
        (("4 x 4 = 16", "3 x 5 = 15", "£20,000", "2 x 4 = 8"), None),
        (("16", "15", "8", "9"), None),
    ],
    ids=["all", "the one that is filled", "but for one", "figures alone"],
)
def test_what_multiplies_is_the_score_whatever_its_title(cells: tuple[str, ...], column: int | None) -> None:
    taken = replace(plan(cells), roles=(Role(0, "description", ""), Role(1, "exposure", "")))
    found = rated_in_one(taken)
    assert played(found, "score") == column
    assert played(found, "exposure") == (1 if column is None else None)


def test_people_s_word_on_a_column_that_multiplies_stands() -> None:
    said = replace(plan(("4 x 4 = 16",) * 4), said=True, roles=(Role(1, "exposure", ""),))
    assert rated_in_one(said) is said
