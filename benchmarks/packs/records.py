"""Draws tables of actions, indicators and risks, with the rows a careful reader takes from them."""

from __future__ import annotations

import re
from collections.abc import Callable

from .cells import ARROWS, RAG, dates, dues, people, refs
from .sheet import Column, Fields, Sheet
from .words import Words

MUST_NOT_MOVE = 0.7
"""How often the columns stand in the order in which they are drawn."""


def actions(words: Words) -> Sheet:
    """An action plan."""
    count = words.rng.randint(3, 14)
    style = "doing" if words.chance(0.85) else "deed"
    texts, due, who = words.texts(style, count), dues(words, count), people(words, count)
    gold: list[Fields] = [{"action": text} for text in texts]
    left: list[Column] = []
    right: list[Column] = []
    if words.chance(0.55):
        left.append(_ref(words, "actions", "action_ref", gold))
    middle = [Column("action", words.head("actions", "action"), texts, 3.0)]
    if words.chance(0.85):
        right.append(Column("due", words.head("actions", "due"), [d.text for d in due], 1.1))
    _note(gold, "due_text", [d.text for d in due] if right else [""] * count)
    _note(gold, "due_date", [d.day for d in due] if right else [""] * count)
    _note(gold, "due_kind", [d.kind if right else "none" for d in due])
    if words.chance(0.85) or not right:
        right.append(Column("officers", words.head("actions", "officers"), [w for w, _ in who], 1.3))
        _note(gold, "officers", [w for _, w in who])
    right += _action_extras(words, count, gold)
    objective = []
    if words.chance(0.2):
        objective = [_level(words, "objective", words.head("actions", "objective"), count)]
    return _sheet(words, "actions", objective + left, middle, right, gold)


def _action_extras(words: Words, count: int, gold: list[Fields]) -> list[Column]:
    found: list[Column] = []
    if words.chance(0.35):
        found.append(_states(words, count, gold))
    for role, bank, share, weight in (
        ("progress", "comment", 0.25, 2.0),
        ("outcome", "result", 0.25, 1.4),
        ("resources", "", 0.2, 1.0),
        ("priority", "", 0.12, 0.8),
        ("other", "field", 0.12, 1.0),
    ):
        if not words.chance(share):
            continue
        texts = words.texts(bank, count) if bank else _choices(words, role, count)
        found.append(Column(role, words.head("actions", role), texts, weight))
    for role, share in (("indicator_refs", 0.15), ("risk_refs", 0.12)):
        if words.chance(share):
            pool = refs(words, 9)
            if not pool[0].isdigit() and "." not in pool[0]:
                texts = [words.rng.choice(pool) for _ in range(count)]
                found.append(Column(role, words.head("actions", role), texts, 1.0))
                _note(gold, role, texts)
    return found


def _choices(words: Words, role: str, count: int) -> list[str]:
    choices = {
        "priority": words.rng.choice([("High", "Medium", "Low"), ("H", "M", "L"), ("1", "2", "3")]),
        "resources": (
            "Within existing budget",
            "Officer time",
            "£15,000",
            "£40k grant",
            "None",
            "To be confirmed",
        ),
    }[role]
    return [words.rng.choice(choices) for _ in range(count)]


def _states(words: Words, count: int, gold: list[Fields]) -> Column:
    head = words.head("actions", "status")
    states = [words.rng.choice(list(RAG)) for _ in range(count)]
    style = words.rng.choice(["word", "colour", "both", "state", "state"])
    if style == "state":
        states = [
            words.rng.choice(["On track", "Complete", "Not started", "Delayed", "In progress"])
            for _ in range(count)
        ]
    _note(gold, "status", states)
    fills = None if style in ("word", "state") else [RAG[s] for s in states]
    return Column("status", head, [""] * count if style == "colour" else states, 0.9, fills=fills)


def indicators(words: Words) -> Sheet:
    """A table of measures with their values."""
    count = words.rng.randint(3, 16)
    scale = words.rng.choice(["percent", "percent", "count", "days", "mixed", "mixed"])
    kinds = [
        scale if scale != "mixed" else words.rng.choice(["percent", "count", "days"]) for _ in range(count)
    ]
    unused = {k: words.texts(f"measure_{k}", count) for k in set(kinds)}
    texts = [t[:1].upper() + t[1:] for t in (unused[k].pop() for k in kinds)]
    gold: list[Fields] = [{"definition": t} for t in texts]
    values: list[list[Fields]] = [[] for _ in range(count)]
    left = [_ref(words, "indicators", "indicator_ref", gold)] if words.chance(0.55) else []
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
    right += _indicator_extras(words, count, gold)
    return _sheet(words, "indicators", left, middle, right, gold, values)


def _measures(words: Words) -> list[tuple[str, str, str, str]]:
    """The columns of figures: role, head, measure and period."""
    year = words.rng.randint(2012, 2024)
    this, last = (f"{y}/{(y + 1) % 100:02}" for y in (year, year - 1))
    style = words.rng.choice(["plain", "plain", "plain", "years", "quarters", "one"])
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
    if style == "quarters":
        made = [
            ("actual", f"Q{q} {this}", "actual", f"Q{q} {this}") for q in range(1, words.rng.randint(3, 5))
        ]
        return [*made, ("target", f"Target {this}", "target", this)]
    made = [
        ("actual", words.head("indicators", "actual"), "actual", ""),
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


def _indicator_extras(words: Words, count: int, gold: list[Fields]) -> list[Column]:
    found: list[Column] = []
    if words.chance(0.5):
        found.append(_ratings(words, count, gold))
    if words.chance(0.35):
        ways = [words.rng.choice(list(ARROWS)) for _ in range(count)]
        arrows = words.chance(0.6)
        texts = [ARROWS[w] if arrows else w.capitalize() for w in ways]
        found.append(Column("direction", words.head("indicators", "direction"), texts, 0.8, centred=True))
        _note(gold, "direction", ways)
    if words.chance(0.3):
        who = people(words, count)
        found.append(Column("officers", words.head("indicators", "officers"), [w for w, _ in who], 1.2))
        _note(gold, "officers", [w for _, w in who])
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
    _note(gold, "rag", rated)
    style = words.rng.choice(["word", "letter", "colour", "both"])
    texts = {"letter": [r[0] for r in rated], "colour": [""] * count}.get(style, rated)
    fills = [RAG[r] for r in rated] if style in ("colour", "both") else None
    return Column("rag", words.head("indicators", "rag"), texts, 0.7, fills=fills, centred=True)


def risks(words: Words) -> Sheet:
    """A risk register."""
    count = words.rng.randint(3, 12)
    texts = words.texts("risk" if words.chance(0.7) else "noun_risk", count)
    gold: list[Fields] = [{"description": t} for t in texts]
    left = [_ref(words, "risks", "risk_ref", gold)] if words.chance(0.6) else []
    if words.chance(0.2):
        left.append(Column("category", words.head("risks", "category"), words.texts("field", count), 1.0))
    middle = [Column("description", words.head("risks", "description"), texts, 2.4)]
    for role, share in (("cause", 0.15), ("consequence", 0.25)):
        if words.chance(share):
            bank = "effect" if role == "consequence" else "comment"
            middle.append(Column(role, words.head("risks", role), words.texts(bank, count), 1.6))
    right = _rated(words, count, gold)
    if words.chance(0.85) or not right:
        lists = [[words.text("control") for _ in range(words.rng.randint(1, 2))] for _ in range(count)]
        marked = words.chance(0.3)
        cells = [
            "\n".join(f"• {c}" if marked else f"{c}{';' if n + 1 < len(x) else ''}" for n, c in enumerate(x))
            for x in lists
        ]
        right.insert(
            words.rng.choice([0, len(right)]),
            Column("mitigations", words.head("risks", "mitigations"), cells, 2.6),
        )
        _note(gold, "mitigations", ["; ".join(x) for x in lists])
    if words.chance(0.6):
        who = people(words, count)
        right.append(Column("officers", words.head("risks", "officers"), [w for w, _ in who], 1.2))
        _note(gold, "officers", [w for _, w in who])
    if words.chance(0.15):
        days = dates(words, count)
        right.append(Column("last_review", words.head("risks", "last_review"), days, 1.0))
        _note(gold, "last_review", days)
    return _sheet(words, "risks", left, middle, right, gold)


def _rated(words: Words, count: int, gold: list[Fields]) -> list[Column]:
    """Likelihood, impact and score in figures, letters or words, or a level alone."""
    style = words.rng.choice(["figures", "figures", "figures", "words", "level", "none"])
    if style == "none":
        return []
    if style in ("level", "words"):
        scale = ("High", "Medium", "Low") if words.chance(0.7) else ("H", "M", "L")
        roles = ["priority"] if style == "level" else ["likelihood", "impact"]
        drawn = {role: [words.rng.choice(scale) for _ in range(count)] for role in roles}
    else:
        pairs = [(words.rng.randint(1, 5), words.rng.randint(1, 5)) for _ in range(count)]
        drawn = {"likelihood": [str(a) for a, _ in pairs], "impact": [str(b) for _, b in pairs]}
        if words.chance(0.85):
            drawn["score"] = [str(a * b) for a, b in pairs]
    found = []
    for role, texts in drawn.items():
        found.append(Column(role, words.head("risks", role), texts, 0.8, centred=True))
        _note(gold, role, texts)
    if "score" in drawn and words.chance(0.5):
        found[-1].fills = [
            RAG["Green" if int(s) < 6 else "Amber" if int(s) < 15 else "Red"] for s in drawn["score"]
        ]
    if "likelihood" in drawn and words.chance(0.25):
        for column in found:
            column.group = words.one(
                ["Current risk", "Residual risk", "Assessment", "Risk now", "Net risk", "Rating"]
            )
        for column in found[1:]:
            column.group = found[0].group
    return found


def _ref(words: Words, kind: str, name: str, gold: list[Fields]) -> Column:
    made = refs(words, len(gold))
    _note(gold, name, made)
    return Column("ref", words.head(kind, "ref") if words.chance(0.92) else "", made, 0.7)


def _level(words: Words, role: str, head: str, count: int) -> Column:
    """A column whose cells reach over several rows."""
    cells: list[str] = []
    for text in words.texts("aim", 4):
        cells += [text] * words.rng.randint(1, 4)
    cells = (cells * count)[:count]
    return Column(role, head, cells, 1.3, merged=True)


def _note(gold: list[Fields], name: str, texts: list[str]) -> None:
    for row, text in zip(gold, texts, strict=True):
        row[name] = re.sub(r"\s+", " ", text)


def _sheet(
    words: Words,
    kind: str,
    left: list[Column],
    middle: list[Column],
    right: list[Column],
    gold: list[Fields],
    values: list[list[Fields]] | None = None,
) -> Sheet:
    if not words.chance(MUST_NOT_MOVE):
        words.rng.shuffle(right)
    columns = left + middle + right
    if words.chance(0.07):
        columns = left + right + middle
    sheet = Sheet(kind, words.text(f"{kind}_title"), columns, gold, values or [[] for _ in gold])
    if words.chance(0.3):
        at = sorted({0, *(words.rng.randrange(len(gold)) for _ in range(2))})
        sheet.bands = dict(zip(at, words.texts(words.rng.choice(["aim", "field"]), len(at)), strict=True))
    sheet.card = not sheet.bands and not any(c.merged or c.group for c in columns) and words.chance(0.08)
    return sheet


DRAW: dict[str, Callable[[Words], Sheet]] = {"actions": actions, "indicators": indicators, "risks": risks}
