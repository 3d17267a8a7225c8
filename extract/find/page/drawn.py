"""Small drawings among the words of a line."""

from __future__ import annotations

from agendapack.extract.model import Word


class Drawn(Word):
    """A small drawing that stands for a word, among the words of a line."""

    __slots__ = ()
