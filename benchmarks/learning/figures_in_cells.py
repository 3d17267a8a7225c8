"""Invented figures of cells: values, targets, money, ratings and directions."""

from __future__ import annotations

from random import Random

from learning.texts_in_cells import Cells


def values(rnd: Random, count: int) -> list[str]:
    """Figures of indicators: shares, counts, days, each row of its kind."""
    style = rnd.choice(["percent", "mixed", "mixed", "count", "decimal", "small", "small"])
    return [
        value_text(
            rnd,
            rnd.choice(["percent", "percent", "count", "count", "decimal", "days", "words"])
            if style == "mixed"
            else style,
        )
        for _ in range(count)
    ]


def value_text(rnd: Random, style: str) -> str:
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
