"""Invented dates of cells."""

from __future__ import annotations

from random import Random

from packs.cells import MONTHS


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
        date_text(rnd, rnd.choice(["month", "day", "words", "quarter"]) if style == "mixed" else style)
        for _ in range(count)
    ]


def date_text(rnd: Random, style: str) -> str:
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
