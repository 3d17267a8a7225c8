"""Value cells: number, unit and status, and the units of heads and definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.units import unit_of
from agendapack.extract.normalise.values import parse_value

CELLS = {
    "27.90% (QX116)": (27.9, "percent", "reported"),
    "97% (Green)": (97, "percent", "reported"),
    "Red 45%": (45, "percent", "reported"),
    "99.5 %": (99.5, "percent", "reported"),
    "-8.5%": (-8.5, "percent", "reported"),
    "−8.5%": (-8.5, "percent", "reported"),
    "+3.2%": (3.2, "percent", "reported"),
    "45%*": (45, "percent", "reported"),
    "8.9 (agreed figure)": (8.9, "", "reported"),
    "1,263": (1263, "", "reported"),
    "0": (0, "", "reported"),
    ".5": (0.5, "", "reported"),
    "-.5%": (-0.5, "percent", "reported"),
    "12.": (12, "", "reported"),
    "(1,234)": (-1234, "", "reported"),
    "£14.2m": (14.2, "gbp_million", "reported"),
    "£45k": (45, "gbp_thousand", "reported"),
    "£318,400": (318400, "gbp", "reported"),
    "(£1,200)": (-1200, "gbp", "reported"),
    "£(1,200)": (-1200, "gbp", "reported"),
    "1.2 million": (1.2, "count_million", "reported"),
    "9.8 per 100,000": (9.8, "rate_per_100000", "reported"),
    "3.1 per 1,000": (3.1, "rate_per_1000", "reported"),
    "12 days": (12, "days", "reported"),
    "4.5 weeks": (4.5, "weeks", "reported"),
    "37 min": (37, "minutes", "reported"),
    "00:02:31": (151, "seconds", "reported"),
    "1:25": (None, "", "reported"),
    "17 allotments on offer": (17, "count", "reported"),
    "c. 45%": (45, "percent", "estimated"),
    "45.2 (est)": (45.2, "", "estimated"),
    "45% (provisional)": (45, "percent", "provisional"),
    "12½ days": (12.5, "days", "reported"),
    "45.2 (p)": (45.2, "", "provisional"),
    "45.2% (r)": (45.2, "percent", "revised"),
    "45.2ᵖ": (45.2, "", "provisional"),
    "45.2 ʳ": (45.2, "", "revised"),
    "93 (R)": (93, "", "reported"),
    "£1.2m (revised)": (1.2, "gbp_million", "revised"),
    "£10.9m³": (10.9, "gbp_million", "reported"),
    "45%²": (45, "percent", "reported"),
    "450 m²": (450, "m2", "reported"),
    "450m³": (450, "m3", "reported"),
    "12 kt": (12, "kilotonnes", "reported"),
    "1,234t": (1234, "tonnes", "reported"),
    "1 in 4": (None, "", "reported"),
    "8m 12s": (492, "seconds", "reported"),
    "8 mins and 12 secs": (492, "seconds", "reported"),
    "5 days 3 hrs": (123, "hours", "reported"),
    "1w 2d": (9, "days", "reported"),
    "5 working days 3 hrs": (None, "", "not_parsed"),
    "£(2.3)m": (-2.3, "gbp_million", "reported"),
    "1,204 tonnes CO2e": (1204, "tco2e", "reported"),
    "85pc": (85, "percent", "reported"),
    "5,800 tCO2e": (5800, "tco2e", "reported"),
    "15.2 GWh": (15.2, "gwh", "reported"),
    "211.4 per 100k": (211.4, "rate_per_100000", "reported"),
    "1 working day": (1, "days", "reported"),
    "1.2%pts": (1.2, "percentage_points", "reported"),
    "95% by March 2026": (95, "percent", "reported"),
    "Below 7% by 2030": (7, "percent", "reported"),
    "Annual": (None, "", "pending"),
    "#DIV/0!": (None, "", "not_available"),
    # bounds are values, changes, spans and hidden small numbers are none
    "> 90%": (90, "percent", "reported"),
    "90% +": (90, "percent", "reported"),
    "at least 90%": (90, "percent", "reported"),
    "≤ 12 days": (12, "days", "reported"),
    "Increase to 85%": (85, "percent", "reported"),
    "reduce by 5%": (None, "", "reported"),
    "5% reduction": (None, "", "reported"),
    "85-90%": (None, "", "reported"),
    "10–12 weeks": (None, "", "reported"),
    "<5": (None, "", "suppressed"),
    "A+": (None, "", "reported"),
    "Improve": (None, "", "reported"),
    # no number
    "": (None, "", "not_printed"),
    "-": (None, "", "not_printed"),
    "NA": (None, "", "not_available"),
    "n/a": (None, "", "not_applicable"),
    "TBC": (None, "", "pending"),
    "Awaiting data": (None, "", "pending"),
    # digits that are not one number
    "45% / 50%": (None, "", "not_parsed"),
    "120/267": (None, "", "not_parsed"),
    "1,2345": (None, "", "not_parsed"),
    "2 hrs 30 mins": (150, "minutes", "reported"),
    "31/03/2024": (None, "", "not_parsed"),
    "Mar 2024 Apr 2025": (None, "", "not_parsed"),
}


@pytest.mark.parametrize(("text", "read"), CELLS.items())
def test_cell(text: str, read: tuple[float | None, str, str]) -> None:
    (value,) = parse_value(text)
    assert (value.value, value.unit, value.status) == read
    assert (value.component, value.text + value.mark) == ("", text)


@pytest.mark.parametrize(
    "text", ["90% offices, 80% housing.", "90% offices; 80% housing", "90% offices, and 80% housing"]
)
def test_labels_behind_their_values(text: str) -> None:
    read = [(v.component, v.text, v.value, v.unit) for v in parse_value(text)]
    assert read == [("offices", "90%", 90.0, "percent"), ("housing", "80%", 80.0, "percent")]


@pytest.mark.parametrize("text", ["90% jobs", "90% of jobs, 80 homes", "5 days, 3 hrs", "90% jobs, 80% jobs"])
def test_what_is_one_value_or_none(text: str) -> None:
    assert len(parse_value(text)) == 1


@pytest.mark.parametrize(
    "text", ["Reading 5.9% Writing 6.4%", "Reading\n5.9%\nWriting\n6.4%", "Reading: 5.9%, Writing: 6.4%"]
)
def test_labelled_parts_are_values_of_their_own(text: str) -> None:
    read = [(v.component, v.text, v.value, v.unit) for v in parse_value(text)]
    assert read == [("Reading", "5.9%", 5.9, "percent"), ("Writing", "6.4%", 6.4, "percent")]


@pytest.mark.parametrize(
    ("text", "unit", "value", "read"),
    [
        ("45", "percent", 45, "percent"),
        ("£318", "gbp_thousand", 318, "gbp_thousand"),
        ("14.2m", "gbp", 14.2, "gbp_million"),
        ("12 days", "weeks", 12, "days"),
        ("<5", "days", 5, "days"),
        ("NA", "percent", None, ""),
    ],
)
def test_the_column_gives_the_unit_the_cell_does_not(
    text: str, unit: str, value: float | None, read: str
) -> None:
    (got,) = parse_value(text, column_unit=unit)
    assert (got.value, got.unit) == (value, read)


def test_a_definition_gives_the_unit_when_the_column_does_not() -> None:
    assert parse_value("45", hint="Percentage of bins emptied")[0].unit == "percent"


def test_minutes_and_seconds_where_the_unit_says_so() -> None:
    (clock,) = parse_value("3:12", hint="Average time to answer (mm:ss)")
    assert (clock.value, clock.unit) == (192, "seconds")


UNITS = {
    "Missed bins for each 100,000 collections": "rate_per_100000",
    "Births to teenagers in every 1,000": "rate_per_1000",
    "kWh/m2": "",
    "kWh used": "kwh",
    "Net budget (£m)": "gbp_million",
    "£000s": "gbp_thousand",
    "£'000": "gbp_thousand",
    "Cost per household (£)": "gbp",
    "%": "percent",
    "Tax collected (%)": "percent",
    "% of calls answered": "percent",
    "Percentage of replies within 10 days": "percent",
    "Rate per 1,000": "rate_per_1000",
    "Deaths per 100,000 population": "rate_per_100000",
    "Average time (days)": "days",
    "Average days to re-let": "days",
    "Working days lost": "days",
    "Number of visits": "count",
    "Number of cases in 5 days": "count",
    "Days to process new claims": "days",
    "Benefit claims: days to process changes": "days",
    "Requests answered in 20 working days": "",
    "Year-end target": "",
    "Tonnage of dry recycling": "tonnes",
    "Hectares of reed bed kept": "hectares",
    "Number of kilometres of quay": "km",
    "Average Attainment 8 score": "score",
    "Average time to answer (mm:ss)": "seconds",
    "Percentage point gap at age 16": "percentage_points",
    "Value": "",
    "Actual 2024/25": "",
    "": "",
}


@pytest.mark.parametrize(("text", "unit"), UNITS.items())
def test_unit_of_a_head_or_definition(text: str, unit: str) -> None:
    assert unit_of(text) == unit


@given(st.integers(-999_999, 999_999), st.integers(0, 2), st.sampled_from(["", "%", " days", " per 1,000"]))
def test_a_printed_number_is_that_number(whole: int, places: int, unit: str) -> None:
    text = f"{whole / 10**places:,.{places}f}{unit}"
    assert parse_value(text)[0].value == pytest.approx(whole / 10**places)


QUALIFIERS = {
    "<5": "<",
    "fewer than 5 cases": "<",
    "> 90%": ">",
    "over 90%": ">",
    "no more than 12 days": "≤",
    "12 days or less": "≤",
    "at least 90%": "≥",
    "90%+": "≥",
    "c. 45%": "~",
    "approximately 45": "~",
    "45%": "",
    "Increase to 85%": "",
}


@pytest.mark.parametrize(("text", "sign"), QUALIFIERS.items())
def test_qualifiers(text: str, sign: str) -> None:
    assert [v.qualifier for v in parse_value(text)] == [sign]


@given(
    st.integers(0, 99),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["{}d {}h {}m", "{} days, {} hrs {} mins"]),
)
def test_times_in_several_units(days: int, hours: int, minutes: int, form: str) -> None:
    (value,) = parse_value(form.format(days, hours, minutes))
    assert (value.value, value.unit) == (float((days * 24 + hours) * 60 + minutes), "minutes")


@given(st.text(max_size=40))
def test_any_text_is_read_and_kept(text: str) -> None:
    values = parse_value(text)
    assert values
    if len(values) == 1:
        assert "".join((values[0].text + values[0].mark).split()) == "".join(text.split())
    assert all(
        v.status in {"reported", "provisional", "revised", "final", "estimated"}
        for v in values
        if v.value is not None
    )


@pytest.mark.parametrize(
    ("printed", "text", "mark"),
    [
        ("£10.9m³", "£10.9m", "³"),
        ("45%²", "45%", "²"),
        ("450 m²", "450 m²", ""),
        ("45*", "45", "*"),
        ("n/a*", "n/a", "*"),
        ("45%†", "45%", "†"),
        ("*", "*", ""),
        ("n/a¹", "n/a", "¹"),
    ],
)
def test_the_mark_of_a_footnote_is_no_part_of_the_value(printed: str, text: str, mark: str) -> None:
    (value,) = parse_value(printed)
    assert (value.text, value.mark) == (text, mark)


@pytest.mark.parametrize(
    ("definition", "unit"),
    [
        ("Berth fees collected in year (%)", "percent"),
        ("Berth fees collected in year", ""),
        ("Fees paid in days (%)", "percent"),
        ("Days lost in year (days)", "days"),
        ("Time in days", "days"),
        ("Average working days lost", "days"),
        ("Visits in year", ""),
    ],
)
def test_a_unit_in_brackets_goes_before_a_time_in_which_something_was_done(
    definition: str, unit: str
) -> None:
    assert unit_of(definition) == unit
