"""Mends letters that scans confuse (I and l, O and 0), where something besides their look decides.

Pages go in and come out; a mended word keeps what was read in `printed`. Evidence is the English
word list, the words the pack prints clearly elsewhere, and for refs another ref of the same family.
A figure is never changed: nothing tells 8 from 3 but the look. Only its separators are, where all
clear figures of its column are set alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Page, Word
from agendapack.extract.read.vocabulary import Vocabulary

SURE = 0.97
"""Words read with this certainty are evidence, and are left alone."""
ALIKE = ("Il1|!", "Ii", "O0oQ", "S5", "B8", "Z2", "G6", ".,")
"""Signs that look alike on a scan."""
MAX_DOUBTS = 5
"""A word with more doubtful letters is left as it is."""
LEAST_ALIKE = 3
"""So many clear figures of a column tell how its figures are set."""

_CORE = re.compile(r"^(\W*)(.*?)([^\w|]*)$", re.S)
_PLURAL = re.compile(r"[A-Z]{2,4}s")
"""Abbreviations in the plural: KPIs."""
_GROUPED = re.compile(r"[£$€(-]*\d{1,3}(?:[.,]\d{3})+\)?")
_STOPPED = re.compile(r"[£$€(-]*\d{1,3}(?:[.,]\d{3})*\.\d{3}(?:[.,]\d{3})*\)?")
"""A figure in groups of three, parted by commas or by what was read as a stop."""
_REF = re.compile(r"(?=.*[A-Za-z])(?=.*\d).{3,}")


def mended(pages: Sequence[Page]) -> list[Page]:
    """The pages, the doubtful words of scanned ones mended."""
    if all(page.reader != "ocr" for page in pages):
        return list(pages)
    mender = _Mender(pages)
    return [mender.page(page) if page.reader == "ocr" else page for page in pages]


@dataclass(slots=True)
class _Mender:
    clear: Counter[str]
    """Words the pack prints beyond doubt, as printed."""
    vocabulary: Vocabulary

    def __init__(self, pages: Sequence[Page]) -> None:
        """Gather the evidence of the pack."""
        self.clear = Counter(_core(w.text) for page in pages for w in page.words if w.certainty >= SURE)
        self.vocabulary = Vocabulary(self.clear.elements())

    def page(self, page: Page) -> Page:
        words = [self._word(word) for word in page.words]
        clear = [w for w in words if w.certainty >= SURE and _GROUPED.fullmatch(w.text)]
        return replace(page, words=tuple(_grouped(word, clear) for word in words))

    def _word(self, word: Word) -> Word:
        core = _core(word.text)
        if word.certainty >= SURE or not core or self.clear[core] or self._is_word(core):
            return word
        other = _nearest(core, [v for v in _variants(core) if self._stands(v)])
        if other is None:
            return word
        at = word.text.index(core)
        text = word.text[:at] + other + word.text[at + len(core) :]
        return replace(word, text=text, printed=word.printed or word.text)

    def _is_word(self, text: str) -> bool:
        return text.isascii() and text.isalpha() and _one_case(text) and self.vocabulary.knows(text)

    def _stands(self, variant: str) -> bool:
        """Whether there is evidence for this reading."""
        if _REF.fullmatch(variant):
            return self.clear[variant] > 0
        return self._is_word(variant) or _PLURAL.fullmatch(variant) is not None


def _grouped(word: Word, clear: Sequence[Word]) -> Word:
    """A figure read as 1.250.000 with the commas that all clear figures of its column have."""
    match = _STOPPED.fullmatch(word.text)
    if match is None or word.certainty >= SURE:
        return word
    column = [w for w in clear if w.box.x0 <= word.box.x1 and w.box.x1 >= word.box.x0]
    if len(column) < LEAST_ALIKE or any("." in w.text for w in column):
        return word
    return replace(word, text=word.text.replace(".", ","), printed=word.printed or word.text)


def _core(text: str) -> str:
    """The word without the stops and quotation marks around it."""
    match = _CORE.fullmatch(text)
    return match[2] if match else text


def _one_case(text: str) -> bool:
    return text.islower() or text.isupper() or (text[0].isupper() and text[1:].islower())


def _variants(text: str) -> Iterator[str]:
    """Other readings of a word: each look-alike exchanged, foreign accents dropped."""
    if text.replace(".", "").replace(",", "").isdigit():
        return
    choices = [_choices(letter) for letter in text]
    if sum(len(c) > 1 for c in choices) > MAX_DOUBTS:
        return
    for letters in product(*choices):
        variant = "".join(letters)
        if variant != text:
            yield variant


def _choices(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0]
    alike = "".join(c for group in ALIKE if letter in group for c in group if c != letter)
    return letter + alike + (plain if plain != letter else "")


def _nearest(text: str, variants: Sequence[str]) -> str | None:
    """The one that differs in the fewest letters; None when two do."""
    changes = sorted((sum(a != b for a, b in zip(text, v, strict=True)), v) for v in variants)
    if not changes or (len(changes) > 1 and changes[0][0] == changes[1][0]):
        return None
    return changes[0][1]
