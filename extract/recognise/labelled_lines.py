"""Labels and values printed on a page outside its tables: beside each other, or a value below its label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf

from agendapack.extract.normalise.figures import is_measured
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.recognise.card_labels import is_label
from agendapack.extract.recognise.measure_names import measure_named
from agendapack.extract.recognise.over_figures import over_figures
from agendapack.extract.recognise.role_words import words_of_roles
from agendapack.extract.recognise.titles import Groups, best_fits
from agendapack.schemas import from_words

APART_EM = 1.5
"""Lines of one label, or of one value, have their middles no further apart, in font sizes."""
MIN_LABELLED = 3
"""So many known labels make a card of what stands around them."""
FIT = 0.9
"""Title fit from which a label is that of a role."""

Labelled = tuple[str, str]
"""A label and its value."""


def labelled_lines(lines: Sequence[TextLine]) -> dict[str, str]:
    """The values of a card by role, or by measure; nothing where too few labels are known."""
    found: dict[str, str] = {}
    columns = _columns([part for line in lines for part in line.parts])
    pairs = [*_beside(columns), *_below(columns)]
    for label, value in pairs if sum(is_label(label) for label, _ in pairs) >= MIN_LABELLED else ():
        if name := _name_of(label, value):
            found.setdefault(name, value)
    return found


def _columns(parts: Sequence[TextLine]) -> list[list[TextLine]]:
    """Stretches with no white between them from top to bottom, those further left first, each downwards.

    A value may stand a little further in than others: in a box, behind an arrow.
    """
    columns: list[list[TextLine]] = []
    end = -inf
    for part in sorted(parts, key=lambda part: part.box.x0):
        if part.box.x0 >= end:
            columns.append([])
        columns[-1].append(part)
        end = max(end, part.box.x1)
    return [sorted(column, key=lambda part: part.box.top) for column in columns]


def _beside(columns: Sequence[Sequence[TextLine]]) -> Iterator[Labelled]:
    """Values with the label to their left: of its lines those nearest to the middle of the value."""
    for labels, values in zip(columns, columns[1:], strict=False):
        own: dict[int, list[TextLine]] = {}
        for part in labels:
            near = min(range(len(values)), key=lambda i: abs(values[i].box.mid_y - part.box.mid_y))
            if abs(values[near].box.mid_y - part.box.mid_y) <= APART_EM * part.size:
                own.setdefault(near, []).append(part)
        for at, parts in own.items():
            yield " ".join(part.text for part in parts), values[at].text


def _below(columns: Sequence[Sequence[TextLine]]) -> Iterator[Labelled]:
    """Values right below their label, which is set otherwise."""
    for column in columns:
        for label, value in zip(column, column[1:], strict=False):
            close = value.box.mid_y - label.box.mid_y <= APART_EM * max(label.size, value.size)
            if close and _style(label) != _style(value) and is_label(label.text):
                yield label.text, value.text


def _style(part: TextLine) -> tuple[bool, int]:
    return part.bold, round(part.size)


def _name_of(label: str, value: str) -> str:
    """The role of an indicator that a label names; of a figure the measure, since it is no role's."""
    if is_measured(value):
        return measure_named(label) or over_figures([label])[0]
    fits: Mapping[str, tuple[float, str]] = best_fits((label.rstrip(": "),), _roles())
    role = max(fits, key=lambda name: fits[name][0], default="")
    if role and fits[role][0] >= FIT:
        return role
    return measure_named(label) if any(map(str.isdigit, value)) else ""


@from_words
def _roles() -> Groups:
    rules = words_of_roles()["indicators"]
    return Groups.of({name: (*rule.words, *rule.only) for name, rule in rules.items()})
