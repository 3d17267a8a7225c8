"""Check: a text that says by what share a figure moved, from one figure to another, and says it wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words
from agendapack.schemas import from_words

WHOLE = Decimal(100)
_NUMBER = r"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?"
_FROM_TO = (
    r"from\s+(?P<money{n}>[£$€]?)(?P<before{n}>" + _NUMBER + r")(?P<scale{n}>\s?[a-z]+)?"
    r"(?:\s+(?:in|at|for|during)\s+[^.;,%]{{1,40}}?)?\s+to\s+[£$€]?(?P<after{n}>"
    + _NUMBER
    + r")(?![\d.,]*\d|\s?%)"
)
_SHARE = r"(?P<share{n}>\d{{1,3}}(?:\.\d+)?)\s?(?:%|per\s?cent)(?!\s*(?:points?|age))"
_YEAR = re.compile(r"(?:19|20)\d\d")


@check(
    kind="suspect_value",
    title="Share by which a figure moved that the two figures do not make",
    severity="warning",
    message="The text says {share}%, from {before} to {after}, which is {found}%: “{quote}”",
    looks_at="lines, tables, actions, indicators, risks",
)
def rate_of_change(subject: Subject) -> Iterator[Hit]:
    """Both figures are plain numbers, not shares, whose difference would be in points."""
    for said in subject.figured:
        for found in _moved().finditer(said.text):
            n = "1" if found["share1"] else "2"
            before, after = (Decimal(found[f"{name}{n}"].replace(",", "")) for name in ("before", "after"))
            share = Decimal(found[f"share{n}"])
            years = any(_YEAR.fullmatch(found[f"{name}{n}"]) for name in ("before", "after"))
            if years or not before or _is_right(share, before, after):
                continue
            made = f"{abs(after - before) / before * WHOLE:.0f}"
            told = {"before": found[f"before{n}"], "after": found[f"after{n}"], "found": made}
            facts = {"share": found[f"share{n}"], **told, "quote": said.text[:200]}
            refs = (said.name, *(() if said.name else _named(subject, said.text, found[0])))
            yield Hit(in_order(refs), (said.place,), facts)


def _is_right(share: Decimal, before: Decimal, after: Decimal) -> bool:
    """Whether the share is that of the change, of either figure, as far as rounding goes."""
    step = Decimal(1).scaleb(int(share.as_tuple().exponent))
    shares = (abs(after - before) / base * WHOLE for base in (before, after) if base)
    return any(abs(share - made) <= step for made in shares)


def _named(subject: Subject, text: str, words: str) -> tuple[str, ...]:
    """What the sentence with some words of a paragraph speaks of first."""
    its = (named for sentence, _, named in subject.namings if words in sentence and sentence in text)
    return next((named[0].things[0].refs for named in its), ())


@from_words
def _moved() -> re.Pattern[str]:
    """The words "rose by 25%, from 120 to 150" and "rose from 120 to 150, or 25%"."""
    moved = whole_words([*words("counts", "went_up"), *words("counts", "went_down")])
    one = rf"{moved}\s+by\s+{_SHARE.format(n=1)},?\s+(?:\([^()]{{0,40}}\)\s*)?{_FROM_TO.format(n=1)}"
    joint = rf"(?:\s+[a-z]+)?(?:,|\s+\(|\s+–|\s+or)\s*(?:or\s+)?(?:an?\s+)?(?:{moved}\s+of\s+)?"
    other = rf"{moved},?\s+{_FROM_TO.format(n=2)}{joint}{_SHARE.format(n=2)}"
    return re.compile(rf"{one}|{other}", re.IGNORECASE)
