"""Checks: a row that breaks what the other rows of its table keep between two columns and a third."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.across import total_across
from agendapack.extract.reconcile.checks.percentages import percentages
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

MIN_KEPT = 2
"""Rows that keep what the title of the column says, before one that does not is a fault."""
MIN_KEPT_UNSAID = 4
"""The same where the title does not say that its figures are made from others."""
MOST_COLUMNS = 9
LEAST_WHOLE = 10
"""A smaller whole makes many a share by chance."""
HUNDRED = Decimal(100)
SPARE = Decimal("0.05")
"""Percentage points allowed beyond rounding."""
PLAIN = Decimal(1)
"""Percentage points by which a share must be off to be no matter of rounded figures behind it."""
Make = Callable[[Decimal, Decimal], Decimal]
Row = Mapping[int, Figure]


@dataclass(frozen=True, slots=True)
class _Relation:
    """How a figure is made from two others of its row."""

    name: str
    make: Make
    share: bool


RELATIONS = (
    _Relation("{b} as a share of {a}", lambda a, b: b / a * HUNDRED, True),
    _Relation("the change from {a} to {b}", lambda a, b: (b - a) / a * HUNDRED, True),
    _Relation("{b} less {a}", lambda a, b: b - a, False),
    _Relation("{a} and {b} together", lambda a, b: a + b, False),
)


@check(
    kind="sum_mismatch",
    title="Figure is not what two others of its row make",
    severity="warning",
    message="{title}: in {label}, {column} is printed as {printed}; {how}, which makes it in the other rows, "
    "is {made}",
    looks_at="tables",
)
def related_columns(subject: Subject) -> Iterator[Hit]:
    """Shares, changes, differences and sums, where one row alone breaks what all others keep."""
    wrong = {(id(sheet), found.row) for sheet, its in subject.sums for found in its if found.wrong}
    told = {hit.places[0].quote for each in (total_across, percentages) for hit in each(subject)}
    for its in grouped((t.listing, t) for t in subject.things).values():
        sound = [t for t in its if (id(t.sheet), t.row) not in wrong]
        rows = [(t, {c: f for c, f in enumerate(t.sheet.figures[t.row]) if f}) for t in sound]
        hit = next(_broken(its, rows), None)
        if hit and hit.places[0].quote not in told:
            yield hit


def _broken(things: Sequence[Thing], rows: Sequence[tuple[Thing, Row]]) -> Iterator[Hit]:
    columns = [c for c in range(len(things[0].sheet.rows[0])) if sum(c in row for _, row in rows) > MIN_KEPT]
    if not 3 <= len(columns) <= MOST_COLUMNS:
        return
    for made in reversed(columns):
        for a, b in permutations([c for c in columns if c != made], 2):
            titles = [_title(things[0], c) for c in (a, b, made)]
            said = any(_made().search(title) for title in titles)
            for relation in RELATIONS:
                if relation.share or (said and not _is_one_of_more(titles, columns)):
                    least = MIN_KEPT if said else MIN_KEPT_UNSAID
                    if odd := _odd(rows, (a, b, made), relation, least):
                        yield _hit(*odd, (a, b, made), relation, titles[-1])
                        return


def _odd(
    rows: Sequence[tuple[Thing, Row]], columns: tuple[int, int, int], relation: _Relation, least: int
) -> tuple[Thing, Row] | None:
    """The one row that breaks what enough others keep; given up at the second, so that it costs little."""
    a, b, made = columns
    odd: list[tuple[Thing, Row]] = []
    kept: list[Row] = []
    for thing, row in rows:
        if {a, b, made} <= row.keys():
            if _keeps(row, a, b, made, relation):
                kept.append(row)
            else:
                odd.append((thing, row))
            if len(odd) > 1:
                return None
    telling = {row[made].value for row in kept if _tells(row, a, b, made)}
    if len(odd) != 1 or len(kept) < least or len(telling) < least - 1:
        return None
    thing, row = odd[0]
    plain = _plain(thing, row, a, b, made, relation) and not _parted(row, columns, relation)
    return (thing, row) if plain else None


def _is_one_of_more(titles: Sequence[str], columns: Sequence[int]) -> bool:
    """Whether a total may be of more columns than two, of which some are nought in all rows."""
    return any(map(is_total, titles)) and len(columns) > 3


def _title(thing: Thing, column: int) -> str:
    return thing.titles_by_column.get(column, "")


def _keeps(row: Row, a: int, b: int, made: int, relation: _Relation) -> bool:
    first, second, printed = row[a], row[b], row[made]
    if relation.share != _share(printed, row):
        return False
    if relation.share and (first.percent or second.percent or abs(first.value) < LEAST_WHOLE):
        return False
    result = relation.make(first.value, second.value)
    slack = printed.half_unit + (SPARE if relation.share else first.half_unit + second.half_unit)
    if relation.share:
        slack += (
            HUNDRED * (second.half_unit + first.half_unit) / abs(first.value)
            if first.decimals or second.decimals
            else 0
        )
    return abs(result - printed.value) <= slack


def _plain(thing: Thing, row: Row, a: int, b: int, made: int, relation: _Relation) -> bool:
    """Whether the row is no total, and its figure no matter of rounding."""
    if thing.total or not relation.share:
        return not thing.total
    return bool(row[a].value) and abs(relation.make(row[a].value, row[b].value) - row[made].value) > PLAIN


def _parted(row: Row, columns: tuple[int, int, int], relation: _Relation) -> bool:
    """Whether what is missing stands in another column of the row."""
    if relation.share:
        return False
    a, b, made = columns
    missing = relation.make(row[a].value, row[b].value) - row[made].value
    others = (figure for column, figure in row.items() if column not in columns and figure.value)
    return any(abs(abs(missing) - abs(other.value)) <= other.half_unit for other in others)


def _share(printed: Figure, row: Row) -> bool:
    """Whether a figure is a share; of shares a difference is no share."""
    return printed.percent and not all(f.percent for f in row.values())


def _tells(row: Row, a: int, b: int, made: int) -> bool:
    """Whether noughts do not make it true of anything."""
    return all(row[c].value for c in (a, b, made))


def _hit(thing: Thing, row: Row, columns: tuple[int, int, int], relation: _Relation, title: str) -> Hit:
    a, b, made = columns
    names = {"a": _title(thing, a) or row[a].text, "b": _title(thing, b) or row[b].text}
    value = relation.make(row[a].value, row[b].value) if row[a].value or not relation.share else Decimal(0)
    step = Decimal(1).scaleb(
        -max(row[made].decimals, 1 if relation.share else max(row[a].decimals, row[b].decimals))
    )
    label = thing.name or thing.ref
    facts = {
        "title": thing.sheet.title,
        "label": label,
        "column": title or f"column {made + 1}",
        "printed": row[made].text,
        "how": relation.name.format(**names),
        "made": f"{value.quantize(step):,}{'%' if relation.share else ''}",
    }
    refs = tuple(dict.fromkeys((*thing.refs, *thing.sheet.refs(label))))
    return Hit(refs, (thing.place(f"{label}: {row[made].text}"),), facts)


@from_words
def _made() -> re.Pattern[str]:
    """Titles that say that a figure is made from others."""
    return re.compile(whole_words(ordered("sums", "made_from_others")) + r"|%", re.IGNORECASE)
