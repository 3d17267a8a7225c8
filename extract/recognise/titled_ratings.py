"""Recognise: grids that rate the risk of the heading over them go in; the list of these risks comes out.

Of such a card only the ratings are a table. Its title is the heading, and what else it says stands in
plain lines over the grid or beside it, each value behind its label; lined up, these lines are a table too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Table
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.card_labels import INLINE, Labelled, is_label
from agendapack.extract.recognise.card_parts import is_ratings
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.key_value_cards import MIN_TITLE_WORDS, labelled_values, named_line, one_row
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.listed import as_list, best
from agendapack.extract.recognise.printed_words import cell_of, pieces_of
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.risk_stages import stage_in
from agendapack.schemas import vocabulary

KIND = "risks"
"""The records that are rated at several stages."""
MIN_STAGES = 2
"""Stages of a grid that rates one record."""
Card = list[Labelled]


def titled_risks(tables: Sequence[Table], around: Callable[[str], Around]) -> dict[str, Recognised]:
    """By its id each grid that rates the risk of the heading over it; all are judged as one list."""
    cards = {t.table_id: card for t in tables if (card := _card(t, around(t.table_id), tables))}
    if not cards:
        return {}
    labels = {pair.name: pair.label for card in cards.values() for pair in card}
    by_id = {t.table_id: t for t in tables}
    whole = _listed(by_id[next(iter(cards))], labels, [*cards.values()])
    result = as_list(whole, best(whole, around(whole.table_id)))
    roles = {role.name for role in result.reading.roles} if result.reading else set()
    if result.kind != KIND or not KINDS[KIND].is_on_cards(roles):
        return {}
    return {
        name: _own(result, by_id[name], _listed(by_id[name], labels, [card])) for name, card in cards.items()
    }


def _own(result: Recognised, printed: Table, listed: Table) -> Recognised:
    """What was decided of all cards, for one."""
    columns = tuple(columns_of(listed, listed.rows[:1], listed.rows[1:]))
    reasons = ("ratings of the risk that the heading names", *result.reasons)
    return replace(result, table=listed, columns=columns, reasons=reasons, printed=printed, titled=True)


def _listed(table: Table, labels: dict[str, Cell], cards: Sequence[Card]) -> Table:
    """One row a card under the labels of all."""
    place = {name: n for n, name in enumerate(labels)}
    rows = [one_row([replace(label, row=0, column=place[name]) for name, label in labels.items()], "header")]
    for number, card in enumerate(cards, 1):
        values = {pair.name: replace(pair.value, row=number, column=place[pair.name]) for pair in card}
        rows.append(one_row(sorted(values.values(), key=lambda cell: cell.column), "body"))
    return replace(table, columns=len(labels), rows=tuple(rows), header_rows=1, caption=None)


def _card(table: Table, around: Around, tables: Sequence[Table]) -> Card:
    """Title, labelled lines and ratings of a card; nothing for a table that is no grid of one."""
    rated = [pair for pair in labelled_values(table) if pair] if is_ratings(table) else []
    if len({stage_in(KIND, pair.label.flat) for pair in rated}) < MIN_STAGES:
        return []
    title = next(
        (line for line in around.near if around.heading and _begins(around.heading.text, line)), None
    )
    ref, text = named_line(around.heading.text) if title and around.heading else ("", "")
    if title is None or len(text.split()) < MIN_TITLE_WORDS:
        return []
    said, head = vocabulary("tables")[KIND]["card_title"], cell_of(title.page, title.words)
    own = [
        Labelled(replace(head, text=said[name]), replace(head, text=part))
        for name, part in (("ref", ref), ("text", text))
        if part
    ]
    lines = [pair for line in around.near if line is not title for pair in _labelled(line)]
    return [
        *own,
        *lines,
        *(pair for other in tables if _beside(table, other) for pair in _all_pairs(other)),
        *rated,
    ]


def _beside(table: Table, other: Table) -> bool:
    """Whether two tables of one page stand side by side."""
    mine, its = table.parts[-1].box, other.box
    level = other is not table and other.page == table.last_page and mine.top < its.mid_y < mine.bottom
    return level and (its.x1 <= mine.x0 or its.x0 >= mine.x1)


def _all_pairs(table: Table) -> list[Labelled]:
    """The values of a table of nothing but labels and values, that rates nothing."""
    pairs = [*labelled_values(table)] if not is_ratings(table) else []
    return [pair for pair in pairs if pair] if all(pairs) else []


def _begins(heading: str, line: TextLine) -> bool:
    return " ".join(heading.split()).startswith(" ".join(line.text.split()))


def _labelled(line: TextLine) -> Iterator[Labelled]:
    """The values of a line, each behind its label: behind a colon, white, or in other type."""
    pieces = [cell_of(line.page, words) for words in pieces_of(line.words)]
    at = 0
    while at < len(pieces):
        inline = INLINE.fullmatch(pieces[at].text)
        if inline and is_label(inline["label"]):
            yield Labelled(
                replace(pieces[at], text=inline["label"]), replace(pieces[at], text=inline["value"], words=())
            )
        elif at + 1 < len(pieces) and is_label(pieces[at].text) and not is_label(pieces[at + 1].text):
            yield Labelled(pieces[at], pieces[at + 1])
            at += 1
        at += 1
