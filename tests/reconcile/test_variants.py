"""One fault in several layouts and wordings: a check holds whatever the pack looks like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein
from reconcile.cases import MARCH, Rows
from reconcile.invented import LOWER, UPPER, action, indicator, pack, risk, sheet, value
from reconcile.test_checks import found

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile import Passage
from agendapack.extract.reconcile.checks.person_variants import person_variants
from agendapack.extract.reconcile.spellings import sound
from agendapack.extract.reconcile.subject import Subject

Q3 = (date(2031, 10, 1), date(2031, 12, 31))


def quarter(text: str, measure: str = "actual", period: str = "Q3 2031/32", **more: str) -> IndicatorValue:
    made = value("HB 1", measure, text, plan=more.get("plan", LOWER))
    start, end = Q3 if period != "Q3" else (None, None)
    return IndicatorValue(
        made.source,
        made.plan,
        "HB 1",
        made.definition,
        measure,
        period,
        "",
        text,
        made.value,
        made.unit,
        start,
        end,
    )


def figures(got: str, aim: str, ref: str = "HB 1") -> Rows:
    return value(ref, "actual", got), value(ref, "target", aim)


SHED = "Sheds let by the year"


def twice_named(one: str, other: str) -> Rows:
    """A value under a ref, and one in another plan that prints the name alone."""
    return value("HB 1", "actual", one, definition=SHED), value(
        "", "actual", other, plan=LOWER, definition=SHED
    )


EARLY = "second quarter of 2029/30"
STORM = "The lock gates fail in a storm"
WITHIN = "Ships answered within target"


def named(name: str, *texts: str) -> Rows:
    """An indicator without a ref in as many plans as it has figures."""
    plans = (UPPER, LOWER)
    return tuple(
        value("", "actual", text, plan=plan, definition=name)
        for plan, text in zip(plans, texts, strict=False)
    )


FULL_YEAR = value("HB 1", "target", "80")
UNDATED = replace(value("HB 1", "target", "60"), period="", period_start=None, period_end=None)
MISSED = (indicator("HB 3", "% of sheds let", rag="Red"), *figures("90%", "95%", "HB 3"))
SOUND = (indicator("HB 2", "% of sheds let", rag="Green"), *figures("90%", "80%", "HB 2"))


BUDGET, SPENT = "Dock|Plan|Now|Over", ("Quay|310|325|15", "Tug|120|118|-2")
GRADES = ("Quays|3|2", "Tugs|2|4", "Locks|3|1")
SCORED = tuple(risk(f"HR-{n}", score=s) for n, s in enumerate(("20", "16", "20", "12"), 1))
HELD = (
    "Risks|Owner",
    "Storm at the gates|Jo Kerr",
    "Loss of the ferry|Pat Voss",
    "Silt in the basin|Al Reece",
)
FOUR, FIVE = ({"Harbour money", f"holds {n} risks"} for n in ("four", "five"))
BERTHS = (value("HB 1", "actual", "42.8%"), value("HB 1", "actual", "44.1%", 2030))
MINUTES = (
    value("HB 1", "actual", "10.2", unit="minutes"),
    value("HB 1", "target", "10.0", unit="minutes"),
)
AREAS = (("Docks", "Green"), ("Docks", "Green"), ("Docks", "Amber"), ("Quays", "Green"), ("Quays", "Red"))


def signed(got: str, aim: str) -> Rows:
    """A figure and a target that is printed as the most or the least wanted."""
    sign, number = aim.split()
    return value("HB 1", "actual", got), replace(value("HB 1", "target", number), text=aim, qualifier=sign)


def yearly(ref: str, parts: tuple[str, str], rag: str, direction: str) -> Rows:
    """Two quarters of a year that should bring 95 %, after one that brought 96 %."""
    months = ((date(2031, 4, 1), date(2031, 6, 30)), (date(2031, 7, 1), date(2031, 9, 30)))
    quarters = (
        replace(
            value(ref, "actual", got), period=f"Q{n}", period_start=first, period_end=last, span="quarter"
        )
        for n, (got, (first, last)) in enumerate(zip(parts, months, strict=True), 1)
    )
    before = replace(value(ref, "outturn", "96%", 2030), span="year")
    text = f"% of gauge {ref} read"
    return indicator(ref, text, rag=rag, direction=direction), before, *quarters, value(ref, "target", "95%")


def to_come(ref: str, before: str, got: str, rag: str) -> Rows:
    """Two years' figures and a target of 70 % for a year to come."""
    text = f"% of gauge {ref} read"
    aim = value(ref, "target", "70%", 2034)
    return indicator(ref, text, rag=rag), value(ref, "actual", before, 2030), value(ref, "actual", got), aim


def turning(ref: str, direction: str) -> Rows:
    """An indicator with a target of 80 % that rose in the last of three years after it had fallen."""
    text = f"% of gauge {ref} read"
    printed = ((2029, "90%"), (2030, "70%"), (2031, "75%"))
    values = (value(ref, "actual", got, year, definition=text, table="t1") for year, got in printed)
    aim = value(ref, "target", "80%", definition=text)
    return indicator(ref, text, direction=direction, table="t1"), *values, aim


@pytest.mark.parametrize(
    ("check", "rows", "refs"),
    [
        # one value, one period, under labels that mean the same
        ("different_value", (quarter("82%"), quarter("86%", period="Q3", plan="x")), {"HB 1"}),
        ("different_value", (quarter("82%"), quarter("86%", "latest", "Oct–Dec 2031", plan="x")), {"HB 1"}),
        (
            "different_value",
            (quarter("82%"), quarter("82%", "outturn", "Quarter 3 2031/32", plan="x")),
            set(),
        ),
        ("different_value", (quarter("82%"), quarter("86%", "target", plan="x")), set()),
        ("different_value", (quarter("82%"), quarter("86%", "latest", "Q3", plan="x")), {"HB 1"}),
        ("different_value", (indicator("HB 1", SHED), *twice_named("82%", "86%")), {"HB 1"}),
        ("different_value", (indicator("HB 1"), *twice_named("82%", "86%")), set()),
        ("different_value", named(SHED, "82%", "86%"), {SHED}),
        ("different_value", named(SHED, "82%", "82.0%"), set()),
        ("different_value", named("Sheds let", "82%", "86%"), set()),
        ("scored_twice", tuple(risk(text=STORM, score=s, page=n) for n, s in enumerate(("8", "9"))), {STORM}),
        (
            "quoted_score",
            (Passage(4, f"The score of {STORM} is now 16."), risk(text=STORM, score="12")),
            {STORM},
        ),
        (
            "quoted_nowhere",
            (Passage(4, f"{WITHIN} was 55.1%."), indicator(text=WITHIN), *named(WITHIN, "59.4%")),
            {WITHIN},
        ),
        (
            "quoted_nowhere",
            (Passage(4, f"{WITHIN} was 59.4%."), indicator(text=WITHIN), *named(WITHIN, "59.4%")),
            set(),
        ),
        *(
            ("revised_earlier", (action("HD A1", due=MARCH, extra=((title, "May 2032"),)),), refs)
            for title, refs in (
                ("Target date", {"HD A1"}),
                ("Start date", set()),
                ("Revised date", set()),
            )
        ),
        # figures of one period, whatever it is called, and of another
        ("shifted_period", (quarter("82.1%"), quarter("82.1%", period="Q3", plan="x")), set()),
        ("shifted_period", (quarter("82.1%"), quarter("82.1%", period="Oct–Dec 2031", plan="x")), set()),
        # scores are multiplied: a sum that they keep by chance tells nothing
        (
            "total_across",
            (sheet("Risk|L|I|Score", *(f"R{n}|2|2|4" for n in range(1, 6)), "R6|2|1|2"),),
            set(),
        ),
        # counts with a rating of the table's own
        (
            "counts_add_up",
            (
                sheet(
                    "Area | Green | Nearly there | Red | Total",
                    "Docks | 5 | 1 | 0 | 7",
                    "Quays | 2 | 1 | 3 | 6",
                ),
            ),
            {"Docks"},
        ),
        # ratings, beside one that the figures bear out
        *(
            ("rag_against_value", (*SOUND, indicator("HB 1", text, rag=rag), *figures(got, aim)), refs)
            for text, rag, got, aim, refs in (
                ("% of berths let", "Green", "80%", "95%", {"HB 1"}),
                ("Berths cleaned daily", "Red", "99%", "95%", {"HB 1"}),
                ("Missed tides", "Green", "30", "20", {"HB 1"}),
                ("Missed tides", "Green", "10", "20", set()),
                ("% of berths let", "Green", "94%", "95%", set()),
            )
        ),
        *(
            ("rag_against_value", (*others, indicator("HB 1", "Gauge", rag="Green", extra=says), *got), refs)
            for others, says, got, refs in (
                (SOUND, (("Good is", "Low"),), figures("72", "60"), {"HB 1"}),
                (SOUND, (("Good is", "Low"),), (quarter("72", plan=UPPER), UNDATED), {"HB 1"}),
                (SOUND, (("Good is", "High"),), figures("72", "60"), set()),
                (SOUND, (("Polarity", "Higher is better"),), figures("60", "72"), {"HB 1"}),
                (SOUND, (("Polarity", "Higher is better"),), (quarter("20", plan=UPPER), FULL_YEAR), set()),
                (SOUND, (("Polarity", "Lower is better"),), (quarter("90", plan=UPPER), FULL_YEAR), {"HB 1"}),
                ((*SOUND, *MISSED), (("Good is", "High"),), figures("88%", "95%"), {"HB 1"}),
            )
        ),
        # likelihood times impact
        *(
            ("risk_score", (risk("HR-1", likelihood="4", impact="4", score="16"), odd), refs)
            for odd, refs in (
                (risk("HR-2", likelihood="3 Possible", impact="4 Major", score="15"), {"HR-2"}),
                (risk("HR-2", inherent_likelihood="3", inherent_impact="4", inherent_score="15"), {"HR-2"}),
                (risk("HR-2", extra=(("Residual", "3 x 4 = 15"),)), {"HR-2"}),
                (risk("HR-2", target_score="3 4 12"), set()),
            )
        ),
        # figures that a text gives
        *(
            ("quoted_nowhere", (Passage(4, text), indicator("HB 1"), *BERTHS), refs)
            for text, refs in (
                ("Lettings fell to 41.8% in the summer (HB 1).", {"HB 1"}),
                ("Lettings fell to 42.8% in the summer (HB 1).", set()),
                ("Lettings fell by 41.8% in the summer (HB 1).", set()),
                ("HB 1 was 41.8% in the last quarter.", {"HB 1"}),
                ("HB 1 was 41.8% last quarter.", set()),
            )
        ),
        *(
            ("quoted_with_target", (Passage(4, text), indicator("HB 1"), *MINUTES), refs)
            for text, refs in (
                ("HB 1 was 9.8 minutes, inside the target of 10.0 minutes.", {"HB 1"}),
                ("HB 1 was 10.2 minutes, outside the target of 10.0 minutes.", set()),
                ("HB 1 was 9.8 days, inside the target of 10.0 days.", set()),
            )
        ),
        # a list of which the grid has a row less than the dataset
        *(
            ("things_counted", (register, Passage(1, text), *(risk(f"HR-{n}") for n in range(4))), refs)
            for register, text, refs in (
                (replace(sheet(*HELD), kind="risks"), "The register holds four risks.", set()),
                (replace(sheet(*HELD), kind="actions"), "The register holds four risks.", FOUR),
                (replace(sheet(*HELD), kind="risks"), "The register holds five risks.", FIVE),
            )
        ),
        # the score that a text gives
        *(
            ("quoted_score", (Passage(4, text), risk("HR-1", score="12")), refs)
            for text, refs in (
                ("The score of HR-1 is now 16 and will be kept under review.", {"HR-1"}),
                ("HR-1 has a current rating of 16.", {"HR-1"}),
                ("The score of HR-1 stays at 12 and no more.", set()),
                ("HR-1 was scored 9 or 16 by officers.", set()),
            )
        ),
        # one score for several risks
        *(
            ("scored_alike", (Passage(4, text), *SCORED), refs)
            for text, refs in (
                ("HR-1 and HR-2 have the highest score, 20.", {"HR-2"}),
                ("The highest scoring risks are HR-1 and HR-2, both at 20.", {"HR-2"}),
                ("HR-1 and HR-3 have the highest score, 20.", set()),
                ("HR-2 and HR-4 have the highest score, 20.", set()),
                ("HR-1, HR-2 and HR-4 are scored 20.", set()),
                ("HR-1 and HR-2 had an initial score of 20.", set()),
                ("HR-1 and HR-2 are 20 years old.", set()),
                ("HR-1 and HR-2 score 20, and 16 a year ago.", set()),
            )
        ),
        # when an action is due by a note on another row
        *(
            ("revised_date", (action("HD A1", due=MARCH), action("HD A2", text)), refs)
            for text, refs in (
                ("Waits for HD A1, which is now due in May 2033", {"HD A1"}),
                ("HD A1 will be completed by the end of May 2033", {"HD A1"}),
                ("Berths (HD A1) will open at all three quays by 31 May 2033", {"HD A1"}),
                ("Berths (HD A1) will open at all three quays by 31 March 2032", set()),
                ("Berths (HD A1) opened at all three quays by 31 May 2033", set()),
                ("HD A1 is due by 31 March 2032", set()),
            )
        ),
        # a target's own sign, figures that count on through the year, targets to come
        *(
            ("rag_against_value", (*SOUND, indicator("HB 1", text, rag=rag), *signed(got, aim)), refs)
            for text, rag, got, aim, refs in (
                ("Berths occupied", "Green", "94%", "≤ 82%", {"HB 1"}),
                ("Berths occupied", "Amber", "94%", "≤ 92%", set()),
                ("Berths empty", "Green", "60%", "≥ 82%", {"HB 1"}),
                ("Berths empty", "Green", "84%", "≥ 82%", set()),
            )
        ),
        *(
            ("rag_against_value", (*SOUND, *yearly("HB 1", parts, "Green", said)), refs)
            for parts, said, refs in (
                (("50%", "52%"), "", {"HB 1"}),
                (("24%", "49%"), "", set()),  # counts from the beginning of the year
                (("24%", "29%"), "", {"HB 1"}),
                (("24%", "31%"), "", set()),
            )
        ),
        *(
            (
                "rag_against_value",
                tuple(r for n, got in enumerate(run) for r in to_come(f"HB {n}", *got)),
                refs,
            )
            for run, refs in (
                ([("90%", "91%", "Green")] * 4 + [("54%", "52%", "Green")], {"HB 4"}),
                ([("90%", "91%", "Green")] * 4 + [("52%", "54%", "Green")], set()),
                ([("90%", "91%", "Green")] * 3 + [("54%", "52%", "Green")] * 2, set()),
            )
        ),
        # directions of travel: the last two of several quarters, words that say nothing of better
        *(
            (
                "direction_against_values",
                tuple(
                    row
                    for number, said in enumerate(("improving", "improving", direction))
                    for row in turning(f"HB {number}", said)
                ),
                refs,
            )
            for direction, refs in (("improving", set()), ("worsening", {"HB 2"}))
        ),
        # counts of the rows that stand in a section, one of them printed again elsewhere
        *(
            (
                "counts_of_groups",
                (
                    sheet("Area | Green | Amber | Red", f"Docks | {green} | 1 | 0", "Quays | 1 | 0 | 1"),
                    *(indicator(f"HB {n}", rag=rag, section=area) for n, (area, rag) in enumerate(AREAS)),
                    indicator("HB 0", rag="Green"),
                ),
                refs,
            )
            for green, refs in ((2, set()), (3, {"Docks"}))
        ),
        # counts of ratings, the head known or not, statuses for colours
        (
            "counts_add_up",
            (sheet("Area | G | A | Sum", "Docks | 5 | 1 | 7", "Quays | 2 | 1 | 3"),),
            {"Docks"},
        ),
        (
            "counts_add_up",
            (sheet("Area | Red | Amber | Total", "Docks | 5 | 1 | 7", "Quays | 2 | 1 | 3", header_rows=0),),
            {"Docks"},
        ),
        (
            "counts_add_up",
            (sheet("Area | Completed | Overdue | Total", "Docks | 5 | | 5", "Quays | 2 | 1 | 4"),),
            {"Quays"},
        ),
        # the quarter that a report is of
        *(
            ("report_period", (Passage(2, text), action("HD A1", page=3)), refs)
            for text, refs in (
                ("Figures are for the second quarter of 2029/30 unless a date is given.", {UPPER, EARLY}),
                ("Figures are for the third quarter of 2030/31.", set()),
                ("Figures are compared with the second quarter of 2029/30.", set()),
            )
        ),
        # names that sound alike
        *(
            ("person_variants", (action(officers=(one,)), action(officers=(other,))), refs)
            for one, other, refs in (
                ("Jo Rees", "Jo Reece", {"Jo Rees", "Jo Reece"}),
                ("Jo Clark", "Jo Clarke", {"Jo Clark", "Jo Clarke"}),
                ("Jo Stephens", "Jo Stevens", {"Jo Stephens", "Jo Stevens"}),
                ("Jo Hall", "Jo Hill", set()),
                ("Jo Rees", "Al Reece", set()),
                ("Jo Rees", "Jo Rosewarne", set()),
            )
        ),
        # totals: one slip wrong in two columns, counts that are not rounded
        *(
            ("total_down", (sheet(head, *rows, f"{label}|{total}", title=""),), refs)
            for head, rows, label, total, refs in (
                (BUDGET, SPENT, "Net cost", "430|493|63", {"Net cost"}),
                (BUDGET, SPENT, "Net cost", "430|493|64", set()),
                ("Audit|P2|P3", GRADES, "Total", "8|8", {"Total"}),
                ("Audit|P2|P3", GRADES, "Total", "8|7", set()),
                ("Audit|£m|£m", GRADES, "Total", "8|8", set()),
                ("Audit|P2|P3", GRADES, "Total (thousands)", "8|8", set()),
                ("Audit|P2|P3", (*GRADES, "Piers|0|990"), "Total", "8|998", {"Total"}),
                ("Audit|P2|P3", (*GRADES, "Piers|0|1000"), "Total", "8|1008", set()),
            )
        ),
        # days
        ("no_such_day", (Passage(4, "Held on the 31st of June."),), {"31st of June"}),
        ("no_such_day", (Passage(4, "Held on February 30th, 2031."),), {"February 30th, 2031"}),
        (
            "no_such_day",
            (Passage(4, "29 February 2031"), Passage(5, "29 February 2032")),
            {"29 February 2031"},
        ),
        # completed after the report
        (
            "completed_later",
            (action("HD A1", status="Done", extra=(("Completed on", "1 June 2032"),)),),
            {"HD A1"},
        ),
        ("completed_later", (action("HD A1", status="Complete – 1 June 2032"),), {"HD A1"}),
        *(
            ("completed_later", (action("HD A1", extra=((title, text),)),), refs)
            for title in ("Notes", "Remarks")
            for text, refs in (
                ("Completed on 14 June 2032; all berths are marked.", {"HD A1"}),
                ("Plan published in June 2032", {"HD A1"}),
                ("Completed on 14 June 2030", set()),
                ("To be completed on 14 June 2032", set()),
                ("Will be fully completed in June 2032", set()),
                ("Held with 14 June 2032 in mind", set()),
            )
        ),
        # a ref in brackets, after a word, in a list
        *(
            (
                "undefined_citation",
                (indicator("HB 1"), indicator("HB 2"), action("HD A1", text)),
                {"HB 8", "HD A1"},
            )
            for text in (
                "Let berths (HB 1, HB 8)",
                "Let berths: see HB 1 and KPI HB 8",
                "HB 2; HB 1 and HB 8",
            )
        ),
    ],
)
def test_in_every_layout(check: str, rows: Rows, refs: set[str]) -> None:
    assert found(check, rows) == refs


@given(st.lists(st.text("aeKln'", min_size=4, max_size=7), max_size=9, unique=True))
def test_all_names_a_letter_apart_are_found(surnames: list[str]) -> None:
    named = [f"Ann K{surname}" for surname in surnames]
    hits = person_variants(Subject(pack(*(action(officers=(name,)) for name in named), meeting=Q3[0])))
    apart = {
        frozenset(pair)
        for pair in combinations(named, 2)
        if DamerauLevenshtein.distance(*(name.casefold() for name in pair)) == 1
    }
    told = {frozenset(hit.refs) for hit in hits}
    assert apart <= told
    assert all(len({sound(name.split()[1]) for name in pair}) == 1 for pair in told - apart)
