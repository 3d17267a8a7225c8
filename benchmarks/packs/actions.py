"""Draws action plans, with the rows a careful reader takes from them."""

from __future__ import annotations

from .cells import RAG, dues, people, refs
from .drawing import composed, level_column, note, ref_column
from .sheet import Column, Fields, Sheet
from .words import Words


def actions(words: Words) -> Sheet:
    """An action plan."""
    count = words.rng.randint(3, 14)
    style = words.rng.choices(["doing", "deed", "step"], [8, 1, 1])[0]
    texts, due, who = words.texts(style, count), dues(words, count), people(words, count)
    gold: list[Fields] = [{"action": text} for text in texts]
    left: list[Column] = []
    right: list[Column] = []
    middle = [Column("action", words.head("actions", "action"), texts, 3.0)]
    if words.chance(0.55):
        left.append(ref_column(words, "actions", "action_ref", gold))
        if words.chance(0.12):
            middle[0].cells = [f"{r}\n{t}" for r, t in zip(left.pop().cells, texts, strict=True)]
    if words.chance(0.85):
        right.append(Column("due", words.head("actions", "due"), [d.text for d in due], 1.1))
    note(gold, "due_text", [d.text for d in due] if right else [""] * count)
    note(gold, "due_date", [d.day for d in due] if right else [""] * count)
    note(gold, "due_kind", [d.kind if right else "none" for d in due])
    if words.chance(0.85) or not right:
        right.append(Column("officers", words.head("actions", "officers"), [w for w, _ in who], 1.3))
        note(gold, "officers", [w for _, w in who])
    right += _extras(words, count, gold)
    if words.chance(0.05):
        right += _periods(words, count)
    objective = []
    if words.chance(0.2):
        objective = [level_column(words, "objective", words.head("actions", "objective"), count)]
    return composed(words, "actions", objective + left, middle, right, gold)


def _periods(words: Words, count: int) -> list[Column]:
    """Periods in which each task is worked on, marked."""
    names = words.one(
        [
            ("Q1", "Q2", "Q3", "Q4"),
            ("Yr 1", "Yr 2", "Yr 3"),
            ("Autumn", "Spring", "Summer"),
            ("2024", "2025", "2026"),
        ]
    )
    mark = words.rng.choice(["X", "✓", "•"])
    return [
        Column("other", n, [words.rng.choice([mark, ""]) for _ in range(count)], 0.5, centred=True)
        for n in names
    ]


def _extras(words: Words, count: int, gold: list[Fields]) -> list[Column]:
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
                note(gold, role, texts)
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
    note(gold, "status", states)
    fills = None if style in ("word", "state") else [RAG[s] for s in states]
    return Column("status", head, [""] * count if style == "colour" else states, 0.9, fills=fills)
