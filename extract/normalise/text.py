"""Normalise: raw cell text in, the text a person reads out, lists joined with "; "."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from agendapack.extract.normalise.words import any_of, flat
from agendapack.schemas import from_words, remembered, vocabulary

# What a text layer holds for what the page shows. NFKC would go too far (m², ½, ™).
_SEEN_AS = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
        "\u201f": "’", "\u2010": "-", "\u2011": "-", "\u2212": "-",
    }
)  # fmt: skip
# A hyphen at a line's end belongs to the word, except in "pre- and post-".
_HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)-[ \t]*\n\s*(?!(?:and|or|to)\b)(?=[a-z\d])")
_NUMBERED = re.compile(r"^\s*\(?(\d{1,2}|[a-z]|[ivx]+)[.)]\s+(?=\S)")
_OPENED = re.compile(r"^\s*(\W)\s+(?=[^\W\d_])")
SIGNS = frozenset(["So", "Co"])
"""Unicode categories of signs that are neither letters, figures nor marks of writing."""
MIN_OPENED = 2
"""Lines that a sign opens in a list."""
_ENDS_SENTENCE = re.compile(r"[.;]\s*$")
RUNS_ON = frozenset(":;,.!?…-–—")
"""Ends of a lead-in that need no other mark before what follows."""


@from_words
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The pattern of a bullet anywhere, and of one that counts only at a line's beginning."""
    words = vocabulary("text")
    anywhere = re.compile(rf"(?:^|(?<=\s)){any_of(words['bullets'])}\s*(?=\S)|{any_of(words['bullets'])}\s*$")
    return anywhere, re.compile(rf"^\s*{any_of(words['line_bullets'])}\s+(?=\S)")


def clean(text: str) -> str:
    """What a person reads: ligatures as letters, soft hyphens gone, white space collapsed."""
    seen = text.translate(_SEEN_AS)
    return flat(_HYPHEN_AT_LINE_END.sub("-", seen))


def bullet_items(text: str, apart: Collection[int] = ()) -> list[str]:
    """The items of a list, wrapped lines with the item above; without bullets, paragraphs ended by a stop.

    `apart` are lines, counted from 0, that begin although they had room on the line above.
    """
    lead, items = _split(text, numbered=True)
    if items:
        return _closed([i for i in (lead, *items) if i])
    return _closed(_sentences(text.split("\n"), apart))


def _closed(items: Sequence[str]) -> list[str]:
    """The items without the marks that part them from the next."""
    return [i for i in (*(i.rstrip(" ;,") for i in items[:-1]), *items[-1:]) if i]


def join_bullets(text_lines: str | Iterable[str]) -> str:
    """One line of text: the lead-in, then the bullets joined with "; ".

    A lead-in that ends in a colon or the like runs on into the first bullet; a heading is the first of them.
    """
    return _listed(text_lines if isinstance(text_lines, str) else "\n".join(text_lines))


@remembered
def _listed(text: str) -> str:
    lead, items = _split(text, numbered=False)
    listed = "; ".join(_closed(items))
    joined = (" " if lead[-1:] in RUNS_ON else "; ").join(part for part in (lead, listed) if part)
    return joined or clean(text)  # a tick alone is what the cell says


def bulleted_lines(text: str) -> dict[int, int]:
    """The lines of a list that a bullet like the first one opens, and the characters that it takes there.

    None where there is one item.
    """
    lines = text.split("\n")
    marks = [mark for mark in (*_marks(), _repeated_sign(lines)) if mark]
    first = next((line for line in lines if any(mark.match(line) for mark in marks)), "")
    kinds = [mark for mark in marks if mark.match(first)]
    matches = ((n, [m for kind in kinds if (m := kind.match(line))]) for n, line in enumerate(lines))
    opened = {n: max(m.end() for m in found) for n, found in matches if found}
    return opened if len(opened) > 1 else {}


def _split(text: str, *, numbered: bool) -> tuple[str, list[str]]:
    """The lead-in and the items, cleaned; no items when the text is no list."""
    lines = text.split("\n")
    anywhere, at_start = _marks()
    mark = _repeated_sign(lines) or _line_mark(lines, at_start, numbered=numbered)
    parts: list[list[str]] = [[]]
    for line in lines:
        if mark and (found := mark.match(line)):
            parts.append([])
            line = line[found.end() :]
        first, *more = anywhere.split(line)
        parts[-1].append(first)
        parts.extend([m] for m in more)
    lead, *items = (clean("\n".join(p)) for p in parts)
    return lead, [i for i in items if i]


def _repeated_sign(lines: Sequence[str]) -> re.Pattern[str] | None:
    """The sign before words that opens several lines, whatever sign it is: one with figures may rate them."""
    if len(lines) < MIN_OPENED:
        return None
    signs = Counter(m[1] for line in lines if (m := _OPENED.match(line)))
    lists = [s for s, n in signs.items() if n >= MIN_OPENED and unicodedata.category(s) in SIGNS]
    return re.compile(rf"^\s*[{''.join(map(re.escape, lists))}]\s+(?=\S)") if lists else None


def _line_mark(lines: list[str], dashes: re.Pattern[str], *, numbered: bool) -> re.Pattern[str] | None:
    """The mark that opens the lines of this list; a single dash or number in a text makes no list."""
    for mark in (dashes, _NUMBERED) if numbered else (dashes,):
        marked = [i for i, line in enumerate(lines) if mark.match(line)]
        after_colon = [i for i in marked if i == 0 or lines[i - 1].rstrip().endswith(":")]
        if len(marked) >= 2 and (after_colon or mark is dashes) or (after_colon and mark is dashes):
            return mark
    return None


def _sentences(lines: list[str], apart: Collection[int] = ()) -> list[str]:
    """Lines grouped into paragraphs: one ends with a stop, or a break, when a capital follows.

    Where lines are wrapped a stop at their end may be chance; a paragraph then leaves room behind it.
    """
    width = max(map(len, lines))
    wrapped = any(not _ENDS_SENTENCE.search(line) for line in lines[:-1])
    parts: list[list[str]] = []
    for number, line in enumerate(lines):
        capital = line.strip()[:1].isupper()
        begins = capital and bool(parts) and bool(_ENDS_SENTENCE.search(parts[-1][-1]))
        roomy = begins and (not wrapped or _has_room(parts[-1][-1], line, width))
        if not parts or roomy or capital and number in apart:
            parts.append([line])
        else:
            parts[-1].append(line)
    return [p for p in (clean("\n".join(lines)) for lines in parts) if p]


def _has_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had room on this one; `width` is the longest of the lines."""
    return len(line.rstrip()) + 1 + len(following.split()[0]) <= width
