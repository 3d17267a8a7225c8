"""Sets raised and lowered small print right: footnote marks apart, ordinals and units in their word."""

from __future__ import annotations

import re
from dataclasses import replace

from agendapack.extract.model import Word, union
from agendapack.extract.read.runs import along

SMALL = 0.84
"""Print this much smaller than its neighbour may be raised or lowered; browsers set it at five sixths."""
NEAR_EM = 0.3
"""Distance from the word it belongs to, in that word's size."""
BEFORE_EM = 0.8
"""Distance of a mark that opens the text of its footnote."""
RAISED_EM = (0.12, 0.8)
"""How far above the neighbour's baseline raised print stands."""
LOWERED_EM = (0.04, 0.45)
"""How far below lowered print stands."""
TOUCHING_EM = 0.12
"""Distance of lowered print from its word."""
OVERLAP_EM = 0.2
"""How far raised or lowered print may reach over its word."""
MAX_SEARCHED = 60
"""Small words of a page that are compared with all others; more are a font change."""

_MARK = re.compile(
    r"[(\[]?(\d{1,2}|[a-z]|[ivx]{1,5}|[*†‡§¶#+^~]+)([,;](\d{1,2}|[a-z]|[*†‡§]+))*[,;.)\]]*", re.I
)
_ORDINAL = re.compile(r"(st|nd|rd|th)[.,;:)]*", re.I)
_UNIT = re.compile(r"(.*[\d.,(/])?(mm|cm|km|m|ft|in|yd|mi)", re.I)
_EXPONENT = {"2": "²", "3": "³"}
_TRAILING_DIGITS = re.compile(r"(?P<word>.*[\d%).a-zA-Z])(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def set_marks(words: list[Word]) -> list[Word]:
    """The words with footnote marks flagged; ordinals, exponents and subscripts joined on."""
    if not words:
        return words
    result: list[Word] = []
    searched = 0
    for word, following in zip(words, [*words[1:], words[-1]], strict=True):
        if not word.text.isascii() and (parts := _typed_mark(word)):
            result.extend(parts)
            continue
        last = result[-1] if result else word
        if word.size > SMALL * last.size and word.size > SMALL * following.size:
            result.append(word)
        elif _is_lowered(last, word):
            result[-1] = _joined(last, word, word.text)
        elif not _MARK.fullmatch(word.text) and not _ORDINAL.fullmatch(word.text):
            result.append(word)
        elif _beside(last, word):
            _set_raised(result, last, word)
        elif _opens(word, following):
            result.append(replace(word, superscript=True))
        elif searched < MAX_SEARCHED:
            searched += 1
            raised = any(_beside(w, word) for w in words if w.size > word.size)
            result.append(replace(word, superscript=True) if raised else word)
        else:
            result.append(word)
    return result


def _set_raised(result: list[Word], last: Word, word: Word) -> None:
    """Add raised print to the word before it, or as a mark of its own."""
    if last.text[-1].isdigit() and _ORDINAL.fullmatch(word.text):
        result[-1] = _joined(last, word, word.text)
    elif word.text in _EXPONENT and _UNIT.fullmatch(last.text):
        result[-1] = _joined(last, word, _EXPONENT[word.text])
    elif _MARK.fullmatch(word.text):
        result.append(replace(word, superscript=True))
    else:
        result.append(word)


def _beside(word: Word, mark: Word) -> bool:
    """Whether small raised print follows a word closely."""
    if word.turn != mark.turn or mark.size > SMALL * word.size or word.superscript:
        return False
    _, end, base = along(word.turn, word.box)
    start, _, own = along(mark.turn, mark.box)
    size = word.size
    raised = RAISED_EM[0] * size <= base - own <= RAISED_EM[1] * size
    return raised and -OVERLAP_EM * size <= start - end <= NEAR_EM * size


def _opens(mark: Word, word: Word) -> bool:
    """Whether small raised print stands just before a word, as a footnote's number does."""
    if word.turn != mark.turn or mark.size > SMALL * word.size:
        return False
    start, _, base = along(word.turn, word.box)
    _, end, own = along(mark.turn, mark.box)
    size = word.size
    raised = RAISED_EM[0] * size <= base - own <= RAISED_EM[1] * size
    return raised and -OVERLAP_EM * size <= start - end <= BEFORE_EM * size


def _is_lowered(last: Word, word: Word) -> bool:
    """Whether a small digit hangs below a formula's letters (CO₂)."""
    if last.turn != word.turn or word.size > SMALL * last.size:
        return False
    if not last.text[-1].isalpha() or not word.text[0].isdigit():
        return False
    _, end, base = along(last.turn, last.box)
    start, _, own = along(word.turn, word.box)
    size = last.size
    lowered = LOWERED_EM[0] * size <= own - base <= LOWERED_EM[1] * size
    return lowered and -OVERLAP_EM * size <= start - end <= TOUCHING_EM * size


def _joined(last: Word, word: Word, text: str) -> Word:
    return replace(last, text=last.text + text, box=union((last.box, word.box)))


def _typed_mark(word: Word) -> list[Word] | None:
    """A mark typed as a superscript digit, cut from its word; squares and cubes of units stay."""
    match = _TRAILING_DIGITS.fullmatch(word.text)
    if match is None:
        return None
    body, mark = match["word"], match["mark"]
    if mark in "²³" and (_UNIT.fullmatch(body) or not body[-1].isdigit()):
        return None
    if body[-1].isdigit() and body == "10":  # a power of ten
        return None
    share = len(mark) / len(word.text)
    box = word.box
    cut = box.x1 - share * box.width
    if word.turn != 0:
        return None
    return [
        replace(word, text=body, box=replace(box, x1=cut)),
        replace(
            word, text=mark.translate(_PLAIN_DIGITS), box=replace(box, x0=cut), superscript=True, printed=mark
        ),
    ]
