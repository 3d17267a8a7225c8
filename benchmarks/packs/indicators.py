"""Draws tables of measures with their values, and the rows a careful reader takes from them."""

from __future__ import annotations

from .cells import ARROWS, MONTHS, RAG, people
from .drawing import composed, note, ref_column
from .sheet import Column, Fields, Sheet
from .words import Words


def indicators(words: Words) -> Sheet:
    """A table of measures with their values."""
    count = words.rng.randint(3, 16)
    scale = words.rng.choice(["percent", "percent", "count", "days", "mixed", "mixed"])
    kinds = [
        scale if scale != "mixed" else words.rng.choice(["percent", "count", "days"]) for _ in range(count)
    ]
    unused = {k: words.texts(f"measure_{k}", count) for k in sorted(set(kinds))}
    texts = [t[:1].upper() + t[1:] for t in (unused[k].pop() for k in kinds)]
    gold: list[Fields] = [{"definition": t} for t in texts]
    values: list[list[Fields]] = [[] for _ in range(count)]
    left = [ref_column(words, "indicators", "indicator_ref", gold)] if words.chance(0.55) else []
    middle = [Column("definition", words.head("indicators", "definition"), texts, 2.8)]
    right: list[Column] = []
    for role, head, measure, period in _measures(words):
        printed = [_figure(words, k) for k in kinds]
        right.append(Column(role, head, [p for p, _ in printed], 0.9, centred=True))
        for row, kind, (text, value) in zip(values, kinds, printed, strict=True):
            row.append(
                {
                    "measure": measure,
                    "period": period,
                    "component": "",
                    "text": text,
                    "value": value,
                    "unit": kind,
                }
            )
    right += _extras(words, count, gold)
    return composed(words, "indicators", left, middle, right, gold, values)


def _measures(words: Words) -> list[tuple[str, str, str, str]]:
    """The columns of figures: role, head, measure and period."""
    year = words.rng.randint(2012, 2024)
    this, last = (f"{y}/{(y + 1) % 100:02}" for y in (year, year - 1))
    style = words.rng.choice(["plain", "plain", "plain", "years", "quarters", "months", "path", "one"])
    if style == "one":
        return [("target", words.head("indicators", "target"), "target", "")]
    if style == "years":
        forms = words.one(
            [("Outturn {}", "Target {}"), ("{} outturn", "{} target"), ("{} actual", "Target for {}")]
        )
        measure = "actual" if "actual" in forms[0] else "outturn"
        return [
            ("actual", forms[0].format(last), measure, last),
            ("target", forms[1].format(this), "target", this),
        ]
    if style == "months":
        first = words.rng.randint(1, 6)
        names = [
            f"{MONTHS[m - 1][:3]}-{year % 100:02}" for m in range(first, first + words.rng.randint(3, 6))
        ]
        return [
            *(("actual", n, "actual", n) for n in names),
            ("target", words.head("indicators", "target"), "target", ""),
        ]
    if style == "path":
        ahead = [f"{y}/{(y + 1) % 100:02}" for y in range(year, year + words.rng.randint(2, 4))]
        base = [("baseline", words.head("indicators", "baseline"), "baseline", "")]
        return [*base * words.chance(0.5), *(("target", f"Target {y}", "target", y) for y in ahead)]
    if style == "quarters":
        made = [
            ("actual", f"Q{q} {this}", "actual", f"Q{q} {this}") for q in range(1, words.rng.randint(3, 5))
        ]
        return [*made, ("target", f"Target {this}", "target", this)]
    now = words.rng.choice(["actual", "actual", "latest", "outturn"])
    made = [
        ("actual", words.head("indicators", now), now, ""),
        ("target", words.head("indicators", "target"), "target", ""),
    ]
    if words.chance(0.4):
        made.reverse()
    for role in ("previous", "baseline"):
        if words.chance(0.25):
            made.insert(words.rng.randrange(2), (role, words.head("indicators", role), role, ""))
    return made


def _figure(words: Words, kind: str) -> tuple[str, str]:
    """A value as printed, and as a plain number."""
    if words.chance(0.03):
        return "n/a", ""
    if kind == "percent":
        number = f"{words.rng.uniform(20, 100):.{words.rng.choice([0, 1, 1])}f}"
        return f"{number}%", f"{float(number):g}"
    if kind == "days":
        number = f"{words.rng.uniform(2, 60):.1f}"
        return words.rng.choice([f"{number} days", number]), f"{float(number):g}"
    whole = words.rng.randrange(5, 9000)
    return f"{whole:,}", str(whole)


def _extras(words: Words, count: int, gold: list[Fields]) -> list[Column]:
    found: list[Column] = []
    if words.chance(0.5):
        found.append(_ratings(words, count, gold))
    if words.chance(0.35):
        ways = [words.rng.choice(list(ARROWS)) for _ in range(count)]
        arrows = words.chance(0.6)
        texts = [ARROWS[w] if arrows else w.capitalize() for w in ways]
        found.append(Column("direction", words.head("indicators", "direction"), texts, 0.8, centred=True))
        note(gold, "direction", ways)
    if words.chance(0.3):
        who = people(words, count)
        found.append(Column("officers", words.head("indicators", "officers"), [w for w, _ in who], 1.2))
        note(gold, "officers", [w for _, w in who])
    for role, choices, share in (
        ("polarity", ("Higher", "Lower"), 0.12),
        ("frequency", ("Monthly", "Quarterly", "Annual"), 0.15),
    ):
        if words.chance(share):
            found.append(
                Column(
                    role,
                    words.head("indicators", role),
                    [words.rng.choice(choices) for _ in range(count)],
                    0.9,
                )
            )
    if words.chance(0.3):
        found.append(
            Column("comment", words.head("indicators", "comment"), words.texts("comment", count), 2.0)
        )
    return found


def _ratings(words: Words, count: int, gold: list[Fields]) -> Column:
    rated = [words.rng.choice(list(RAG)) for _ in range(count)]
    note(gold, "rag", rated)
    style = words.rng.choice(["word", "letter", "colour", "both"])
    texts = {"letter": [r[0] for r in rated], "colour": [""] * count}.get(style, rated)
    fills = [RAG[r] for r in rated] if style in ("colour", "both") else None
    return Column("rag", words.head("indicators", "rag"), texts, 0.7, fills=fills, centred=True)
