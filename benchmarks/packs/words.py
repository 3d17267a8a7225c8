"""Wordings of heads and texts: those to develop with, and the third of each bank for held-out seeds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml

T = TypeVar("T")
HERE = Path(__file__).parent
KEPT_BACK = 3
"""Every third wording is kept for held-out seeds."""
_NAME = re.compile(r"\{(\w+)\}")


@cache
def loaded(name: str) -> Any:
    """The data of a file beside this one."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


def side(bank: Sequence[T], *, held_out: bool) -> Sequence[T]:
    """The wordings of one side; a bank too small to part serves both."""
    if len(bank) < KEPT_BACK:
        return bank
    return [w for n, w in enumerate(bank) if (n % KEPT_BACK == KEPT_BACK - 1) == held_out]


class Words:
    """Draws wordings for one pack."""

    def __init__(self, seed: int, *, held_out: bool) -> None:
        self.held_out = held_out
        self.rng = Random(f"{'held-out' if held_out else 'develop'} {seed}")

    def one(self, bank: Sequence[T]) -> T:
        """One of this pack's side of a bank."""
        return self.rng.choice(side(bank, held_out=self.held_out))

    def head(self, kind: str, role: str) -> str:
        """What stands over a column."""
        return str(self.one(loaded("heads.yaml")[kind][role]))

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self.rng.random() < share

    def text(self, name: str) -> str:
        """A text of a bank, the names in it filled in."""
        if name == "year":
            return f"20{self.rng.randint(14, 25)}"
        if name in ("lverb", "upper_peril"):
            made = self.text(name.removeprefix("upper_") if name != "lverb" else "verb")
            return made[:1].lower() + made[1:] if name == "lverb" else made[:1].upper() + made[1:]
        text = _NAME.sub(lambda m: self.text(m[1]), self.one(loaded("texts.yaml")[name]))
        return " ".join(text.split())

    def texts(self, name: str, count: int) -> list[str]:
        """Different texts while the bank has them."""
        made: dict[str, None] = {}
        for _ in range(4 * count):
            made.setdefault(self.text(name))
            if len(made) == count:
                return list(made)
        return (list(made) * count)[:count]
