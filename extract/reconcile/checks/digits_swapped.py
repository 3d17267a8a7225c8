"""Check: a figure in the text that is one of a table's with two digits changed round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.said import figures_said
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import stems

_LETTER = re.compile(r"[^\W\d_]")
_FIGURE = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w,/]|\.\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
MIN_DIGITS = 2
"""Digits of a figure with a decimal point that is no other's by chance; a whole number has more."""
WORDS_A_FIGURE = 3
"""Words of a sentence for each of its figures; with fewer it is a line of a list."""
MIN_SHARED = 2
"""Telling words that the sentence must share with the row of the figure, or all of them if it has fewer."""
Cell = tuple[FigureSheet, int, int]
"""A sheet, a row and a column."""


@check(
    kind="conflicting_value",
    title="Figure in the text with two digits changed round",
    severity="warning",
    message="The text says {said}, the table has {printed} for {label}: “{sentence}”",
    looks_at="lines, tables",
)
def digits_swapped(subject: Subject) -> Iterator[Hit]:
    """Only a figure that no table has, in a sentence in the words of the row that has the other."""
    cells = _cells(subject)
    for line in subject.lines if cells else ():
        for sentence in sentences(line.text):
            for said in _figures(sentence):
                where = Place(line.page, line.box, "", sentence)
                found = _meant(sentence, said.replace(",", ""), cells)
                alike = [cell for cell in found if not _other_sort(sentence, said, cell)]
                if alike:
                    yield _hit(subject, alike[0], said, where)


def _cells(subject: Subject) -> Mapping[str, Sequence[Cell]]:
    """Where each figure of the tables stands, by its digits as printed."""
    return grouped(
        (_digits(figure.text), (sheet, row, column))
        for sheet in subject.sheets
        for row in sheet.body
        for column, figure in enumerate(sheet.figures[row])
        if figure
    )


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit() or c == ".").strip(".")


def _figures(sentence: str) -> Iterator[str]:
    """The figures of a sentence of words that name nothing and are long or exact enough to be no other's."""
    found = list(_FIGURE.finditer(sentence))
    if len(found) * WORDS_A_FIGURE > len(sentence.split()):
        return
    telling = [(said.start, said.end) for said in figures_said(sentence)] if found else []
    for match in (m for m in found if any(start <= m.start() < end for start, end in telling)):
        digits = sum(c.isdigit() for c in match[0])
        exact = digits >= MIN_DIGITS and bool(match[2])
        if (exact or digits > MIN_DIGITS) and not _YEAR.fullmatch(match[0]):
            yield match[0]


def _swapped(plain: str) -> Iterator[str]:
    """The figure with two neighbouring digits changed round, its point left where it is."""
    at = [i for i, c in enumerate(plain) if c.isdigit()]
    for one, other in zip(at, at[1:], strict=False):
        if plain[one] != plain[other]:
            yield plain[:one] + plain[other] + plain[one + 1 : other] + plain[one] + plain[other + 1 :]


def _meant(sentence: str, plain: str, cells: Mapping[str, Sequence[Cell]]) -> list[Cell]:
    """The cells with the figure's digits changed round whose row the sentence speaks of."""
    near = [] if plain in cells else [cell for other in _swapped(plain) for cell in cells.get(other, ())]
    said = set(stems(sentence)) if near else set()
    return [cell for cell in near if _speaks_of(said, _label(cell))]


def _other_sort(sentence: str, said: str, cell: Cell) -> bool:
    """Whether one of the two is printed as a share and the other as money."""
    sheet, row, column = cell
    at = sentence.find(said)
    signs = set(sentence[max(0, at - 1) : at + len(said) + 1]), set(sheet.rows[row][column])
    return any("%" in one and "£" in other for one, other in (signs, signs[::-1]))


def _label(cell: Cell) -> str:
    """The words of a row."""
    sheet, row, _ = cell
    return " ".join(t for t, figure in zip(sheet.rows[row], sheet.figures[row], strict=True) if not figure)


def _speaks_of(said: set[str], label: str) -> bool:
    names = set(stems(label))
    shared = {stem for stem in said & names if _LETTER.search(stem)}
    return len(shared) >= min(MIN_SHARED, len(names)) > 0


def _hit(subject: Subject, cell: Cell, said: str, where: Place) -> Hit:
    sheet, row, column = cell
    known = [found.ref for found in find_refs(_label(cell), known=subject.known)]
    refs = [ref for ref in known if ref in subject.known][:1]
    label = sheet.label(row)
    printed = sheet.rows[row][column]
    facts = {"said": said, "printed": printed, "label": label, "sentence": where.quote[:200]}
    return Hit(in_order((*sheet.refs(label), *refs)), (where, sheet.place(row, f"{label}: {printed}")), facts)
