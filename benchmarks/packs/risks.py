"""Draws risk registers, with the rows a careful reader takes from them."""

from __future__ import annotations

from .cells import RAG, dates, people
from .drawing import composed, note, ref_column
from .sheet import Column, Fields, Sheet
from .words import Words


def risks(words: Words) -> Sheet:
    """A risk register."""
    count = words.rng.randint(3, 12)
    texts = words.texts("risk" if words.chance(0.7) else "noun_risk", count)
    gold: list[Fields] = [{"description": t} for t in texts]
    left = [ref_column(words, "risks", "risk_ref", gold)] if words.chance(0.6) else []
    if words.chance(0.2):
        left.append(Column("category", words.head("risks", "category"), words.texts("field", count), 1.0))
    middle = [Column("description", words.head("risks", "description"), texts, 2.4)]
    for role, share in (("cause", 0.15), ("consequence", 0.25)):
        if words.chance(share):
            bank = "effect" if role == "consequence" else "comment"
            middle.append(Column(role, words.head("risks", role), words.texts(bank, count), 1.6))
    right = _product(words, count, gold) if words.chance(0.12) else _rated(words, count, gold)
    if words.chance(0.85) or not right:
        lists = [words.texts("control", words.rng.randint(1, 2)) for _ in range(count)]
        marked = words.chance(0.3)
        cells = [
            "\n".join(f"• {c}" if marked else f"{c}{';' if n + 1 < len(x) else ''}" for n, c in enumerate(x))
            for x in lists
        ]
        right.insert(
            words.rng.choice([0, len(right)]),
            Column("mitigations", words.head("risks", "mitigations"), cells, 2.6),
        )
        note(gold, "mitigations", ["; ".join(x) for x in lists])
    if words.chance(0.6):
        who = people(words, count)
        right.append(Column("officers", words.head("risks", "officers"), [w for w, _ in who], 1.2))
        note(gold, "officers", [w for _, w in who])
    if words.chance(0.15):
        days = dates(words, count)
        right.append(Column("last_review", words.head("risks", "last_review"), days, 1.0))
        note(gold, "last_review", days)
    return composed(words, "risks", left, middle, right, gold)


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
    if "score" in drawn and words.chance(0.3):
        return _staged(words, drawn, gold)
    found = []
    for role, texts in drawn.items():
        found.append(Column(role, words.head("risks", role), texts, 0.8, centred=True))
        note(gold, role, texts)
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


def _product(words: Words, count: int, gold: list[Fields]) -> list[Column]:
    """Likelihood, impact and their product in one cell."""
    head = words.one(
        ["Likelihood x Impact", "Score (L x I)", "L x I = score", "Risk rating (L x I)", "LxI", "Score L x I"]
    )
    form = words.rng.choice(["{a} x {b} = {p}", "{a}x{b}={p}", "{a} × {b} = {p}"])
    pairs = [(words.rng.randint(1, 5), words.rng.randint(1, 5)) for _ in range(count)]
    note(gold, "likelihood", [str(a) for a, _ in pairs])
    note(gold, "impact", [str(b) for _, b in pairs])
    note(gold, "score", [str(a * b) for a, b in pairs])
    texts = [form.format(a=a, b=b, p=a * b) for a, b in pairs]
    return [Column("score", head, texts, 0.9, centred=True)]


def _staged(words: Words, drawn: dict[str, list[str]], gold: list[Fields]) -> list[Column]:
    """The ratings before and after controls, each under the name of its stage."""
    stages = words.one(
        [
            ("Inherent risk", "Residual risk"),
            ("Gross risk", "Net risk"),
            ("Initial", "Current"),
            ("Before controls", "After controls"),
            ("Raw score", "Managed score"),
            ("Original", "Now"),
        ]
    )
    heads = words.one(
        [("L", "I", "Score"), ("Likelihood", "Impact", "Rating"), ("Probability", "Severity", "Total")]
    )
    found: list[Column] = []
    for stage in stages:
        current = stage == stages[1]
        figures = [[int(f) for f in drawn[role]] for role in ("likelihood", "impact")]
        if not current:
            figures = [[min(5, f + words.rng.randint(0, 2)) for f in column] for column in figures]
        figures.append([a * b for a, b in zip(*figures, strict=True)])
        for role, head, column in zip(("likelihood", "impact", "score"), heads, figures, strict=True):
            texts = [str(f) for f in column]
            name = role if current else f"inherent_{role}"
            found.append(Column(name, head, texts, 0.6, group=stage, centred=True))
            note(gold, name, texts)
    return found
