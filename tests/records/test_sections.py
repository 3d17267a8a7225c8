"""Which heading is the section of a row: over it in its table, or the title of its table among others."""

from __future__ import annotations

import pytest

from agendapack.extract.model import Indicator, Source
from agendapack.extract.records.bands import Headings
from agendapack.extract.records.sections import titled


def test_the_outermost_heading_is_the_section_without_its_references() -> None:
    headings = Headings()
    headings.apply("divisional_objective", "Cleaner streets")
    assert headings.section("actions") == "Cleaner streets"
    headings.apply("corporate_outcome", "Place (ref: CP 2)")
    headings.apply("divisional_objective", "Cleaner streets")
    assert headings.section("actions") == "Place"


def test_what_governs_actions_is_not_over_the_register_behind_them() -> None:
    headings = Headings()
    headings.apply("corporate_outcome", "Place")
    headings.apply("divisional_objective", "Cleaner streets")
    assert headings.section("actions") == "Place"
    assert headings.section("risks") == ""
    headings.apply("corporate_outcome", "People")
    assert headings.section("risks") == "People"


def one(table: str, plan: str = "Report", section: str = "") -> Indicator:
    return Indicator(Source("p", "", table, 1, None, 1.0), plan, "Visits", section=section)


@pytest.mark.parametrize(
    ("titles", "sections"),
    [
        ({"t1": "Place", "t2": "People"}, ["Place", "People"]),
        ({"t1": "Measures", "t2": "Measures"}, ["", ""]),
        ({"t1": "Quarter 1 2031/32", "t2": "Quarter 2 2031/32"}, ["", ""]),
        ({"t1": "Place", "t2": "H is high, L is low."}, ["Place", ""]),
        ({"t1": "Place"}, ["Place", ""]),
        ({"t1": "At a glance", "t2": "Detail:"}, ["", ""]),
        ({}, ["", ""]),
    ],
)
def test_titles_are_sections_where_they_tell_tables_apart(
    titles: dict[str, str], sections: list[str]
) -> None:
    assert [row.section for row in titled([one("t1"), one("t2")], titles)] == sections


def test_a_title_alone_in_its_plan_names_the_report() -> None:
    rows = [one("t1"), one("t2", "Other")]
    assert [row.section for row in titled(rows, {"t1": "Place", "t2": "People"})] == ["", ""]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Adults", "Adults"),
        ("Report", ""),  # the plan's own title
        ("Table 3 Adults", ""),
        ("Progress in Quarter 2 2031/32", ""),
        ("The rows below are for adults.", ""),
        ("", ""),
    ],
)
def test_the_title_of_a_table_with_headings_inside_is_that_of_its_first_rows(title: str, first: str) -> None:
    rows = [one("t1"), one("t1", section="Children")]
    assert [row.section for row in titled(rows, {"t1": title})] == [first, "Children"]
