"""Batch: a hash of many texts in whatever order they come, so that they need be neither sorted nor held."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


class Unordered:
    """The hash of texts together: the sum of their hashes."""

    __slots__ = ("_sum",)

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._sum = sum(map(_number, texts))

    def add(self, text: str) -> None:
        """One text more."""
        self._sum += _number(text)

    def __str__(self) -> str:
        """As hex."""
        return f"{self._sum % (1 << 256):064x}"


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogateescape")).digest())
