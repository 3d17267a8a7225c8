"""Check: a text that says which way a figure moved, from one figure to another, and says it wrong."""

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

_FIGURE = (
    r"(?<![\w.,/-])(?P<sign{n}>-?)[£$€]?(?P<figure{n}>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<part{n}>\.\d+)?"
    r"\s?(?P<unit{n}>%|[a-z]+)?"
)
"""A figure and the word behind it."""
_ASIDE = r"(?:\s+\([^()]{0,60}\)|\s+(?:in|at|for|during)\s+[^.;,]{1,40}?)?"
"""What may stand between the two: "from 84% in 2023/24 to 86%"."""
_WHEN = r"(?:\s+(?:over|in|during|across|through|throughout|since|this|last|by)\s+[^.;:,]{1,30}?)?"
"""What may stand between the movement and its figures: "come down over the summer, from 27 days"."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@check(
    kind="conflicting_text",
    title="Figure that moved the other way",
    severity="warning",
    message="The text says “{said}”, from {before} to {after}: “{quote}”",
    looks_at="lines, tables, actions, indicators, risks",
)
def moved_in_text(subject: Subject) -> Iterator[Hit]:
    """A rise from a figure to a lower one, or a fall to a higher one: the word or a figure is wrong."""
    for said in subject.figured:
        for found in _moves().finditer(said.text):
            before, after = (_value(found, n) for n in "12")
            wrong = after < before if found["up"] else after > before
            if wrong and _comparable(found):
                told = {"before": _printed(found, "1"), "after": _printed(found, "2")}
                facts = {"said": found["up"] or found["down"], **told, "quote": said.text[:200]}
                refs = (said.name, *(_named(subject, said.text, found[0]) if not said.name else ()))
                yield Hit(in_order(refs), (said.place,), facts)


def _named(subject: Subject, text: str, words: str) -> tuple[str, ...]:
    """What the sentence with some words of a paragraph speaks of first."""
    its = (named for sentence, _, named in subject.namings if words in sentence and sentence in text)
    return next((named[0].things[0].refs for named in its), ())


def _value(found: re.Match[str], n: str) -> Decimal:
    return Decimal(found[f"sign{n}"] + found[f"figure{n}"].replace(",", "") + (found[f"part{n}"] or ""))


def _printed(found: re.Match[str], n: str) -> str:
    share = "%" if found[f"unit{n}"] == "%" else ""
    return found[f"figure{n}"] + (found[f"part{n}"] or "") + share


def _comparable(found: re.Match[str]) -> bool:
    """Whether both figures are of one sort: neither a year, nor one a share and the other a number."""
    units = [found[f"unit{n}"] or "" for n in "12"]
    years = any(_YEAR.fullmatch(found[f"figure{n}"]) for n in "12")
    return not years and (units[0] == units[1] or not units[0])


@from_words
def _moves() -> re.Pattern[str]:
    """The words "rose from 84.1% in May to 82.3%"."""
    up, down = (whole_words(words("counts", key)) for key in ("went_up", "went_down"))
    one, other = (_FIGURE.format(n=n) for n in "12")
    return re.compile(
        rf"(?:(?P<up>{up})|(?P<down>{down}))(?:\s+(?:\w+ly|again|further|back))?{_WHEN},?\s+from\s+{one}{_ASIDE}\s+to\s+{other}",
        re.IGNORECASE,
    )
