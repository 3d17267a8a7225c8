"""Read, last step: words whose letters the text layer pulls apart or runs together are made whole.

Pages go in and come out; a word that was changed keeps the text layer's reading in `printed`.
Evidence is, in this order: how wide a gap is beside the other gaps of its line, the words the
pack prints unbroken elsewhere, and an English word list. Two words that both make sense are
joined only in a pack that is broken all over, and only where the gap is no space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Page, Word, union
from agendapack.extract.read.lines import gaps_of, stretches, usual_gap
from agendapack.extract.read.vocabulary import Vocabulary

NARROW = 0.82
"""A gap of this part of the line's usual word gap looks like no space."""
WIDE = 1.3
"""A gap wider than this, in the same measure, is never inside a word."""
SPACED_LETTERS = 4
"""Single letters in a row that look like a spaced word."""
EVEN_EM = 0.12
"""Their distances differ by no more."""
SPACED_WORD_EM = 0.15
"""Between two spaced words the gap grows by at least this."""
MAX_PARTS = 24
"""Pieces one word may have come apart into."""
NARROW_GAIN = 3.0
"""What a narrow gap is worth for joining, in powers of ten (see `Vocabulary.cost`)."""
WIDE_LOSS = 1.0
"""What a gap as wide as a space speaks against it."""
MIN_GAIN = 1.5
"""A mend must be this much likelier than what is printed."""
BROKEN_LINES = 5
"""Lines with letters torn from their word that make a pack a broken one, and at least …"""
BROKEN_SHARE = 0.01
"""… this share of its lines."""
REMEMBERED = 8192
"""Words kept in mind: a pack prints most of its words many times."""

_WORD = re.compile(r"[^\W\d_]+")
_LONE = re.compile(r"[(\[\"'‘“]*(?P<letter>[^\W\d_])[)\]\"'’”.,;:]*")
_TAIL = re.compile(r"['’]?[^\W\d_]+|['’]|[.,;:)\]?!%]+")
"""How a later piece of a word may begin."""
_STOPS = ".,;:)]?!%"
_GLUED = re.compile(r"(?P<word>[^\W\d_]{4,})(?P<small>of|the)", re.I)
"""Small words that get stuck to the word before; names do not end with them by chance."""


def mend(pages: Sequence[Page]) -> list[Page]:
    """The pages with broken and glued words mended; pages without any are passed on as they are."""
    if not any(_doubtful(page) for page in pages):
        return list(pages)
    vocabulary = Vocabulary(word.text for page in pages for word in page.words)
    mender = _Mender(vocabulary, broken=False)
    mended = [mender.page(page) if _doubtful(page) else page for page in pages]
    if mender.torn < BROKEN_LINES or mender.torn < BROKEN_SHARE * _line_count(pages):
        return mended
    thorough = _Mender(vocabulary, broken=True)
    return [thorough.page(page) for page in pages]


def _line_count(pages: Iterable[Page]) -> int:
    return sum(1 for page in pages for _ in stretches(page))


def _doubtful(page: Page) -> bool:
    """Whether some word of the page may be a piece of one, or two."""
    return any(_may_be_broken(w.text) or (w.printed and " " in w.printed) for w in page.words)


@lru_cache(maxsize=REMEMBERED)
def _may_be_broken(text: str) -> bool:
    return (len(text) < 4 and _is_stray(text)) or _GLUED.fullmatch(text) is not None


def _is_stray(text: str) -> bool:
    """A letter that stands alone and is no word, nor the letter of a list: b)."""
    match = _LONE.fullmatch(text)
    return match is not None and match["letter"] not in "aAI" and text[-1] != ")"


@dataclass(slots=True)
class _Mender:
    """Mends lines against one pack's vocabulary."""

    vocabulary: Vocabulary
    broken: bool
    """Whether the pack is known to be broken all over."""
    torn: int = 0
    """Lines in which letters were torn from their word."""

    def page(self, page: Page) -> Page:
        words: list[Word] = []
        for line in stretches(page):
            if self.broken or any(_is_stray(w.text) or w.printed for w in line):
                words.extend(self._line(line))
            else:
                words.extend(line)
        parted = [part for word in words for part in self._parted(word)]
        if len(parted) == len(page.words):
            return page
        return replace(page, words=tuple(parted))

    def _line(self, line: list[Word]) -> list[Word]:
        """The likeliest reading of the line; every word itself where nothing is gained."""
        gaps = gaps_of(line)
        spaced = _spaced_out(line, gaps, self.vocabulary, self.broken)
        if spaced is not None:
            self.torn += 1
            return [_joined(line[a:b]) for a, b in spaced]
        usual = usual_gap(gaps)
        costs, starts = [0.0], [0]
        for end in range(1, len(line) + 1):
            best, start = min(
                (costs[start] + cost, -start)
                for start in range(max(0, end - MAX_PARTS), end)
                if (cost := self._cost(line[start:end], gaps[start : end - 1], usual)) is not None
            )
            costs.append(best)
            starts.append(-start)
        spans = []
        end = len(line)
        while end:
            spans.append((starts[end], end))
            end = starts[end]
        if any(b - a > 1 for a, b in spans):
            self.torn += 1
        return [_joined(line[a:b]) for a, b in reversed(spans)]

    def _cost(self, parts: Sequence[Word], gaps: Sequence[float], usual: float) -> float | None:
        """How unlikely these pieces are as one word; None when they cannot be one."""
        if len(parts) == 1:
            return self._reading(parts[0].text)
        narrow = [gap < NARROW * usual for gap in gaps]
        if not _can_join(parts) or max(gaps) > WIDE * usual:
            return None
        if parts[-1].text[0] in _STOPS:  # a stop belongs to the word it nearly touches
            even = len(parts) > 2 and gaps[-1] <= max(gaps[:-1]) + EVEN_EM / 4
            if not self.broken or not (narrow[-1] or even):
                return None
            front = self._cost(parts[:-1], gaps[:-1], usual)
            return None if front is None else front - NARROW_GAIN
        text = "".join(p.text for p in parts)
        words = _WORD.findall(text)
        if any(c.isdigit() for c in text) or not _one_case(words):
            return None
        if not all(self.vocabulary.knows(w) for w in words if len(w) > 1):
            return None
        if not (self._is_torn(parts) or (self.broken and all(narrow))):
            return None
        change = sum(-NARROW_GAIN if n else WIDE_LOSS for n in narrow)
        return self._reading(text) + MIN_GAIN + change

    def _is_torn(self, parts: Sequence[Word]) -> bool:
        """Whether some piece makes no sense alone, so that it was torn from its neighbour."""
        pieces = [w for p in parts for w in _WORD.findall(p.text)]
        if not self.broken and "".join(pieces).isupper():  # initials, abbreviations
            return False
        if any(len(w) > 1 and not self.vocabulary.knows(w) for w in pieces):
            return True
        first, last = parts[0].text, pieces[-1]
        if len(last) == 1 and last.islower() and last not in "ai" and len(parts) == 2:
            return len(first) > 1
        unknown = [w for w in pieces if not self.vocabulary.knows(w)]
        return len(unknown) == len(pieces)

    def _reading(self, text: str) -> float:
        """Cost of a printed word: that of its letters; figures and signs say nothing."""
        if any(c.isdigit() for c in text):
            return 0.0
        words = _WORD.findall(text)
        return sum(self.vocabulary.cost(w) for w in words if len(w) > 1 or len(words) == 1)

    def _parted(self, word: Word) -> list[Word]:
        """Two words for a glued one (Numberof), the word itself otherwise."""
        if word.printed and " " in word.printed and not self._sensible(word.text):
            # a narrow gap was taken for none; the parts make sense, the whole does not
            parts = word.printed.split(" ")
            if "".join(parts) == word.text and all(map(self._sensible, parts)):
                return _cut(word, parts, None)
        match = _GLUED.fullmatch(word.text)
        if match is None or self.vocabulary.knows(word.text) or not _one_case([word.text]):
            return [word]
        front = match["word"]
        own = self.vocabulary.counts[front.lower()] and self.vocabulary.knows(front)
        return _cut(word, [front, match["small"]], word.text) if own else [word]

    def _sensible(self, text: str) -> bool:
        """Whether letters (or figures) make a word by themselves."""
        words = _WORD.findall(text)
        if not words:
            return text.isdigit()
        return not any(c.isdigit() for c in text) and all(map(self.vocabulary.knows, words))


def _can_join(parts: Sequence[Word]) -> bool:
    """Letters meet letters, in one style; after a stop a new word begins."""
    head = parts[0]
    if any(p.bold != head.bold or p.italic != head.italic for p in parts):
        return False
    if not (head.text[-1].isalpha() or (head.text[-1] in "'’" and len(head.text) > 1)):
        return False
    for last, part in zip(parts, parts[1:], strict=False):
        if last.text[-1] in _STOPS or not _TAIL.match(part.text):
            return False
        if last.text[-1] in "'’" and part.text not in ("s", "t", "re", "ve", "ll", "d", "m"):
            return False
    return True


def _one_case(words: Sequence[str]) -> bool:
    """Whether every word is lower case, upper case or capitalised."""
    return all(w.islower() or w.isupper() or (w[0].isupper() and w[1:].islower()) for w in words)


def _spaced_out(
    line: Sequence[Word], gaps: Sequence[float], vocabulary: Vocabulary, broken: bool
) -> list[tuple[int, int]] | None:
    """The words of a line set letter by letter (P U R P O S E), as spans; None when it is not.

    They must make words; in a broken pack a clear difference between narrow and wide gaps is enough.
    """
    singles = [w for w in line if len(w.text) == 1]
    letters = sum(w.text.isalpha() for w in singles)
    if len(singles) < SPACED_LETTERS or len(singles) < 0.8 * len(line):
        return None
    least = sorted(gaps)[len(gaps) // 4]
    cuts = [i + 1 for i, gap in enumerate(gaps) if gap > least + SPACED_WORD_EM]
    spans = list(zip([0, *cuts], [*cuts, len(line)], strict=True))
    inner = [gaps[i] for a, b in spans for i in range(a, b - 1)]
    if not inner or max(inner) - min(inner) > EVEN_EM:
        return None
    if broken and cuts:
        return spans
    words = [w for a, b in spans for w in _WORD.findall("".join(p.text for p in line[a:b]))]
    known = sum(len(w) for w in words if len(w) > 1 and vocabulary.knows(w))
    return spans if letters >= SPACED_LETTERS and known >= 0.5 * letters else None


def _joined(parts: Sequence[Word]) -> Word:
    if len(parts) == 1:
        return parts[0]
    printed = " ".join(p.printed or p.text for p in parts)
    return replace(
        parts[0], text="".join(p.text for p in parts), box=union(p.box for p in parts), printed=printed
    )


def _cut(word: Word, texts: Sequence[str], printed: str | None) -> list[Word]:
    """A word in parts, each with its share of the box."""
    box, done, parts = word.box, 0, []
    for text in texts:
        x0, x1 = (box.x0 + box.width * at / len(word.text) for at in (done, done + len(text)))
        place = replace(box, x0=x0, x1=x1) if word.turn == 0 else box
        parts.append(replace(word, text=text, box=place, printed=printed))
        done += len(text)
    return parts
