"""Cells of tables that are none of ours: names, ticks, bits of maps and of running text."""

from __future__ import annotations

from random import Random

from learning import texts_in_cells
from learning.cells import picked
from learning.texts_in_cells import Cells, words

NAMES: Cells = texts_in_cells.officers

FEW: Cells = picked("Yes", "No", "✓", "", "P", "A", "Present", "Apologies")


def fragment(rnd: Random) -> str:
    """Bits of text as a finder takes them from a map, a chart or a letter."""
    if rnd.random() < 0.35:
        return ""
    word = rnd.choice(
        [*words()["places"], *words()["fields"], *words()["bodies"], *words()["last"], *words()["products"]]
    )
    return rnd.choice(
        [
            word,
            word.split()[0],
            f"{rnd.uniform(1, 9):.1f}m",
            str(rnd.randint(1, 200)),
            word[: rnd.randint(2, 6)],
            f"{word}\n{rnd.randint(1, 60)}",
            rnd.choice("ABCDEF"),
        ]
    )


def prose(rnd: Random) -> str:
    """Parts of running text that stand beside each other."""
    texts = [
        *words()["findings"],
        *words()["policies"],
        *words()["meanings"],
        *words()["progress"],
        *words()["comments"],
    ]
    text = " ".join(rnd.sample(texts, rnd.randint(1, 4)))
    start = rnd.randint(0, len(text) // 3)
    return text[start : start + rnd.randint(20, 300)]
