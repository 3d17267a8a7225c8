"""Reads one scanned page: its picture comes upright and straight, its text, rules and fills go into the `Page`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, median

import numpy as np
from numpy.typing import NDArray

from extract.model import Box, Note, Page, Picture, Rule, Word
from extract.ocr.fills import fills_of
from extract.ocr.ink import Inked, inked
from extract.ocr.picture import Mask, grey_of, scan_of
from extract.ocr.recogniser import Letter, letters_of
from extract.ocr.ruling import Run, ruling_of
from extract.ocr.textlines import Line, text_ink, text_lines
from extract.ocr.upright import is_sideways, slopes_of, straightened
from extract.ocr.words import Set, set_of, words_of

MARGIN_EM = 0.14
"""White kept around a line when it is shown to the recogniser."""
NO_TEXT = 0.55
"""Ink read with less certainty than this on average is no text."""
UPSIDE_DOWN = 0.8
"""Lines read with less certainty may stand on their heads."""
PROBES = 6
"""Lines from which that is judged."""
ALIKE_SIZE = 0.12
"""Sizes that differ by less are one size, measured differently."""
DOUBT = 0.75
"""A figure read with less certainty is doubtful."""


@dataclass(frozen=True, slots=True)
class _Read:
    line: Line
    left: int
    letters: Sequence[Letter]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A straightened scan with its lines of text."""

    rgb: NDArray[np.uint8]
    inked: Inked
    letters: Mask
    lines: Sequence[Line]


def ocr_page(path: Path, page: Page) -> Page:
    """The page as its picture shows it: words with certainty, rules, fills; straightened, in points."""
    scan = scan_of(path, page.number)
    rgb = _on_its_feet(scan.rgb, scan.scale)
    slopes = slopes_of(inked(grey_of(rgb), scan.scale * 72).ink)
    rgb = straightened(rgb, slopes)
    sheet = inked(grey_of(rgb), scan.scale * 72)
    ruling = ruling_of(sheet.ink, scan.scale)
    letters = text_ink(sheet.ink, ruling, scan.scale)
    lines = text_lines(letters, ruling, scan.scale)
    read = [_read(sheet, line) for line in lines]
    if _mean([r for r in read if r.line.width > 3 * r.line.height][:PROBES]) < UPSIDE_DOWN:
        pass
    words, notes = _words(read, letters, scan.scale, page.number)
    height, width = rgb.shape[0] / scan.scale, rgb.shape[1] / scan.scale
    return replace(
        page,
        width=width,
        height=height,
        words=words,
        rules=(*_rules(ruling.level, True, scan.scale), *_rules(ruling.plumb, False, scan.scale)),
        fills=fills_of(rgb, ruling, scan.scale),
        pictures=(Picture(Box(0, 0, width, height)),),
        glyphs=(),
        notes=notes,
        reader="ocr",
    )
