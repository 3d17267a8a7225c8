"""Numbers that count rows, also where they begin again under each heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def counts_rows(texts: Sequence[str]) -> bool:
    """Whether texts count from 1 on, one by one; behind 2 or more they may begin again."""
    bare = [text.strip(".)") for text in texts]
    if len(bare) < 2 or bare[0] != "1" or not all(text.isdecimal() for text in bare):
        return False
    return all(int(b) == int(a) + 1 or b == "1" and a != "1" for a, b in pairwise(bare))
