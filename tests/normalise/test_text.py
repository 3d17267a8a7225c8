"""The text a person reads, and lists joined on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.text import bullet_items, clean, join_bullets


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("ﬁnance  of\u00adﬁce\u00a0hours", "finance office hours"),
        ("under 18-\nconception", "under 18-conception"),
        ("pre-\nand post-natal", "pre- and post-natal"),
        ("end of Mar-\n26", "end of Mar-26"),
        ("two\nlines", "two lines"),
        ("m² and ½", "m² and ½"),
    ],
)
def test_clean(raw: str, read: str) -> None:
    assert clean(raw) == read


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("• one\ntwo\n• three", ["one two", "three"]),
        ("•\none\n•\ntwo", ["one", "two"]),
        ("◼ one\n◼ two", ["one", "two"]),
        ("☂ one\n☂ two", ["one", "two"]),
        ("☂ one\nand two", ["☂ one and two"]),
        ("Monthly board.\nYearly survey.", ["Monthly board.", "Yearly survey."]),
        (
            "Monthly board meets.\nYearly survey of all gates by the\ninsurer.",
            ["Monthly board meets.", "Yearly survey of all gates by the insurer."],
        ),
        (
            "The board meets each month.\nAll gates are surveyed by the\ninsurer.",
            ["The board meets each month. All gates are surveyed by the insurer."],
        ),
        ("• one • two", ["one", "two"]),
        ("We will:\n- plan\n- do", ["We will:", "plan", "do"]),
        ("1. plan it\nwell\n2. do it", ["plan it well", "do it"]),
        ("Plan made.\nReview of it goes\non.\nDone.", ["Plan made.", "Review of it goes on.", "Done."]),
        ("Insured;\nBacked up;\nStaff trained", ["Insured", "Backed up", "Staff trained"]),
        ("plan\nwrapped - here", ["plan wrapped - here"]),
        ("", []),
    ],
)
def test_items(text: str, items: list[str]) -> None:
    assert bullet_items(text) == items


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We will:\n• plan;\n• do,\n• check.", "We will: plan; do; check."),
        ("Research\n• Plan a study\n• Ask for funds", "Research; Plan a study; Ask for funds"),
        ("no bullets\nhere", "no bullets here"),
        ("o plan\no do", "plan; do"),
        ("1. plan\n2. do", "1. plan 2. do"),
        ("✓", "✓"),
    ],
)
def test_joined(text: str, line: str) -> None:
    assert join_bullets(text) == line


@given(st.text(max_size=80))
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.lists(st.text("abc ", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_every_bullet_is_an_item(items: list[str]) -> None:
    assert bullet_items("\n".join(f"• {i}" for i in items)) == [" ".join(i.split()) for i in items]


@pytest.mark.parametrize(
    ("apart", "items"),
    [
        ((1, 2), ["Joint board", "Property protocol", "Survey of berths and quays"]),
        ((2,), ["Joint board Property protocol", "Survey of berths and quays"]),
        ((), ["Joint board Property protocol Survey of berths and quays"]),
    ],
)
def test_lines_that_begin_although_there_was_room_above_are_items(
    apart: tuple[int, ...], items: list[str]
) -> None:
    assert bullet_items("Joint board\nProperty protocol\nSurvey of berths\nand quays", apart) == items
