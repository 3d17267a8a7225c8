"""Pages made of words for the tests of the outline: text put at a place in a style."""

from __future__ import annotations

from collections.abc import Iterable

from agendapack.extract.model import Box, Page, Rule, Word

EM_PER_LETTER = 0.5
"""Width of a letter in this made-up font, in font sizes."""


def put(x: float, top: float, text: str, style: str = "", size: float = 11.0, turn: int = 0) -> list[Word]:
    """Words of a line from `x`, `top`; "|70" jumps to x 70; style is b, i or both."""
    words: list[Word] = []
    for piece in text.split():
        if piece.startswith("|") and piece[1:].isdigit():
            x = float(piece[1:])
            continue
        width = len(piece) * size * EM_PER_LETTER
        box = Box(x, top, x + width, top + size)
        if turn:
            box = Box(x, top, x + size, top + width)
            top += width + 0.3 * size
        else:
            x += width + 0.3 * size
        words.append(Word(piece, box, size, "b" in style, "i" in style, turn))
    return words


def page(
    number: int, *lines: list[Word], rules: Iterable[Rule] = (), width: float = 595.0, height: float = 842.0
) -> Page:
    """A page of lines."""
    return Page(number, width, height, words=tuple(w for line in lines for w in line), rules=tuple(rules))


def across(top: float, left: float = 50.0, right: float = 545.0) -> Rule:
    """A horizontal ruling."""
    return Rule(Box(left, top, right, top + 0.5), True, 0.5)


def column(
    x: float, top: float, *texts: str, style: str = "", size: float = 11.0, leading: float = 14.0
) -> list[Word]:
    """Lines one below the other."""
    return [w for i, text in enumerate(texts) for w in put(x, top + i * leading, text, style, size)]
