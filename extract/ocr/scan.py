"""Reads one scanned page: a picture goes in; words, rules and fills of the `Page` come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from statistics import fmean, median

import numpy as np

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Fill, Note, Page, Picture, Rule, Word
from agendapack.extract.ocr.binarise import inked
from agendapack.extract.ocr.borders import with_borders
from agendapack.extract.ocr.deskew import Deskewed, deskewed
from agendapack.extract.ocr.picture import Grey, Mask, Rgb, scan_of
from agendapack.extract.ocr.recogniser import Letter, letters_of
from agendapack.extract.ocr.ruling import Ruling, ruling_of
from agendapack.extract.ocr.segments import RuleSegment
from agendapack.extract.ocr.size import enlarged
from agendapack.extract.ocr.stroke_width import Print, weighed
from agendapack.extract.ocr.textlines import MAX_LINES, LineBox, letter_height, text_ink, text_lines
from agendapack.extract.ocr.words import Set, set_of, words_of

MARGIN_EM = 0.14
"""White kept around a line when it is shown to the recogniser."""
NO_TEXT = 0.55
"""Ink read with less certainty than this on average is no text."""
LONG, LONG_TEXT = 4, 0.7
"""From so many letters on, print is read with this certainty at least."""
SMALL, SMALL_TEXT = 0.6, 0.85
"""Ink so much lower than the page's capitals is dirt unless it is read with this certainty."""
PROBES = 6
"""Lines that tell whether the page stands on its head."""
CLEARLY = 15.0
"""Fewer will do when this many letters more are read one way."""
LEGIBLE, LEAST_LEGIBLE = 0.85, 3
"""So many of them read with this certainty make the picture one of text."""
PROBE_SHAPE = (3.0, 14.0)
"""Width to height of such a line: long enough to be sure, short enough to be quick."""
ALIKE_SIZE = 0.12
"""Sizes that differ by less are one size, measured differently."""
DOUBT = 0.75
"""A figure read with less certainty is doubtful."""
BULLET, BULLET_GAP = (0.2, 0.65), 4.0
"""Height of a bullet, and its greatest distance from its text, in heights of a capital."""
SIGNS, LEAST_SIGN = "-–*•+/?%£$€#&=<>↑→↓←", 0.3
"""Signs that may stand alone in a cell, and their least width in heights of a capital."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A straightened scan taken apart."""

    rgb: Rgb
    even: Grey
    fills: Sequence[Fill]
    ruling: Ruling
    print: Mask
    lines: Sequence[LineBox]
    beyond: int
    """Lines further down that are not read."""
    tall: float
    """Height of the page's usual capitals in pixels."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A line with its letters; `left` is the pixel at which the recogniser's picture of it began."""

    line: LineBox
    left: int
    letters: Sequence[Letter]

    @property
    def certainty(self) -> float:
        return fmean(letter.certainty for letter in self.letters) if self.letters else 0.0


@dataclass(frozen=True, slots=True)
class PictureContent:
    """What a picture shows, in points from its own corner, and how it was turned for that."""

    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    notes: tuple[Note, ...]
    turned: int
    skew: float
    shear: float


def ocr_page(path: Path, page: Page) -> Page:
    """The page as its picture shows it, upright and straightened: words with certainty, rules, fills."""
    scan = scan_of(path, page.number)
    unit = scan.unit
    seen = reading_of(PageScan(scan.rgb, unit), page.number)
    read = replace(
        page,
        width=seen.width,
        height=seen.height,
        words=seen.words,
        rules=seen.rules,
        fills=seen.fills,
        pictures=(Picture(Box(0, 0, seen.width, seen.height)),),
        glyphs=(),
        notes=seen.notes,
        reader="ocr",
        turned=seen.turned,
        skew=seen.skew,
        shear=seen.shear,
    )
    return read if unit == scan.scale else enlarged(read, unit / scan.scale)


class PageScan:
    """A picture that has `unit` pixels a point, straightened and taken apart when that is first asked for."""

    def __init__(self, rgb: Rgb, unit: float) -> None:
        self.rgb, self.unit = rgb, unit
        self._read: dict[tuple[LineBox, bool], Sequence[Letter]] = {}

    @cached_property
    def straight(self) -> Deskewed:
        return deskewed(self.rgb, self.unit * 72)

    @cached_property
    def sheet(self) -> _Sheet:
        return _sheet(self.straight.rgb, self.unit)

    def letters(self, line: LineBox, *, turned: bool) -> Sequence[Letter]:
        """A line read as it is or turned round; each way once, as it takes most of the time."""
        if (line, turned) not in self._read:
            part, _ = _crop(self.sheet, line)
            part = np.ascontiguousarray(np.rot90(part, 2)) if turned else part
            self._read[line, turned] = letters_of(part)
        return self._read[line, turned]

    @property
    def seen(self) -> dict[LineBox, Sequence[Letter]]:
        """What was read without turning it round."""
        return {line: letters for (line, turned), letters in self._read.items() if not turned}


def reading_of(look: PageScan, page: int) -> PictureContent:
    """Read a picture; `page` is the number for its notes."""
    straight, sheet, unit = look.straight, look.sheet, look.unit
    turned, on_its_head = straight.quarter, _is_on_its_head(look)
    seen = {} if on_its_head else look.seen
    if on_its_head:
        sheet, turned = _sheet(np.ascontiguousarray(np.rot90(sheet.rgb, 2)), unit), turned + 180
    texts = [_marked(_text(sheet, line, seen), sheet) for line in sheet.lines]
    words = tuple(_words(sheet, [t for t in texts if _is_text(t, sheet)], unit))
    rules = (*_rules(sheet.ruling.level, True, unit), *_rules(sheet.ruling.plumb, False, unit))
    return PictureContent(
        width=sheet.rgb.shape[1] / unit,
        height=sheet.rgb.shape[0] / unit,
        words=words,
        rules=with_borders(rules, sheet.fills, words),
        fills=tuple(sheet.fills),
        notes=tuple(_notes(words, texts, sheet, page)),
        turned=turned,
        skew=straight.skew,
        shear=straight.shear,
    )


def holds_text(look: PageScan) -> bool:
    """Whether lines of a picture read as text, one way up or another: a photograph's do not."""
    read = 0
    for line in _probes(look.sheet):
        ways = [look.letters(line, turned=turned) for turned in (False, True)]
        read += any(_Text(line, 0, letters).certainty >= LEGIBLE for letters in ways)
    return read >= LEAST_LEGIBLE


def _sheet(rgb: Rgb, scale: float) -> _Sheet:
    """The picture's ink told apart: colours, rules, and lines of text."""
    seen = inked(rgb, scale * 72)
    tall = letter_height(seen.ink, scale)
    ruling = ruling_of(seen, scale)
    letters = text_ink(seen.ink & ~seen.sides, ruling, scale)
    even = np.where((ruling.mask & ~letters) | seen.sides, 255, seen.even).astype(np.uint8)
    lines = text_lines(letters, ruling, scale)
    beyond = max(0, len(lines) - MAX_LINES)
    return _Sheet(rgb, even, seen.fills, ruling, letters, lines[:MAX_LINES], beyond, tall)


# --- lines -------------------------------------------------------------------------


def _crop(sheet: _Sheet, line: LineBox) -> tuple[Grey, int]:
    margin = max(2, round(MARGIN_EM * line.height))
    left = max(0, line.x0 - margin - 1)
    part = sheet.even[max(0, line.top - margin) : line.bottom + margin, left : line.x1 + margin + 1]
    return np.ascontiguousarray(part), left


def _text(sheet: _Sheet, line: LineBox, seen: dict[LineBox, Sequence[Letter]]) -> _Text:
    part, left = _crop(sheet, line)
    return _Text(line, left, seen[line] if line in seen else letters_of(part))


def _probes(sheet: _Sheet) -> list[LineBox]:
    """Some lines, from all over the picture."""
    low, high = PROBE_SHAPE
    fit = [line for line in sheet.lines if low <= line.width / max(1, line.height) <= high]
    return fit[:: max(1, len(fit) // PROBES)][:PROBES]


def _is_on_its_head(look: PageScan) -> bool:
    """Whether some lines read better when the page is turned round."""
    upright_sum = turned_sum = 0.0
    for line in _probes(look.sheet):
        upright_sum += _legible(look.letters(line, turned=False))
        turned_sum += _legible(look.letters(line, turned=True))
        if min(upright_sum, turned_sum) + CLEARLY <= max(upright_sum, turned_sum):
            break
    return turned_sum > upright_sum


def _legible(letters: Sequence[Letter]) -> float:
    return sum(letter.certainty**2 for letter in letters)


def _is_text(text: _Text, sheet: _Sheet) -> bool:
    """Whether a line is worth keeping: dirt is read without certainty, or as a stop that follows nothing."""
    if text.certainty < _least_certainty(text, sheet):
        return False
    marks = "".join(letter.text for letter in text.letters).strip()
    if any(c.isalnum() for c in marks) or marks == "•":
        return bool(marks)
    return len(set(marks)) == 1 and marks[0] in SIGNS and text.line.width >= LEAST_SIGN * sheet.tall


def _least_certainty(text: _Text, sheet: _Sheet) -> float:
    if text.line.height < SMALL * sheet.tall:
        return SMALL_TEXT
    return LONG_TEXT if len(text.letters) >= LONG else NO_TEXT


def _marked(text: _Text, sheet: _Sheet) -> _Text:
    """A small round spot before a line is a bullet, whatever the recogniser makes of it."""
    line, tall = text.line, sheet.tall
    if line.width > line.height or len(text.letters) > 1:
        return text
    part = sheet.print[line.top : line.bottom, line.x0 : line.x1]
    rows = np.flatnonzero(part.any(axis=1))
    height = int(rows[-1] - rows[0]) + 1 if len(rows) else line.height
    is_round = 0.6 <= line.width / height <= 1.6 and part.sum() >= 0.6 * line.width * height
    if not is_round or not BULLET[0] * tall <= height <= BULLET[1] * tall:
        return text
    follows = any(
        0 < o.x0 - line.x1 <= BULLET_GAP * tall and abs(o.bottom - line.bottom) <= tall for o in sheet.lines
    )
    return replace(text, letters=(Letter("•", line.width / 2, 1.0),)) if follows else text


# --- the page ----------------------------------------------------------------------


def _words(sheet: _Sheet, texts: Sequence[_Text], scale: float) -> Iterator[Word]:
    sets = [set_of(sheet.print, t.line) for t in texts]
    usual = median(s.size for s in sets) if sets else 0.0
    lines = []
    for text, how in zip(texts, sets, strict=True):
        even = Set(how.base, usual) if abs(how.size - usual) <= ALIKE_SIZE * usual else how
        lines.append(words_of(text.letters, sheet.print, text.line, text.left, even, scale))
    yield from weighed(lines, Print(sheet.even, sheet.print, scale))


def _rules(runs: Iterable[RuleSegment], level: bool, scale: float) -> Iterator[Rule]:
    for run in runs:
        start, end, at, half = run.start / scale, run.end / scale, run.at / scale, run.thick / scale / 2
        box = Box(start, at - half, end, at + half) if level else Box(at - half, start, at + half, end)
        yield Rule(box, level, round(2 * half, 2))


def _notes(words: Sequence[Word], texts: Sequence[_Text], sheet: _Sheet, page: int) -> Iterator[Note]:
    """Figures that were hard to read, and print that was not read at all."""
    for word in words:
        if word.certainty < DOUBT and any(c.isdigit() for c in word.text):
            detail = f"“{word.text}” is read from a scan with certainty {word.certainty:.2f}"
            yield Note("low_confidence", page, word.box, detail)
    lost = sum(
        1 for t in texts if t.certainty < _least_certainty(t, sheet) and t.line.width > 2 * t.line.height
    )
    if lost:
        yield Note("unread_text", page, None, f"{lost} marks on the scan cannot be read as text")
    if sheet.beyond:
        what = f"{sheet.beyond:,} marks further down on the scan are not looked at: it has too many"
        yield Note("unread_text", page, None, what)
