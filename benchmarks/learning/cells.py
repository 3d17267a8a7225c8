"""Invented cells: what stands in a column of each meaning, in the styles that councils have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

import yaml

Cells = Callable[[Random, int], list[str]]
HERE = Path(__file__).parent
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@cache
def words() -> Mapping[str, list[str]]:
    """The lists of words.yaml."""
    loaded: dict[str, list[str]] = yaml.safe_load((HERE / "words.yaml").read_text(encoding="utf-8"))
    return loaded


def _one(rnd: Random, key: str) -> str:
    return str(rnd.choice(words()[key]))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def action(rnd: Random, count: int) -> list[str]:
    """Things to be done: mostly sentences that begin with a verb, in some plans noun phrases."""
    style = rnd.choices(["verb", "to", "noun", "ing", "will", "mixed", "short"], [10, 1, 2, 1, 2, 3, 2])[0]
    return [
        _action(rnd, rnd.choice(["verb", "noun", "will"]) if style == "mixed" else style)
        for _ in range(count)
    ]


def _action(rnd: Random, style: str) -> str:
    tail = f" {_one(rnd, 'tails')}" if rnd.random() < 0.5 else ""
    end = "." if rnd.random() < 0.3 else ""
    if style == "noun":
        return f"{_one(rnd, 'doings')} {_one(rnd, 'things')}{tail if rnd.random() < 0.3 else ''}"
    if style == "short":
        return rnd.choice(
            [
                _one(rnd, "things").capitalize(),
                f"{_one(rnd, 'places')} {_one(rnd, 'things')}",
                f"{_one(rnd, 'doings')} {_one(rnd, 'things')}",
            ]
        )
    text = f"{_one(rnd, 'verbs')} {_one(rnd, 'nouns')}{tail}{end}"
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
                f"The {_one(rnd, 'bodies')} will",
            ]
        )
        return f"{who} {_lower(text)}"
    if style == "ing":
        verb, _, rest = text.partition(" ")
        return f"{verb.rstrip('e')}ing {rest}"
    if rnd.random() < 0.15:
        text += f"\n• {_one(rnd, 'verbs')} {_one(rnd, 'nouns')}\n• {_one(rnd, 'verbs')} {_one(rnd, 'nouns')}"
    return text


def definition(rnd: Random, count: int) -> list[str]:
    """Names of what is measured."""
    style = rnd.choices(["phrase", "bare", "mixed", "long", "aim"], [6, 2, 4, 1, 1.5])[0]
    return [_definition(rnd, style) for _ in range(count)]


def _definition(rnd: Random, style: str) -> str:
    what, head, tail = _one(rnd, "measures"), _one(rnd, "measure_heads"), _one(rnd, "measure_tails")
    if style == "bare" or (style == "mixed" and rnd.random() < 0.4):
        return what.capitalize() + (
            f" ({rnd.choice(['%', 'days', 'no.', 'cumulative'])})" if rnd.random() < 0.3 else ""
        )
    if style == "aim":
        return _aim(rnd, what)
    if style == "long":
        return f"{head or 'Percentage of'} {what} {tail} {_one(rnd, 'tails')}"
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
    what = _one(rnd, "nouns")
    if style == "title":
        return rnd.choice(
            [
                _one(rnd, "fields"),
                f"{_one(rnd, 'fields')} capacity",
                what.removeprefix("the ").removeprefix("a ").capitalize(),
                _one(rnd, "causes"),
                _one(rnd, "consequences"),
                _one(rnd, "risk_heads").split(" ")[0] + " of " + _one(rnd, "fields").lower(),
            ]
        )
    if style == "statement":
        return f"The {_one(rnd, 'things')} {rnd.choice(['fails in a storm', 'costs more than the budget allows', 'is not ready in time', 'cannot be insured', 'runs out of money', 'closes at short notice'])}"
    text = f"{_one(rnd, 'risk_heads')} {what}"
    if style == "full":
        text += f" {rnd.choice(['due to', 'caused by', 'because of'])} {_lower(_one(rnd, 'causes'))}, {rnd.choice(['resulting in', 'leading to', 'which could mean'])} {_lower(_one(rnd, 'consequences'))}"
    return text + (_one(rnd, "risk_tails") if rnd.random() < 0.4 else "")


def bullets(key: str, most: int = 3) -> Cells:
    """Phrases of a list of words, in some columns several to a cell."""

    def draw(rnd: Random, count: int) -> list[str]:
        several = rnd.random() < 0.5
        mark = rnd.choice(["• ", "- ", "", "", "o "])
        return [
            "\n".join(mark + _one(rnd, key) for _ in range(rnd.randint(1, most) if several else 1))
            for _ in range(count)
        ]

    return draw


def any_of(key: str) -> Cells:
    """Entries of a list of words."""
    return lambda rnd, count: [_one(rnd, key) for _ in range(count)]


def officers(rnd: Random, count: int) -> list[str]:
    """Names, posts, bodies or initials; some cells hold two."""
    style = rnd.choices(["name", "post", "body", "initials", "mixed"], [4, 4, 3, 1, 3])[0]
    few = [_officer(rnd, style) for _ in range(rnd.randint(1, 6))]
    join = rnd.choice([", ", "\n", " / ", " and "])
    return [
        join.join(dict.fromkeys(rnd.choice(few) for _ in range(rnd.choice([1, 1, 1, 2]))))
        for _ in range(count)
    ]


def _officer(rnd: Random, style: str) -> str:
    kind = rnd.choice(["name", "post", "body"]) if style == "mixed" else style
    if kind == "name":
        name = f"{_one(rnd, 'first')} {_one(rnd, 'last')}"
        return f"Cllr {name}" if rnd.random() < 0.1 else name
    if kind == "post":
        return rnd.choice(
            [
                f"{_one(rnd, 'posts')} {_one(rnd, 'fields')}",
                f"{_one(rnd, 'fields')} {rnd.choice(['Manager', 'Lead', 'Officer', 'Director'])}",
                "Town Clerk",
            ]
        )
    if kind == "initials":
        return _one(rnd, "first")[0] + _one(rnd, "last")[0].upper()
    return _one(rnd, "bodies")


def dates(rnd: Random, count: int) -> list[str]:
    """Days, months, quarters or years in one style, now and then words."""
    style = rnd.choice(
        [
            "month",
            "short",
            "day",
            "numeric",
            "quarter",
            "year",
            "season",
            "words",
            "span",
            "mixed",
            "financial",
            "term",
            "end",
            "iso",
            "american",
        ]
    )
    return [
        _date(rnd, rnd.choice(["month", "day", "words", "quarter"]) if style == "mixed" else style)
        for _ in range(count)
    ]


def _date(rnd: Random, style: str) -> str:
    month, year = rnd.choice(MONTHS), rnd.randint(2029, 2034)
    if rnd.random() < 0.12:
        return rnd.choice(["Ongoing", "Complete", "TBC", "Immediate", "Ongoing", "Completed"])
    return {
        "month": f"{month} {year}",
        "short": f"{month[:3]}{rnd.choice([' ', '-'])}{year % 100}",
        "day": f"{rnd.randint(1, 28)} {month} {year}",
        "numeric": f"{rnd.randint(1, 28):02d}/{rnd.randint(1, 12):02d}/{rnd.choice([year, year % 100])}",
        "quarter": f"Q{rnd.randint(1, 4)} {year}/{(year + 1) % 100}",
        "year": str(year),
        "season": f"{rnd.choice(['Spring', 'Summer', 'Autumn', 'End of', 'By end'])} {year}",
        "words": rnd.choice(
            [
                "Short term",
                "Medium term",
                "Long term",
                "Within 6 months",
                "1-3 years",
                "0-1 years",
                "Annual",
                "Near-term",
                "6-12 months",
                "Ongoing",
                "Year 1",
                "Short",
                "Mid-term",
                "Immediate",
                "As required",
                "Years 1-2",
                "Within 3 months",
                "Each term",
                "Rolling programme",
                "5+ years",
                "Phase 2",
                "Next meeting",
                "Every year",
            ]
        ),
        "term": f"{rnd.choice(['Autumn', 'Spring', 'Summer'])} {rnd.choice(['term', 'Term', 'term 1'])}"
        f"{rnd.choice(['', f' {year}'])}",
        "end": f"{rnd.choice(['End', 'By end of', 'Early', 'Mid', 'Late', 'By'])} {month} {year}",
        "iso": f"{year}-{rnd.randint(1, 12):02d}-{rnd.randint(1, 28):02d}",
        "american": f"{month} {rnd.randint(1, 28)}, {year}",
        "span": f"{month[:3]} {year} - {rnd.choice(MONTHS)[:3]} {year + 1}",
        "financial": f"{year}/{(year + 1) % 100}",
    }[style]


def refs(rnd: Random, count: int) -> list[str]:
    """References of their rows, each another."""
    stem = rnd.choice(
        ["", "A", "CP", "KPI ", "R", "SR", "H", "1.", "CR0", "PI-", "BV", "LI ", "QS0", "AP", "Rec "]
    )
    first = rnd.choice([1, 1, 1, rnd.randint(2, 60)])
    end = rnd.choice(["", "", "", ".", ")"]) if not stem else ""
    if rnd.random() < 0.15:
        return [f"{first + i // 4}.{i % 4 + 1}{rnd.choice(['', '', 'a'])}" for i in range(count)]
    if rnd.random() < 0.1:
        return [f"{rnd.choice('ABCDE')}{rnd.randint(1, 99)}" for _ in range(count)]
    return [f"{stem}{first + i}{end}" for i in range(count)]


def other_refs(rnd: Random, count: int) -> list[str]:
    """References of what other tables list, several to a cell, some cells empty."""
    stem = rnd.choice(["KPI ", "R", "NI ", "CR", "A", "PI ", "SO", "PSA ", "SR"])
    return [
        ""
        if rnd.random() < 0.2
        else ", ".join(f"{stem}{rnd.randint(1, 60)}" for _ in range(rnd.randint(1, 3)))
        for _ in range(count)
    ]


def aims(rnd: Random, count: int) -> list[str]:
    """Aims in words, or the policies and objectives of a plan by their numbers."""
    if rnd.random() < 0.65:
        return [_one(rnd, "aims") for _ in range(count)]
    stem = rnd.choice(["CS", "Policy H", "SO", "BH", "Objective ", "EN", "P", "SP"])
    join = rnd.choice([", ", "\n", "; "])
    most = rnd.choice([1, 1, 4])
    return [
        join.join(f"{stem}{rnd.randint(1, 24)}" for _ in range(rnd.randint(1, most))) for _ in range(count)
    ]


FREE = [
    "Some slippage",
    "In hand",
    "Nearly there",
    "Awaiting consent",
    "Amber Green",
    "Good progress",
    "Ahead of plan",
    "No longer needed",
    "Carried forward",
    "{amber}Minor delay",
    "{green}As planned",
    "Target met",
    "Close to target",
]
"""States in words of somebody's own."""


def status(rnd: Random, count: int) -> list[str]:
    """Ratings or states; {colour} stands for a filled cell."""
    style = rnd.choice(["rag", "letters", "words", "fill", "rag fill", "free"])
    few = rnd.sample(words()["statuses"], 5)
    colours = ["Green", "Amber", "Red", "Green"]
    if style == "words":
        return [rnd.choice(few) for _ in range(count)]
    picked = [rnd.choice(colours) for _ in range(count)]
    if style == "free":
        return [rnd.choice(FREE) for _ in range(count)]
    if style == "letters":
        return [p[0] for p in picked]
    if style == "fill":
        return [f"{{{p.lower()}}}" for p in picked]
    return [f"{{{p.lower()}}}{p}" if style == "rag fill" else p for p in picked]


def values(rnd: Random, count: int) -> list[str]:
    """Figures of indicators: shares, counts, days, each row of its kind."""
    style = rnd.choice(["percent", "mixed", "mixed", "count", "decimal", "small", "small"])
    return [
        _value(
            rnd,
            rnd.choice(["percent", "percent", "count", "count", "decimal", "days", "words"])
            if style == "mixed"
            else style,
        )
        for _ in range(count)
    ]


def _value(rnd: Random, style: str) -> str:
    if rnd.random() < 0.08:
        return rnd.choice(["N/A", "-", "n/a", "TBC", "Not available", "Annual"])
    return {
        "percent": f"{rnd.choice([round(rnd.uniform(2, 100), 1), rnd.randint(5, 100)])}%",
        "count": f"{rnd.choice([rnd.randint(1, 900), rnd.randint(1000, 90000)]):,}",
        "decimal": f"{rnd.uniform(0, 30):.1f}",
        "small": str(rnd.randint(0, 30)),
        "words": rnd.choice(
            ["Level 2", "1 in 4", "<5", "3:1", "Top quartile", "£1.2m", "4.2 days", "Yes", "6 of 9"]
        ),
        "days": f"{rnd.randint(2, 60)} {rnd.choice(['days', 'minutes', 'weeks', ''])}".strip(),
    }[style]


def targets_in_words(rnd: Random, count: int) -> list[str]:
    """Targets that are sentences: "Increase", "No net loss"."""
    few = [
        "Increase",
        "Maintain",
        "No net loss",
        "Reduce year on year",
        "100% of cases",
        "To provide 420 new homes by 2034",
        "Zero",
        "78% by 2035",
        "Half by 2033",
        "At least 80%",
        "Better than last year",
        "None lost",
        "Top quartile",
        "Year-on-year increase",
        "Baseline to be set",
        "At least two a year",
        "Annual report published",
        "All schemes",
        "Fewer than 5",
        "50% by end of year 2",
        "Upward trend",
        "Yes",
    ]
    return [rnd.choice(few) for _ in range(count)]


def money(rnd: Random, count: int) -> list[str]:
    """Sums of money."""
    sign = rnd.choice(["£", "£", "", "$", ""])
    scale = rnd.choice([900, 90_000, 4_000_000])
    brackets = rnd.random() < 0.3
    return [
        f"({rnd.randint(1, scale):,})"
        if brackets and rnd.random() < 0.3
        else f"{sign}{rnd.randint(1, scale):,}"
        for _ in range(count)
    ]


def sums(rnd: Random, count: int) -> list[str]:
    """Sums in millions or thousands as accounts print them, some less than nothing."""
    scale, digits = rnd.choice([(100.0, 1), (900.0, 1), (4000.0, 1), (90.0, 2), (3000.0, 0)])
    minus = rnd.choice(["-{}", "({})", "-{}", "+{}"])
    return [
        rnd.choice(["-", "", "0.0"])
        if rnd.random() < 0.08
        else (minus if rnd.random() < 0.3 else "{}").format(f"{rnd.uniform(0, scale):,.{digits}f}")
        for _ in range(count)
    ]


def counts(rnd: Random, count: int) -> list[str]:
    """How many cases there were."""
    most = rnd.choice([12, 90, 900, 9000])
    return [f"{rnd.randint(0, most):,}" for _ in range(count)]


def figures(rnd: Random, count: int) -> list[str]:
    """Figures of a study or of a statistical table, all of a column of one form."""
    form = rnd.choice(
        ["{:.2f}", "{:.1f}", "{:,.0f}", "({:.1f})", "${:,.0f}", "{:.1f}%", "({:.2f}–9.90)", "{:,.0f}"]
    )
    most = rnd.choice([1.0, 5.0, 100.0, 5000.0, 300000.0])
    return [
        rnd.choice(["NA", "X", "–", "*****", ""])
        if rnd.random() < 0.07
        else form.format(rnd.uniform(0, most))
        for _ in range(count)
    ]


def ratings(top: int, *, in_words: float = 0.25) -> Cells:
    """Likelihoods, impacts, scores: figures, words or both."""

    def draw(rnd: Random, count: int) -> list[str]:
        if rnd.random() < in_words:
            few = rnd.choice(
                [
                    ["High", "Medium", "Low"],
                    ["H", "M", "L"],
                    ["Likely", "Possible", "Unlikely", "Rare"],
                    ["Major", "Moderate", "Minor", "Severe"],
                    ["4 Likely", "3 Possible", "2 Unlikely"],
                ]
            )
            return [rnd.choice(few) for _ in range(count)]
        if top > 5 and rnd.random() < 0.12:
            form = rnd.choice(
                ["{p} ({a}x{b})", "{a} x {b} = {p}", "{p} ({level})", "{level} ({p})", "{a}/{b}"]
            )
            pairs = [(rnd.randint(1, 5), rnd.randint(1, 5)) for _ in range(count)]
            return [
                form.format(a=a, b=b, p=a * b, level=("Low", "Medium", "High")[min(2, a * b // 8)])
                for a, b in pairs
            ]
        if top > 5 and rnd.random() < 0.3:
            colour = {0: "green", 1: "amber", 2: "red"}
            return [
                f"{{{colour[min(2, n // 8)]}}}{n}"
                for n in (rnd.choice([2, 4, 6, 8, 9, 10, 12, 15, 16, 20]) for _ in range(count))
            ]
        some = [2, 3, 4, 6, 8, 9, 10, 12, 15, 16, 20, 25] if top > 5 else [1, 2, 3, 4, 5]
        return [str(rnd.choice(some)) for _ in range(count)]

    return draw


def directions(rnd: Random, count: int) -> list[str]:
    """Arrows or words of movement."""
    few = rnd.choice(
        [
            ["↑", "↓", "→"],
            ["Improving", "Declining", "Stable"],
            ["Up", "Down", "Same"],
            ["▲", "▼", "►"],
            ["Better", "Worse", "No change"],
        ]
    )
    return [rnd.choice(few) for _ in range(count)]


def levels(rnd: Random, count: int) -> list[str]:
    """Degrees of urgency."""
    few = rnd.choice(
        [
            ["High", "Medium", "Low"],
            ["H", "M", "L"],
            ["1", "2", "3"],
            ["High", "Moderate", "Low"],
            ["Essential", "Desirable"],
            ["P1", "P2", "P3"],
            ["Fundamental", "Significant", "Merits attention"],
            ["Critical", "Major", "Minor"],
            ["Must", "Should", "Could"],
            ["A", "B", "C"],
            ["★★★", "★★", "★"],
        ]
    )
    return [rnd.choice(few) for _ in range(count)]


def picked(*few: str) -> Cells:
    """One of some texts."""

    def pick(rnd: Random, count: int) -> list[str]:
        return [rnd.choice(few) for _ in range(count)]

    return pick


def gaps(cells: Cells, share: float) -> Cells:
    """The same with some cells left empty."""
    return lambda rnd, count: ["" if rnd.random() < share else text for text in cells(rnd, count)]


def blank(_: Random, count: int) -> list[str]:
    """Nothing at all: a column to be filled in."""
    return [""] * count


OF: Mapping[str, Cells] = {
    "action": action,
    "ref": refs,
    "due": dates,
    "first_due": dates,
    "completed": gaps(dates, 0.4),
    "raised": dates,
    "officers": officers,
    "status": status,
    "previous_rag": status,
    "progress": gaps(bullets("progress", 2), 0.15),
    "resources": any_of("resources"),
    "priority": levels,
    "objective": aims,
    "success": gaps(bullets("outcomes", 2), 0.1),
    "milestones": gaps(
        lambda rnd, count: [f"{_action(rnd, 'noun')} {_date(rnd, 'month')}" for _ in range(count)], 0.2
    ),
    "finding": any_of("findings"),
    "response": any_of("responses"),
    "category": any_of("categories"),
    "indicator_refs": other_refs,
    "risk_refs": other_refs,
    "action_refs": other_refs,
    "parent_refs": other_refs,
    "definition": definition,
    "value": values,
    "direction": directions,
    "change": picked("+2%", "-1%", "0.4", "-3.1", "2nd", "17th of 42", "5%", "-12", "+4"),
    "unit": picked("%", "Number", "Days", "£", "Rate", "Percentage", "No."),
    "polarity": picked("High", "Low", "Bigger is better", "Smaller is better", "Maximise", "Minimise"),
    "frequency": picked(
        "Quarterly",
        "Annual",
        "Monthly",
        "Annually",
        "Quarterly",
        "Half-yearly",
        "Monthly review at team meeting",
    ),
    "risk": risk,
    "mitigations": bullets("controls", 4),
    "further": lambda rnd, count: [_action(rnd, "verb") for _ in range(count)],
    "cause": bullets("causes", 3),
    "consequence": bullets("consequences", 3),
    "likelihood": ratings(5),
    "impact": ratings(5),
    "score": ratings(25),
    "last_review": dates,
    "appetite": picked("Treat", "Tolerate", "Transfer", "Terminate", "Low", "Cautious", "Open", "Averse"),
}
"""The cells of each meaning that a column may have."""
