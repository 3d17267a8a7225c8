"""Headings that govern the rows below them: read from bands, boxes and lines above a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Colour
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.normalise.text import clean
from agendapack.schemas import from_words, vocabulary

_REF_NOTE = re.compile(r"\(\s*refs?\b[.:]?\s*([^()]*)\)", re.IGNORECASE)
OBJECTIVE = "objective"
"""What a label without an owner names whose level the headings over it tell: "Aim: Clean streets"."""
_KEY = re.compile(r"[A-Z]\b[^,;]*(?:[,;]\s*[A-Z]\b[^,;]*)+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a band looks; unlabelled bands of one look are of one level."""

    fill: Colour | None
    bold: bool
    size: float


@dataclass(slots=True)
class Headings:
    """The headings in force at a row."""

    texts: dict[str, str] = field(default_factory=dict)
    """By level or label: corporate_outcome, …, risk_refs, indicator_refs, officers."""
    styles: list[Style] = field(default_factory=list)
    """Looks of unlabelled bands, outermost first."""
    governed: dict[str, str] = field(default_factory=dict)
    """By level or label the kind of rows that stood under the heading first."""
    nested: bool = True
    """Whether the plan prints headings of upper levels, under which objectives stand."""

    def clear(self) -> None:
        """A new section or plan begins."""
        self.texts.clear()
        self.styles.clear()
        self.governed.clear()

    def end_references(self) -> None:
        """What was said of single records holds for none that follow; headings stay in force."""
        self.texts = {k: v for k, v in self.texts.items() if k in vocabulary("bands")["levels"]}

    def apply(self, label: str, text: str) -> None:
        """Put a heading in force; it ends those of its own level and below."""
        levels: list[str] = list(vocabulary("bands")["levels"])
        if label == OBJECTIVE:
            label = levels[-1] if self.nested else levels[0]
        if label in levels:
            for lower in levels[levels.index(label) :]:
                self.texts.pop(lower, None)
            self.texts = {k: v for k, v in self.texts.items() if k in levels}
        self.texts[label] = text
        self.governed.pop(label, None)

    def section(self, kind: str) -> str:
        """The outermost heading over a row, without its references.

        What is printed over a table of one kind is not over the next table of another.
        """
        levels = [level for level in vocabulary("bands")["levels"] if self.texts.get(level)]
        over = [level for level in levels if self.governed.setdefault(level, kind) == kind]
        return clean(_REF_NOTE.sub("", self.texts[over[0]])) if over else ""

    def outcome(self, level: str) -> str:
        return self.texts.get(level, "")

    def refs(self, label: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """References that a heading lists for its rows, spelt as the pack's own."""
        return tuple(r.ref for r in find_refs(self.texts.get(label, ""), known=known))

    def parent_refs(self, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """References in "(ref: …)" of the headings in force, spelt as the pack's own."""
        found: dict[str, None] = {}
        for level in vocabulary("bands")["levels"]:
            for note in _REF_NOTE.findall(self.texts.get(level, "")):
                found.update(dict.fromkeys(r.ref for r in find_refs(note, known=known)))
        return tuple(found)


@from_words
def label_levels() -> dict[str, str]:
    """Every label of a heading, lower case, and its level."""
    words_of = vocabulary("bands")
    level_of = {
        str(label).casefold(): level for level, labels in words_of["labels"].items() for label in labels
    }
    for level, owners in words_of["owners"].items():
        for owner in owners:
            for noun in words_of["nouns"]:
                level_of.setdefault(f"{owner} {noun}", level)
                level_of.setdefault(f"{owner} plan {noun}", level)
    return level_of


@from_words
def _label_pattern() -> re.Pattern[str]:
    """A pattern for any label before a colon."""
    words_of = vocabulary("bands")
    labels = [label for labels in words_of["labels"].values() for label in labels]
    owners = [owner for owners in words_of["owners"].values() for owner in owners]
    choice = rf"(?:{_any(owners)})\s+(?:plan\s+)?(?:{_any(words_of['nouns'])})|{_any(labels)}"
    # a dash is a sign only behind a number: "Objective 2 – Clean streets"
    sign = r"(?:(?:\d+\s*)?[:：]|(?:\d{1,2}(?:\.\d{1,2})?|(?-i:[A-Z]))\s*[–—-](?=\s))"
    return re.compile(rf"(?:(?<=\n)|^)\s*({choice})\s*{sign}\s*", re.IGNORECASE)


def _any(words: Iterable[object]) -> str:
    """A pattern for any of the words, the longest first."""
    longest = sorted(map(str, words), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)


@from_words
def _section_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, vocabulary("bands")["sections"]))
    return re.compile(rf"^\s*(?:{words})\s+(?:\d+|[A-Z])\b", re.IGNORECASE)


def labelled(text: str, *, after_other_text: bool = False) -> list[tuple[str, str]]:
    """The pairs of level, or `OBJECTIVE`, and words of a text made of labelled headings; empty if it is none.

    With `after_other_text` lines without a label may come first.
    """
    found = list(_label_pattern().finditer(text))
    if not found or not after_other_text and text[: found[0].start()].strip():
        return []
    ends = [m.start() for m in found[1:]] + [len(text)]
    return [(_level_named(m), clean(text[m.end() : end])) for m, end in zip(found, ends, strict=True)]


def _level_named(label: re.Match[str]) -> str:
    """The level of a label; a number of two parts is that of an inner one ("Objective 1.2 – Let berths")."""
    named = " ".join(label[1].casefold().split())
    inner = "." in label[0] or named not in vocabulary("bands")["any_level"]
    return label_levels()[named] if inner else OBJECTIVE


def is_over_objectives(text: str) -> bool:
    """Whether a text is a heading of a level under which objectives stand."""
    upper = vocabulary("bands")["levels"][:-1]
    return any(level in upper for level, _ in labelled(text, after_other_text=True))


def is_section(text: str) -> bool:
    """Whether a line begins a new section of the plan."""
    return bool(_section_pattern().match(text))


def is_key(text: str) -> bool:
    """Whether the words behind a label tell what letters stand for: "Priority: H high, M medium, L low"."""
    return bool(_KEY.fullmatch(text))


def apply_band(headings: Headings, cells: Sequence[Cell]) -> None:
    """Put the headings of a band row in force."""
    pairs = [pair for cell in cells for pair in labelled(cell.text)]
    if pairs:
        for label, text in pairs:
            headings.apply(label, text)
        return
    texts = [c for c in cells if c.text]
    if not texts:
        return
    if is_section(texts[0].flat):
        headings.clear()
        return
    headings.apply(_level_of_look(headings, texts[0]), clean(" ".join(c.flat for c in texts)))


def apply_heading(headings: Headings, text: str, size: float, *, bold: bool) -> None:
    """Put the heading right above a table in force, if bands of tables before it looked alike."""
    look = Style(None, bold, round(size))
    if look in headings.styles:
        headings.apply(_level(headings, look), clean(text))


def _level_of_look(headings: Headings, cell: Cell) -> str:
    """The level of an unlabelled band: a look seen first is outside the looks seen after it."""
    words = cell.words
    size = round(max((w.size for w in words), default=0.0))
    look = Style(cell.fill, cell.bold, size)
    if look not in headings.styles:
        headings.styles.append(look)
    return _level(headings, look)


def _level(headings: Headings, look: Style) -> str:
    levels: list[str] = list(vocabulary("bands")["levels"])
    return levels[min(headings.styles.index(look), len(levels) - 1)]
