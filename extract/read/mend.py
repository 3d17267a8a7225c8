"""Read, last step: words whose letters the text layer pulls apart or runs together are made whole.

Pages go in and come out; a word that was changed keeps the text layer's reading in `printed`.
Evidence is, in this order: how wide a gap is beside the other gaps of its line, the words the
pack prints unbroken elsewhere, and an English word list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.model import Page, Rule, Word, union
from extract.read.runs import along
from extract.read.vocabulary import UNKNOWN_COST, Vocabulary

CELL_GAP_EM = 0.75
"""Words further apart stand in different columns and are never joined."""
OVERLAP_EM = 0.5
BASELINE_EM = 0.15
"""Words of one line share their baseline to this part of the size."""
NARROW = 0.82
"""A gap of this part of the line's usual word gap looks like no space."""
USUAL_GAP_EM = 0.27
"""Width of a space where a line has too few of them to tell."""
MIN_GAPS = 3
"""Gaps on a line before its own usual gap counts."""
SPACED_LETTERS = 4
"""Single letters in a row that look like a spaced word."""
MAX_PARTS = 24
"""Pieces one word may have come apart into."""
NARROW_GAIN = 3.0
"""What a narrow gap is worth for joining, in powers of ten (see `Vocabulary.cost`)."""
MIN_GAIN = 1.5
"""A mend must be this much likelier than what is printed."""

_WORD = re.compile(r"[^\W\d_]+")
_LONE = re.compile(r"[(\[\"'‘“]*(?P<letter>[^\W\d_])[)\]\"'’”.,;:]*")
_ENDS = re.compile(r"[.!?;:,)\]]$")
"""A stretch of letters that ends so is not continued by the next."""
_GLUE = ("of", "the", "and", "for", "with")
"""Small words that get stuck to their neighbour; names do not end or begin with them by chance."""


def mend(pages: Sequence[Page]) -> list[Page]:
    """The pages with broken and glued words mended; pages without any are passed on as they are."""
    vocabulary = Vocabulary(_whole_words(pages))
    return [mend_page(page, vocabulary) for page in pages]


def mend_page(page: Page, vocabulary: Vocabulary) -> Page:
    """One page, given the vocabulary of its pack."""
    walls = [r for r in page.rules if not r.horizontal]
    words: list[Word] = []
    changed = False
    for line in _stretches(page.words, walls):
        mended = _mended(line, vocabulary) if _suspicious(line) else line
        changed = changed or mended is not line
        words.extend(mended)
    return replace(page, words=tuple(words)) if changed else page


def _whole_words(pages: Sequence[Page]) -> Iterator[str]:
    """Words of lines that show no sign of damage."""
    for page in pages:
        for line in _stretches(page.words, ()):
            if not _suspicious(line):
                yield from (word.text for word in line)


# --- lines --------------------------------------------------------------------------


def _stretches(words: Sequence[Word], walls: Sequence[Rule]) -> Iterator[list[Word]]:
    """Words that follow one another on a baseline with no column or ruling between."""
    line: list[Word] = []
    for word in words:
        if line and not _follows(line[-1], word, walls):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _follows(last: Word, word: Word, walls: Sequence[Rule]) -> bool:
    if last.turn != word.turn or word.superscript or last.superscript:
        return False
    size = max(last.size, word.size)
    if word.turn == 0:
        if abs(last.box.bottom - word.box.bottom) > BASELINE_EM * size + abs(last.size - word.size):
            return False
        start, end = word.box.x0, last.box.x1
    else:
        start, _, base = along(word.turn, word.box)
        _, end, other = along(last.turn, last.box)
        if abs(base - other) > BASELINE_EM * size:
            return False
    if not -OVERLAP_EM * size <= start - end <= CELL_GAP_EM * size:
        return False
    return not (walls and word.turn == 0 and _wall_between(end, start, word, walls))


def _wall_between(end: float, start: float, word: Word, walls: Sequence[Rule]) -> bool:
    return any(
        end - 1 <= r.box.x0 <= start + 1 and r.box.top <= word.box.mid_y <= r.box.bottom for r in walls
    )


def _gaps(line: Sequence[Word]) -> list[float]:
    """Distances between the words of a line, in ems."""
    gaps = []
    for a, b in zip(line, line[1:], strict=False):
        if a.turn == 0:
            gap = b.box.x0 - a.box.x1
        else:
            gap = along(b.turn, b.box)[0] - along(a.turn, a.box)[1]
        gaps.append(gap / (a.size or 10.0))
    return gaps


# --- suspicion ----------------------------------------------------------------------


def _suspicious(line: Sequence[Word]) -> bool:
    """Whether something on the line looks broken: stray letters, or gaps too narrow for spaces."""
    if any(w.printed for w in line):
        return True
    if len(line) < 2:
        return _maybe_glued(line[0].text)
    if any(_stray(line, i) for i in range(len(line))):
        return True
    if any(_maybe_glued(w.text) for w in line):
        return True
    gaps = _gaps(line)
    usual = _usual(gaps)
    return any(
        gap < NARROW * usual and _letters_meet(a.text, b.text)
        for gap, a, b in zip(gaps, line, line[1:], strict=False)
    )


def _stray(line: Sequence[Word], i: int) -> bool:
    """A letter that stands alone and is no word, beside letters it may belong to."""
    match = _LONE.fullmatch(line[i].text)
    if match is None or match["letter"] in "aAI":
        return False
    before = line[i - 1].text if i else ""
    after = line[i + 1].text if i + 1 < len(line) else ""
    return before[-1:].isalpha() or after[:1].isalpha()


def _maybe_glued(text: str) -> bool:
    lower = text.lower()
    return len(text) > 6 and text.isalpha() and any(lower.endswith(g) or lower.startswith(g) for g in _GLUE[:2])


def _letters_meet(a: str, b: str) -> bool:
    return a[-1:].isalpha() and b[:1].isalpha() or a[-1:].isalpha() and b[:1] in "'’" or a[-1:] in "'’"


def _usual(gaps: Sequence[float]) -> float:
    """The line's usual word gap: the middle of its wider half."""
    wide = sorted(gaps)[len(gaps) // 2 :]
    return median(wide) if len(gaps) >= MIN_GAPS and wide and wide[0] > 0.1 else USUAL_GAP_EM


# --- mending ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Choice:
    cost: float
    start: int
    """Where the last word of the best reading up to here begins."""


def _mended(line: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """The likeliest reading of the line; the line itself when nothing is gained."""
    gaps = _gaps(line)
    usual = _usual(gaps)
    best = [_Choice(0.0, 0)]
    for end in range(1, len(line) + 1):
        options = []
        for start in range(max(0, end - MAX_PARTS), end):
            cost = _cost(line[start:end], gaps[start : end - 1], usual, vocabulary)
            if cost is not None:
                options.append(_Choice(best[start].cost + cost, start))
        best.append(min(options, key=lambda c: c.cost))
    spans = []
    end = len(line)
    while end:
        spans.append((best[end].start, end))
        end = best[end].start
    result = []
    for start, end in reversed(spans):
        result.extend(_parted(line[start], vocabulary) if end - start == 1 else [_joined(line[start:end], gaps[start : end - 1])])
    return line if len(result) == len(line) and all(a is b for a, b in zip(result, line, strict=True)) else result


def _cost(parts: Sequence[Word], gaps: Sequence[float], usual: float, vocabulary: Vocabulary) -> float | None:
    """How unlikely these pieces are as one word; None when they cannot be one."""
    if len(parts) == 1:
        return _reading_cost(parts[0].text, vocabulary)
    if any(_ENDS.search(p.text) for p in parts[:-1]) or not _one_style(parts):
        return None
    text = "".join(p.text for p in parts)
    words = _WORD.findall(text)
    if not words or any(c.isdigit() for c in text) or not _one_case(words):
        return None
    if not all(vocabulary.knows(w) for w in words if len(w) > 1) or (len(words) > 1 and min(map(len, words[:-1])) < 2):
        return None
    cost = _reading_cost(text, vocabulary) + MIN_GAIN
    narrow = [gap < NARROW * usual for gap in gaps]
    if _evenly_spaced(parts, gaps):
        return cost
    cost -= NARROW_GAIN * sum(narrow)
    if not all(narrow) and all(vocabulary.knows(w) for p in parts for w in _WORD.findall(p.text)):
        return None  # "in to" may be meant
    return cost + sum(0.0 if n else 2.0 for n in narrow)


def _evenly_spaced(parts: Sequence[Word], gaps: Sequence[float]) -> bool:
    """Single letters at one distance: P U R P O S E."""
    return (
        len(parts) >= SPACED_LETTERS
        and sum(len(p.text) == 1 for p in parts) >= len(parts) - 1
        and max(gaps) - min(gaps) <= 0.12
    )


def _reading_cost(text: str, vocabulary: Vocabulary) -> float:
    """Cost of a printed word: that of its letters; figures and signs cost nothing."""
    words = _WORD.findall(text)
    if any(c.isdigit() for c in text):
        return 3.0
    return sum(vocabulary.cost(w) for w in words if w.lower() != "s" or len(words) == 1)


def _one_style(parts: Sequence[Word]) -> bool:
    return all(p.bold == parts[0].bold and p.italic == parts[0].italic for p in parts)


def _one_case(words: Sequence[str]) -> bool:
    """Whether every word is lower case, upper case or capitalised."""
    return all(w.islower() or w.isupper() or (w[0].isupper() and w[1:].islower()) for w in words)


def _joined(parts: Sequence[Word], gaps: Sequence[float]) -> Word:
    printed = " ".join(p.printed or p.text for p in parts)
    return replace(
        parts[0], text="".join(p.text for p in parts), box=union(p.box for p in parts), printed=printed
    )


def _parted(word: Word, vocabulary: Vocabulary) -> list[Word]:
    """Two words for a glued one (Numberof), the word itself otherwise."""
    text = word.text
    if not _maybe_glued(text) or vocabulary.knows(text) or not _one_case([text]):
        return [word]
    lower = text.lower()
    for small in _GLUE:
        if lower.endswith(small) and _own(text[: -len(small)], vocabulary):
            return _cut(word, len(text) - len(small))
        if lower.startswith(small) and _own(text[len(small) :], vocabulary):
            return _cut(word, len(small))
    return [word]


def _own(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the rest of a glued word is one that the pack prints by itself."""
    return len(text) > 3 and vocabulary.counts[text.lower()] > 0 and vocabulary.cost(text) < UNKNOWN_COST


def _cut(word: Word, at: int) -> list[Word]:
    box, share = word.box, at / len(word.text)
    if word.turn == 0:
        x = box.x0 + share * box.width
        boxes = replace(box, x1=x), replace(box, x0=x)
    else:
        boxes = box, box
    texts = word.text[:at], word.text[at:]
    return [replace(word, text=t, box=b, printed=word.text) for t, b in zip(texts, boxes, strict=True)]
