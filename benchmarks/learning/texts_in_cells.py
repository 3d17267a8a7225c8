"""Invented texts of cells: actions, risks, definitions, people and lists, in the styles that councils have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

import yaml

Cells = Callable[[Random, int], list[str]]

HERE = Path(__file__).parent


@cache
def words() -> Mapping[str, list[str]]:
    """The lists of words.yaml."""
    loaded: dict[str, list[str]] = yaml.safe_load((HERE / "words.yaml").read_text(encoding="utf-8"))
    return loaded


def one_of(rnd: Random, key: str) -> str:
    return str(rnd.choice(words()[key]))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def action(rnd: Random, count: int) -> list[str]:
    """Things to be done: mostly sentences that begin with a verb, in some plans noun phrases."""
    style = rnd.choices(["verb", "to", "noun", "ing", "will", "mixed", "short"], [10, 1, 2, 1, 2, 3, 2])[0]
    return [
        action_text(rnd, rnd.choice(["verb", "noun", "will"]) if style == "mixed" else style)
        for _ in range(count)
    ]


def action_text(rnd: Random, style: str) -> str:
    tail = f" {one_of(rnd, 'tails')}" if rnd.random() < 0.5 else ""
    end = "." if rnd.random() < 0.3 else ""
    if style == "noun":
        return f"{one_of(rnd, 'doings')} {one_of(rnd, 'things')}{tail if rnd.random() < 0.3 else ''}"
    if style == "short":
        return rnd.choice(
            [
                one_of(rnd, "things").capitalize(),
                f"{one_of(rnd, 'places')} {one_of(rnd, 'things')}",
                f"{one_of(rnd, 'doings')} {one_of(rnd, 'things')}",
            ]
        )
    text = f"{one_of(rnd, 'verbs')} {one_of(rnd, 'nouns')}{tail}{end}"
    if style == "to":
        return "To " + _lower(text)
    if style == "will":
        who = rnd.choice(
            [
                "We will",
                "The council will",
                "Officers to",
                "The Board should",
                "Leaders across the partnership should",
                f"The {one_of(rnd, 'bodies')} will",
            ]
        )
        return f"{who} {_lower(text)}"
    if style == "ing":
        verb, _, rest = text.partition(" ")
        return f"{verb.rstrip('e')}ing {rest}"
    if rnd.random() < 0.15:
        text += f"\n• {one_of(rnd, 'verbs')} {one_of(rnd, 'nouns')}\n• {one_of(rnd, 'verbs')} {one_of(rnd, 'nouns')}"
    return text


def definition(rnd: Random, count: int) -> list[str]:
    """Names of what is measured."""
    style = rnd.choices(["phrase", "bare", "mixed", "long", "aim"], [6, 2, 4, 1, 1.5])[0]
    return [_definition(rnd, style) for _ in range(count)]


def _definition(rnd: Random, style: str) -> str:
    what, head, tail = one_of(rnd, "measures"), one_of(rnd, "measure_heads"), one_of(rnd, "measure_tails")
    if style == "bare" or (style == "mixed" and rnd.random() < 0.4):
        return what.capitalize() + (
            f" ({rnd.choice(['%', 'days', 'no.', 'cumulative'])})" if rnd.random() < 0.3 else ""
        )
    if style == "aim":
        return _aim(rnd, what)
    if style == "long":
        return f"{head or 'Percentage of'} {what} {tail} {one_of(rnd, 'tails')}"
    return " ".join(f"{head} {what} {tail if rnd.random() < 0.4 else ''}".split())


def _aim(rnd: Random, what: str) -> str:
    """What is measured and what it should come to, in one sentence."""
    year, share = rnd.randint(2030, 2040), rnd.randint(5, 95)
    return rnd.choice(
        [
            f"By {year}, {what} will have risen to {share}%",
            f"The proportion of {what} rises to {share}% by {year}",
            f"Reduce {what} by {share}%",
            f"Increase {what} to {share}% by {year}",
            f"By {year} there are {share} fewer {what}",
            f"{share}% of {what} by the end of {year}",
            f"At least {share} {what} each year",
            f"No increase in {what}",
            f"{what.capitalize()}: from {share} to {share + 9}",
        ]
    )


def risk(rnd: Random, count: int) -> list[str]:
    """What may go wrong; short names in some registers, cause and effect in others."""
    style = rnd.choices(["plain", "title", "full", "statement", "mixed"], [6, 3, 3, 2, 2])[0]
    if style == "mixed":
        return [_risk(rnd, rnd.choice(["plain", "title"])) for _ in range(count)]
    return [_risk(rnd, style) for _ in range(count)]


def _risk(rnd: Random, style: str) -> str:
    what = one_of(rnd, "nouns")
    if style == "title":
        return rnd.choice(
            [
                one_of(rnd, "fields"),
                f"{one_of(rnd, 'fields')} capacity",
                what.removeprefix("the ").removeprefix("a ").capitalize(),
                one_of(rnd, "causes"),
                one_of(rnd, "consequences"),
                one_of(rnd, "risk_heads").split(" ")[0] + " of " + one_of(rnd, "fields").lower(),
            ]
        )
    if style == "statement":
        return f"The {one_of(rnd, 'things')} {rnd.choice(['fails in a storm', 'costs more than the budget allows', 'is not ready in time', 'cannot be insured', 'runs out of money', 'closes at short notice'])}"
    text = f"{one_of(rnd, 'risk_heads')} {what}"
    if style == "full":
        text += f" {rnd.choice(['due to', 'caused by', 'because of'])} {_lower(one_of(rnd, 'causes'))}, {rnd.choice(['resulting in', 'leading to', 'which could mean'])} {_lower(one_of(rnd, 'consequences'))}"
    return text + (one_of(rnd, "risk_tails") if rnd.random() < 0.4 else "")


def bullets(key: str, most: int = 3) -> Cells:
    """Phrases of a list of words, in some columns several to a cell."""

    def draw(rnd: Random, count: int) -> list[str]:
        several = rnd.random() < 0.5
        mark = rnd.choice(["• ", "- ", "", "", "o "])
        return [
            "\n".join(mark + one_of(rnd, key) for _ in range(rnd.randint(1, most) if several else 1))
            for _ in range(count)
        ]

    return draw


def any_of(key: str) -> Cells:
    """Entries of a list of words."""
    return lambda rnd, count: [one_of(rnd, key) for _ in range(count)]


def officers(rnd: Random, count: int) -> list[str]:
    """Names, posts, bodies or initials; some cells hold two."""
    style = rnd.choices(["name", "post", "body", "initials", "mixed"], [4, 4, 3, 1, 3])[0]
    few = [officer_text(rnd, style) for _ in range(rnd.randint(1, 6))]
    join = rnd.choice([", ", "\n", " / ", " and "])
    return [
        join.join(dict.fromkeys(rnd.choice(few) for _ in range(rnd.choice([1, 1, 1, 2]))))
        for _ in range(count)
    ]


def officer_text(rnd: Random, style: str) -> str:
    kind = rnd.choice(["name", "post", "body"]) if style == "mixed" else style
    if kind == "name":
        name = f"{one_of(rnd, 'first')} {one_of(rnd, 'last')}"
        return f"Cllr {name}" if rnd.random() < 0.1 else name
    if kind == "post":
        return rnd.choice(
            [
                f"{one_of(rnd, 'posts')} {one_of(rnd, 'fields')}",
                f"{one_of(rnd, 'fields')} {rnd.choice(['Manager', 'Lead', 'Officer', 'Director'])}",
                "Town Clerk",
            ]
        )
    if kind == "initials":
        return one_of(rnd, "first")[0] + one_of(rnd, "last")[0].upper()
    return one_of(rnd, "bodies")


def aims(rnd: Random, count: int) -> list[str]:
    """Aims in words, or the policies and objectives of a plan by their numbers."""
    if rnd.random() < 0.65:
        return [one_of(rnd, "aims") for _ in range(count)]
    stem = rnd.choice(["CS", "Policy H", "SO", "BH", "Objective ", "EN", "P", "SP"])
    join = rnd.choice([", ", "\n", "; "])
    most = rnd.choice([1, 1, 4])
    return [
        join.join(f"{stem}{rnd.randint(1, 24)}" for _ in range(rnd.randint(1, most))) for _ in range(count)
    ]
