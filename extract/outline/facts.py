"""Outline: the lines of a report's head or a front sheet go in, its labelled facts come out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Word
from agendapack.extract.outline.lines import WIDE_GAP_EM, TextLine
from agendapack.extract.outline.wording import is_one_of, words_of

HEAD_LINES = 28
"""The labelled head of a report is no longer."""
COLUMN_PT = 8.0
"""Labels, and values, begin within this distance of each other."""
LABEL_WORDS = 6
"""A label has no more words."""
LABELS = ("date_labels", "time_labels", "venue_labels", "committee_labels", "other_labels")
"""Lists of the vocabulary with the labels of such heads."""
COLUMN_LABELS = ("committee_labels", "date_labels", "subject")
"""Of those, and of titles, the ones that may stand without a colon in a column of their own."""
GAP_EM = 2.0
"""White below which the boxes of such a head go on, in font sizes."""
LEADING_EM = 1.2
"""White between two lines of one value, in font sizes."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and the value printed beside it."""

    label: str
    value: str
    line: TextLine


def facts(body: Sequence[TextLine]) -> list[Fact]:
    """Labels with their values, which may both run over several lines."""
    found: list[Fact] = []
    waiting: list[TextLine] = []
    for i, line in enumerate(body[:HEAD_LINES]):
        if beside := _labels_beside(line):
            found += _values_below(beside, body[i + 1 :])
            waiting = []
            continue
        split = _split(line)
        if split is None:
            waiting = [*waiting, line][-2:]
            continue
        label, value, column = split
        above = [w for w in waiting if _label_goes_on(w, line)]
        first = above[0] if above else line
        texts = [_right(w, column) for w in above] + [" ".join(w.text for w in value)]
        texts += _below(body[i + 1 :], line, column)
        words = [w.text for a in above for w in a.parts[0].words] + [w.text for w in label]
        name = " ".join(words).rstrip(": ")
        if len(words) <= LABEL_WORDS:
            found.append(Fact(name, " ".join(" ".join(texts).split()), first))
        waiting = []
    return found


def _labels_beside(line: TextLine) -> tuple[TextLine, ...]:
    """The labels of a head set in boxes: two or more beside each other, and nothing else."""
    known = tuple(chain.from_iterable(words_of("outline", kind) for kind in LABELS))
    parts = line.parts
    return parts if len(parts) > 1 and all(is_one_of(part.text, known) for part in parts) else ()


def _values_below(labels: Sequence[TextLine], following: Sequence[TextLine]) -> list[Fact]:
    """What stands below each label, over to where the next one begins, down to the first gap.

    A line that runs below several labels is the value of none.
    """
    values: list[list[str]] = [[] for _ in labels]
    last = labels[0]
    for line in following:
        gap = (LEADING_EM if any(values) else GAP_EM) * line.size
        if line.box.top - last.box.bottom > gap or _runs_below(line, labels) or _labels_beside(line):
            break
        for part in line.parts:
            at = sum(label.box.x0 <= part.box.x0 + COLUMN_PT for label in labels) - 1
            values[max(at, 0)].append(part.text)
        last = line
    return [
        Fact(label.text.rstrip(": "), " ".join(value), label)
        for label, value in zip(labels, values, strict=True)
        if value
    ]


def _runs_below(line: TextLine, labels: Sequence[TextLine]) -> bool:
    """Whether a part of the line begins below one label and ends below another."""
    edges = [label.box.x0 for label in labels]
    return any(part.box.x0 < edge - COLUMN_PT and edge < part.box.x1 for part in line.parts for edge in edges)


def fact(known: Sequence[Fact], labels: str) -> Fact | None:
    """The first fact whose label is one of a list of the vocabulary."""
    return next((f for f in known if f.value and _is_label(f.label, words_of("outline", labels))), None)


def _is_label(text: str, labels: tuple[str, ...]) -> bool:
    """Whether the text is one of the labels, in one of the languages where it is given in two."""
    return any(is_one_of(part, labels) for part in (text, *text.split("/")))


def _split(line: TextLine) -> tuple[Sequence[Word], Sequence[Word], float | None] | None:
    """The words of the label, those of the value, and the left edge of the values' column."""
    for i, word in enumerate(line.words[: LABEL_WORDS + 1]):
        if word.text.endswith(":"):
            value = line.words[i + 1 :]
            apart = bool(value) and value[0].box.x0 - word.box.x1 > WIDE_GAP_EM * word.size
            return line.words[: i + 1], value, value[0].box.x0 if apart else None
    return _in_columns(line)


def _in_columns(line: TextLine) -> tuple[Sequence[Word], Sequence[Word], float | None] | None:
    """The same of a head set in two columns, whose labels need no colon."""
    known = chain.from_iterable(words_of("outline", kind) for kind in COLUMN_LABELS)
    if len(line.parts) != 2 or not is_one_of(line.parts[0].text, tuple(known)):  # noqa: PLR2004 - label, value
        return None
    label, value = line.parts
    return label.words, value.words, value.box.x0


def _label_goes_on(above: TextLine, line: TextLine) -> bool:
    """Whether the line above begins the label that ends in this one."""
    parts = above.parts
    left = abs(parts[0].box.x0 - line.box.x0) <= COLUMN_PT
    return (
        left and len(parts) == 2 and len(parts[0].words) <= 3 and line.box.top - above.box.bottom < line.size
    )


def _right(line: TextLine, column: float | None) -> str:
    edge = column if column is not None else (line.parts[1].box.x0 if len(line.parts) > 1 else line.box.x1)
    return " ".join(w.text for w in line.words if w.box.x0 >= edge - COLUMN_PT)


def _below(following: Sequence[TextLine], line: TextLine, column: float | None) -> list[str]:
    """The lines a value goes on in: they stand in its column and have no label."""
    texts: list[str] = []
    last = line
    for more in following:
        if column is None or more.box.x0 < column - COLUMN_PT or _split(more):
            break
        if more.box.top - last.box.bottom > LEADING_EM * line.size:
            break
        texts.append(more.text)
        last = more
    return texts
