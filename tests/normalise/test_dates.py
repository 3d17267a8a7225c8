"""Due dates as councils write them, and the day and kind they mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.date_forms import forms, forms_of
from agendapack.extract.normalise.dates import parse_date, parse_due

DUE = {
    "": ("none", None),
    "-": ("none", None),
    "Mar 2009": ("date", "2009-03-31"),
    "4/2026": ("date", "2026-04-30"),
    "End of year 2026": ("date", "2026-12-31"),
    "31 March 2026, 31.3.26": ("date", "2026-03-31"),
    # a slip of the fingers is not the end of its year
    "30th Septmeber 2025": ("unparsed", None),
    "12 wards 2026": ("date", "2026-12-31"),
    "3 Marsh 2026": ("unparsed", None),
    "Sept 08": ("date", "2008-09-30"),
    "Feb 2024": ("date", "2024-02-29"),
    "Apr 25": ("date", "2025-04-30"),
    "December 2025": ("date", "2025-12-31"),
    "By end March 2026": ("date", "2026-03-31"),
    "31/03/2026": ("date", "2026-03-31"),
    "31.03.26": ("date", "2026-03-31"),
    "2026-03-31": ("date", "2026-03-31"),
    "1st April 2025": ("date", "2025-04-01"),
    "Monday 11 September 2023": ("date", "2023-09-11"),
    "October 1, 2009": ("date", "2009-10-01"),
    "Q3 2025/26": ("date", "2025-12-31"),
    "Quarter 4 2025/26": ("date", "2026-03-31"),
    "first quarter 2024/25": ("date", "2024-06-30"),
    "2025/26": ("date", "2026-03-31"),
    "March 2025/26": ("date", "2026-03-31"),
    "2027": ("date", "2027-12-31"),
    "Spring 2025": ("date", "2025-05-31"),
    "Summer term 2025": ("date", "2025-07-31"),
    "Winter 2024/25": ("date", "2025-02-28"),
    "Mid-2026": ("date", "2026-06-30"),
    "Ongoing until March 2026": ("date", "2026-03-31"),
    "Oct-Dec 08": ("range", "2008-12-31"),
    "April – June 2025": ("range", "2025-06-30"),
    "Jan 25-October 25": ("range", "2025-10-31"),
    "Mar/Apr 2025": ("date", "2025-04-30"),
    "Q1/Q2 2024/25": ("date", "2024-09-30"),
    "Spring/Summer 2025": ("date", "2025-08-31"),
    "June 2024/July 2024": ("multiple", "2024-07-31"),
    "between June and July 2025": ("range", "2025-07-31"),
    "June and July 2025": ("multiple", "2025-07-31"),
    "1-5 May 2025": ("range", "2025-05-05"),
    "2024-2029": ("range", "2029-12-31"),
    "2008/09 - 2010/11": ("range", "2011-03-31"),
    "Draft – Apr 2008\nFinal – Mar 2009": ("multiple", "2009-03-31"),
    "30 Jun 2023\n31 Oct 2023": ("multiple", "2023-10-31"),
    "Oct 2023\nMar 2023": ("multiple", "2023-10-31"),
    "Jul 08\nOct 08": ("multiple", "2008-10-31"),
    "Sept 2024 for one, end Q3 for others": ("multiple", "2024-09-30"),
    "Start: May 25\nEnd: Oct 25": ("range", "2025-10-31"),
    "Phase 1 March 2026, Phase 2 June 2026": ("multiple", "2026-06-30"),
    "H1 2026/27": ("date", "2026-09-30"),
    "second half of 2026/27": ("date", "2027-03-31"),
    "Half year 2025/26": ("date", "2025-09-30"),
    "Revised: Mar 2027, Original: Sept 2026": ("multiple", "2027-03-31"),
    "Sept 2026 (originally March 2027)": ("multiple", "2026-09-30"),
    "Original target date: 31/03/2027 Revised target date: 31/12/2026": ("multiple", "2026-12-31"),
    "Original: Sept 2026": ("date", "2026-09-30"),
    "Ongoing – review Mar 27": ("ongoing", None),
    "Ongoing (to be reviewed in March 2027)": ("ongoing", None),
    "Next review: May 2027": ("date", "2027-05-31"),
    "Sept 25 - ongoing": ("ongoing", None),
    "Every six months": ("ongoing", None),
    "Ongoing": ("ongoing", None),
    "In progress": ("ongoing", None),
    "Annually": ("ongoing", None),
    "From April 2008 ongoing": ("ongoing", None),
    "Commenced Oct 24": ("ongoing", None),
    "2008/09 onwards": ("ongoing", None),
    "TBC": ("unparsed", None),
    "To be agreed": ("unparsed", None),
    "Mar 2-08": ("unparsed", None),
    "31 Nov 2023": ("unparsed", None),
    "31/13/2023": ("unparsed", None),
    "Q3 2025": ("unparsed", None),
    "H1 2027": ("unparsed", None),
    "end of year": ("unparsed", None),
    "March": ("unparsed", None),
    "1-2 years": ("unparsed", None),
    "Short": ("unparsed", None),
}


@pytest.mark.parametrize(("text", "meaning"), DUE.items())
def test_due(text: str, meaning: tuple[str, str | None]) -> None:
    due = parse_due(text)
    assert (due.kind, due.date and due.date.isoformat()) == meaning
    assert due.text == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025/26 Q4", "2026-03-31"),
        ("end of the financial year 2025/26", "2026-03-31"),
        ("Year end 2025/26", "2026-03-31"),
        ("Easter 2026", "2026-04-30"),
        ("Funded to March ‘25", "2025-03-31"),
    ],
)
def test_one_day_however_it_is_put(text: str, day: str) -> None:
    due = parse_due(text)
    assert (due.date, due.kind) == (date.fromisoformat(day), "date")


def test_a_quarter_of_one_year_is_of_the_calendar_or_of_the_financial_year() -> None:
    assert parse_due("Q1/Q2 2026", plan_year=2025).date is None
    assert parse_due("Q1 - Q2 2026", plan_year=2025).date is None
    assert {parse_due(text).date for text in ("Q3 2025", "2025 Q3", "third quarter 2025")} == {None}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("end of year", "2009-03-31"),
        ("Q3", "2008-12-31"),
        ("Feb", "2009-02-28"),
        ("December", "2008-12-31"),
        ("4 May", "2008-05-04"),
        ("by the 31st March", "2009-03-31"),
    ],
)
def test_the_plan_gives_a_year_to_what_names_none(text: str, day: str) -> None:
    assert parse_due(text, plan_year=2008).date == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday, 20 May 2008", "2008-05-20"),
        ("Public pack 13th-Mar-2025 15.00 Cabinet.pdf", "2025-03-13"),
        ("10.00 am on Thursday, 30th January, 2025", "2025-01-30"),
        ("25/02/2026", "2026-02-25"),
        ("Dydd Mawrth, 15 Gorffennaf 2025", "2025-07-15"),
        ("March 2025", None),
        ("30 February 2025", None),
    ],
)
def test_meeting_dates(text: str, day: str | None) -> None:
    assert parse_date(text) == (day and date.fromisoformat(day))


DAYS = st.dates(date(1990, 1, 1), date(2079, 12, 31))
FORMATS = st.sampled_from(["%d %B %Y", "%d/%m/%Y", "%d.%m.%y", "%A %d %b %Y", "%d-%b-%Y", "%Y-%m-%d"])


@given(DAYS, FORMATS)
def test_a_printed_day_is_that_day(day: date, form: str) -> None:
    text = day.strftime(form)
    if day.year >= 2000 or "%Y" in form:
        assert parse_date(text) == day
        assert parse_due(text).date == day


@given(st.text(max_size=60))
def test_a_date_is_given_exactly_for_the_kinds_that_have_one(text: str) -> None:
    due = parse_due(text)
    assert (due.date is not None) == (due.kind in {"date", "range", "multiple"})


DATE_WORDS = ("first", "week of", "Q", "quarter", "half", "June", "may", "end of year", "FY", "spring", "H1")
DATE_WORDS += ("2024/25", "3", "31st", "2025", "/", "-", "(", "to", "A/Y", "31/03/2026", "half-term")


@given(st.lists(st.sampled_from(DATE_WORDS), max_size=6), st.sampled_from((" ", "")))
def test_a_form_that_fits_a_text_is_one_that_it_may_hold(words: list[str], between: str) -> None:
    text = between.join(words)
    assert [form for form in forms() if form[0].search(text) and form not in forms_of(text)] == []
