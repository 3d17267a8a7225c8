"""No text makes a parser slow or makes it fail: its steps grow with the text, whatever is printed."""

import sys
from collections.abc import Callable

import pytest

from agendapack.extract.normalise.broken_refs import rejoined_refs
from agendapack.extract.normalise.dates import date_span, parse_date, parse_due
from agendapack.extract.normalise.people import initials_key, split_officers
from agendapack.extract.normalise.periods import find_period, parse_period
from agendapack.extract.normalise.posts import is_name, is_post
from agendapack.extract.normalise.rag import direction_of, rag_of_text
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.normalise.refs import canonical, cut_off, find_refs, is_ref, split_ref
from agendapack.extract.normalise.text import bullet_items, clean, join_bullets
from agendapack.extract.normalise.units import unit_of
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.normalise.who_and_when import who_and_when

KNOWN = ("QX A03", "CR-01", "Hsg-4", "SR01-A2", "ZZ 12")
PARSERS: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    "refs": (find_refs, ("NI 51,54-56", "QX A03 – QX A08", "QRS4-1.8, 1.9", "A100 A101 (all)")),
    "known refs": (lambda text: find_refs(text, known=KNOWN), ("QX A03 to A08", "CR 01; Hsg-4 – Hsg-6")),
    "cut off": (cut_off, ("QRS4-1. ZZ 13", "CSD A0")),
    "untorn": (lambda text: rejoined_refs(text, KNOWN), ("QX A0 3, ZZ 1 2",)),
    "is ref": (is_ref, ("A1, A2 & A3", "PAY 25/03", "AB1 2CD")),
    "canonical": (canonical, ("QX A03",)),
    "split ref": (split_ref, ("QRS4-1.8a",)),
    "due": (parse_due, ("from 31 March 2026 to end of Q3 2026/27", "1/4/26 onwards", "Jul 08 Oct 08")),
    "date": (parse_date, ("Tuesday 31 March 2026", "March 31st, 2026")),
    "date span": (date_span, ("by 31 March 2026",)),
    "period": (parse_period, ("12 months to March 2026", "Q1-Q3 2024/25")),
    "find period": (find_period, ("Apr 2024 - Mar 2025 (2024/25)", "First quarter of FY 2024/25")),
    "value": (parse_value, ("Reading 5.9% Writing 6.4%", "£1,234,567.8m (£1m)", "3 - 4 days", "↑ 5:1")),
    "unit": (unit_of, ("rate per 100,000 people", "£000s")),
    "officers": (split_officers, ("Jo Kerr, Head of Legal, HR and Estates / Al Ray", "AB; CD with EF")),
    "initials": (initials_key, ("AS - Ann Smith   BJ – Bob Jones",)),
    "rating": (rating_of, ("L3 x I4 = 12 (Very High risk) ↑", "(3 x 4) = 12", "12 (L3 x I4)")),
    "colour": (rag_of_text, ("97% (Green)",)),
    "direction": (direction_of, ("↑ improving",)),
    "who and when": (who_and_when, ("Head of Quays (30/09/31)", "Jo Kerr / by end of Mar 31")),
    "clean": (clean, ("pre-\nand post-\n1",)),
    "bullets": (bullet_items, ("Lead:\n1. one\n2. two", "• a\n• b")),
    "joined": (join_bullets, ("Lead:\n- one\n- two •",)),
    "name": (is_name, ("Jo de la Kerr",)),
    "post": (is_post, ("Head of Legal and Estates",)),
}  # fmt: skip
SEEDS = (
    *" \n-–/£$()[]{}.,:;%=•↑…_*'",
    *("1", "1 ", "1,", "1.", "1:", "1/", "12:3 ", "£1,000 ", "5% ", "a", "A", "A ", "AB ", "Ab Cd ", "()"),
    *("A1", "A100 ", "NI 5-", "AB1-1.", "31 March 2026 ", "Q1 ", "2024/25 ", "to end of ", "L3 x I4 "),
    *(
        "Red ",
        "(a",
        "and ",
        "a:1 ",
        "Jo Kerr\n",
        "Jo, Al; ",
        "per 1,000 ",
        "high risk ",
        "²",
        "\u00ad",
        "\ud800",
    ),
)
LENGTHS = (350, 700, 1400)
"""Characters; what is longer than the last is read as prose by most."""
FEW = 60
"""Steps a character that raise no suspicion."""
MOST = 3.0
"""Times the steps that a text twice as long may take: 2 where time grows with the text, 4 with its square."""
LIMIT = 2_000_000


class TooManySteps(BaseException):
    """The parser was stopped."""


def steps(parse: Callable[[str], object], text: str) -> int:
    """Lines of Python that the parser runs; the patterns have a test of their own."""
    taken = 0

    def count(_frame: object, _event: str, _arg: object) -> Callable[..., object]:
        nonlocal taken
        taken += 1
        if taken > LIMIT:
            raise TooManySteps
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        parse(text)
    finally:
        sys.settrace(before)
    return taken


def slow(parse: Callable[[str], object], seed: str) -> bool:
    few = 0
    for length in LENGTHS:
        text = (seed * length)[: length - 1]
        try:
            taken = steps(parse, text)
        except TooManySteps:
            return True
        if taken <= max(FEW * length, MOST * few):
            return False
        few = taken
    return True


@pytest.mark.parametrize("name", PARSERS)
def test_steps_grow_with_the_text(name):
    parse, examples = PARSERS[name]
    for example in examples:
        parse(example)  # words are made into patterns once
    prefixes = {example[:end] for example in examples for end in range(1, len(example) + 1)}
    assert [seed for seed in (*SEEDS, *sorted(prefixes)) if slow(parse, seed)] == []


@pytest.mark.parametrize("name", PARSERS)
def test_a_long_text_is_no_error(name):
    parse, examples = PARSERS[name]
    for seed in (*SEEDS, *examples):
        parse((seed * 10_000)[:10_000])


def test_a_list_of_many_references_is_read_whole():
    names = [f"M{number}" for number in range(100, 140)]
    assert [found.ref for found in find_refs(" ".join(names))] == names
    assert not is_ref(" ".join(names) + " (all)")


def test_a_number_of_any_length_is_no_error():
    assert split_ref("AB " + "1" * 9999)[2] == ""
