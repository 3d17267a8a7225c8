"""Decides for each table of a pack whether it lists actions, indicators or risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.model import Lesson, Table
from agendapack.extract.normalise.refs import is_ref, split_ref
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.banding import without_banding
from agendapack.extract.recognise.boxes import KpiBox, boxes_of
from agendapack.extract.recognise.card_labels import calls_indicators
from agendapack.extract.recognise.card_packs import are_many, read_cards
from agendapack.extract.recognise.card_parts import whole_cards
from agendapack.extract.recognise.cards import card
from agendapack.extract.recognise.cited import with_cited
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.decide import Proposal, heads, proposals
from agendapack.extract.recognise.framed import framed_log
from agendapack.extract.recognise.headed_row import headed_row
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE, cards_as_rows, is_titled
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.lessons import Lessons, told_of
from agendapack.extract.recognise.listed import SURE, as_list, best, with_header
from agendapack.extract.recognise.matrix import counts_by_rating, is_matrix
from agendapack.extract.recognise.milestones import stages_of, with_stages
from agendapack.extract.recognise.minutes import lone_head, read_as_minutes
from agendapack.extract.recognise.named_groups import named_beside
from agendapack.extract.recognise.named_over import named_at_least
from agendapack.extract.recognise.nested import with_outer
from agendapack.extract.recognise.overviews import without_overviews
from agendapack.extract.recognise.pool import pooled
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.record_in_head import without_record_in_head
from agendapack.extract.recognise.ref_cards import fuller, ref_cards
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.recognise.roles import read_as
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.single_indicator import named_above, on_its_card, read_under_name
from agendapack.extract.recognise.titled_ratings import titled_risks
from agendapack.extract.recognise.transposed import transposed
from agendapack.extract.recognise.under_lines import named_by_lines
from agendapack.extract.recognise.within_cards import with_tables_of_cards
from agendapack.schemas import vocabulary

FORM_COLUMNS = 2
"""Columns of a form: labels and what stands beside them."""
MIN_CARDS = 2
"""Cards of actions with the same labels on one page."""
ON_CARDS = tuple(name for name in reversed([*KINDS]) if KINDS[name].card)
"""Kinds set as cards; risks first, whose line over a card needs no reference."""
Surroundings = Callable[[str], Around]


def recognise(
    tables: Iterable[Table], around: Surroundings = lambda _: Around(), lessons: Lessons | None = None
) -> list[Recognised]:
    """Recognise the tables of a pack in order; what people said of a table's head goes before all else."""
    lessons = lessons or Lessons()
    found: list[Recognised] = []
    known = [without_record_in_head(without_banding(table)) for table in tables]
    whole, alike = whole_cards(known), read_cards(known, around)
    framed, begun = framed_log(known, around) | titled_risks(known, around), ref_cards(known, around)
    lists = pooled([best(table, around(table.table_id)) for table in known], _is_staged)
    for table, listed in zip(known, lists, strict=True):
        here = around(table.table_id)
        name = table.table_id
        said = _as_said(table, here, lessons) if lessons else None
        if one := said or framed.get(name):
            found.append(one)
        else:
            part = None if name in alike.parts else whole.get(name, table)
            one = _as_weighed(table, listed, here, found, part, alike.found.get(name))
            found.append(fuller(begun.get(name), with_outer(one, here)))
    sure = (each if each.said or not each.is_card or _sure(each, found) else _doubted(each) for each in found)
    cited = without_overviews(with_tables_of_cards(with_cited([*sure]), around), around)
    told = [named_at_least(each, around(each.table.table_id)) for each in cited]
    return [with_stages(each, around(each.table.table_id)) for each in told]


def _is_staged(proposal: Proposal) -> bool:
    """Whether dates under stages tell what the table lists: without dates its head says another thing."""
    stages = stages_of(Recognised(proposal.table, "", proposal.columns, None, ()), proposal.around)
    return stages is not None and stages.stage is None


def _as_weighed(
    table: Table,
    listed: Proposal | None,
    around: Around,
    found: Sequence[Recognised],
    card: Table | None,
    alike: Recognised | None,
) -> Recognised:
    """What speaks for itself; a table with no head may follow the one before. `card` is it as one card."""
    if table.parts[0].form:
        return alike or Recognised(table, "", (), None, ("one of many cards alike",), chance=0.0)
    named = _under_name(table, around)
    if card is None and not named:
        return Recognised(table, "", (), None, ("part of the card above",), chance=0.0)
    if is_matrix(table):
        return Recognised(table, "", (), None, ("a matrix of likelihood and impact",), chance=0.0)
    if counts_by_rating(table):
        return Recognised(table, "", (), None, ("counts by rating",), chance=0.0)
    boxes = None if alike and all(part.method == FRAMES for part in table.parts) else as_boxes(table)
    result = boxes or named or _set_otherwise(table, named_beside(table), around)
    result = result or as_list(table, listed)
    if listed and result.chance >= SURE and (one := headed_row(result, listed)):
        result = replace(one, table=with_header(listed.table, listed.header))
    result = named_by_lines(table, result, around) or result
    cards = _as_cards(card, around) if card else None
    cards = replace(cards, printed=table) if cards else None
    if cards and (not result.kind or cards.chance > result.chance):
        result = cards
    if (
        alike
        and not result.named
        and (not result.kind or alike.chance > result.chance or _tells_more(alike, result))
    ):
        result = alike
    if not result.kind:
        result = _minutes(table) or _set_otherwise(table, transposed(table), around) or result
    if not result.kind and found:
        result = _like_the_last(table, found[-1]) or result
    return result


def _says_more(cards: Recognised, listed: Recognised) -> bool:
    """Whether the cards of a table tell more of its records than its columns do."""
    return listed.reading is not None and len(_roles(cards)) > len(_roles(listed))


def _tells_more(alike: Recognised, found: Recognised) -> bool:
    """Whether cards whose labels come again tell of more records, or more of them, than what was found."""
    more = found.is_card and (alike.also is not None or _records(alike) > _records(found))
    return more or _says_more(alike, found)


def _records(found: Recognised) -> int:
    return sum(row.kind == "body" for row in found.table.rows)


def _roles(found: Recognised) -> set[str]:
    return {r.name for r in found.reading.roles} if found.reading else set()


def _under_name(table: Table, around: Around) -> Recognised | None:
    """The values of the one indicator that a heading names."""
    named = named_above(table, around)
    for head, columns in heads(table) if named else ():
        if named and (reading := read_under_name(columns, named)):
            reasons = (f"one indicator by its heading: {named.ref}",)
            titled = with_header(table, head)
            on_card = on_its_card(named, around)
            return Recognised(
                titled, "indicators", tuple(columns), reading, reasons, named=named, on_card=on_card
            )
    return None


def _set_otherwise(table: Table, listed: Table | None, around: Around) -> Recognised | None:
    """Indicators of a table that stands for this list: on lines over their rows, or each over a column."""
    result = as_list(listed, best(listed, around)) if listed else None
    return replace(result, printed=table) if result and result.kind == "indicators" else None


def _minutes(table: Table) -> Recognised | None:
    """Minutes with the names of those who are to act."""
    for head in filter(None, (*(head for head, _ in heads(table)), lone_head(table))):
        titled = with_header(table, head)
        columns = columns_of(titled, head, [row for row in titled.rows if row.kind != "header"])
        if reading := read_as_minutes(columns):
            return Recognised(titled, "actions", tuple(columns), reading, (reading.roles[0].reason,))
    return None


def _as_said(table: Table, around: Around, lessons: Lessons) -> Recognised | None:
    """What people said of the table, or of the list that its cards stand for."""
    cards = cards_as_rows(table)
    for printed, listed in ((None, table), (table, cards)):
        for proposal in proposals(listed, around) if listed else ():
            if lesson := lessons.of(table.page, proposal.columns):
                return replace(_by_lesson(proposal, lesson), printed=printed)
    return None


def _by_lesson(proposal: Proposal, lesson: Lesson) -> Recognised:
    """The table read as people said; without the column of its subject it stays in doubt."""
    reasons = (f"so said by {lesson.who}",)
    known = Recognised(proposal.table, "", proposal.columns, None, reasons, said=True)
    if not lesson.kind:
        return known
    columns = told_of(proposal.columns)
    given = {c.number: role for c, role in zip(columns, lesson.roles, strict=bool(lesson.roles))}
    reading = read_as(lesson.kind, proposal, given or None)
    if reading.missing:
        return replace(known, guess=lesson.kind, guessed=reading)
    table = with_header(proposal.table, proposal.header)
    return replace(known, table=table, kind=lesson.kind, reading=reading)


def _doubted(card: Recognised) -> Recognised:
    """Cards that may be the head of a report, as they are printed."""
    assert card.printed is not None
    why = (f"a card like one of {card.kind}, alone on its page",)
    return Recognised(
        card.printed, "", card.columns, None, why, card.rejected, card.chance, card.kind, card.reading
    )


def _as_cards(table: Table, around: Around) -> Recognised | None:
    """Records set as cards, read as a list."""
    for kind in ("", *(k for k in ON_CARDS if is_titled(table, k))):
        listed = cards_as_rows(table, kind)
        result = as_list(listed, best(listed, around)) if listed else None
        if result is None or result.reading is None or kind not in ("", result.kind):
            continue
        measured = bool(result.reading.values) if kind else _is_form_of_indicators(table, result)
        if are_many(result) or KINDS[result.kind].is_on_cards(_roles(result), measured=measured):
            reasons = ("cards of labelled values", *result.reasons)
            return replace(result, reasons=reasons, printed=table)
    return None


def _is_form_of_indicators(table: Table, cards: Recognised) -> bool:
    """Whether a label of a form, before all its values, says that indicators stand beside it."""
    subject = cards.reading.subject if cards.reading else None
    title = next((c.title for c in cards.columns if c.number == subject), "")
    return table.columns == FORM_COLUMNS and calls_indicators(title)


def _sure(card: Recognised, found: Sequence[Recognised]) -> bool:
    """Whether cards are those of records: a report's head, alone on its page, may be set like an action."""
    titles = {c.title for c in card.columns}
    alike = [f for f in found if f.printed is not None and {c.title for c in f.columns} == titles]
    pages = Counter(row.page for f in alike for row in f.table.rows if row.kind == "body")
    many = sum(pages.values()) >= MIN_ALIKE or max(pages.values()) >= MIN_CARDS
    return KINDS[card.kind].lone_cards or many


def as_boxes(table: Table) -> Recognised | None:
    """The indicators of a table of boxes with labelled values; None for any other."""
    boxes = _cards(table) or boxes_of(table)
    if not boxes:
        return None
    reason = f"{len(boxes)} boxes of labelled values"
    return Recognised(table, "indicators", (), None, (reason,), boxes=tuple(boxes))


def _cards(table: Table) -> list[KpiBox]:
    """The cards of a table in which every filled cell is one."""
    cards: list[KpiBox] = []
    filled = [(cell, row) for row in table.rows for cell in row.cells if cell.text]
    for cell, row in filled:
        found = card(cell, row)
        if found is None:
            return []
        cards.append(found)
    return cards


def _like_the_last(table: Table, last: Recognised) -> Recognised | None:
    """A list with no head right after a recognised table, with refs of the same families."""
    if table.header_rows or last.reading is None or table.page > last.table.last_page + 1:
        return None
    ref, text = last.reading.column("ref"), _must_column(last.reading)
    if ref is None or text is None:
        return None
    families = {split_ref(c.flat)[0] for c in last.columns[ref].filled if is_ref(c.flat)}
    columns = columns_of(table, [], table.rows)
    refs = [c for c in columns if (share("ref", c.cells) or 0) >= 0.8]
    if not refs or not families & {split_ref(c.flat)[0] for c in refs[0].filled}:
        return None
    texts = [c for c in columns if c is not refs[0] and (share("text", c.cells) or 0) >= 0.8]
    if len(texts) != 1 or len(columns) > len(last.columns):
        return None
    must = next(r.name for r in last.reading.roles if r.column == text)
    reason = f"no head, refs of the families of {last.table.table_id} above"
    roles = (Role(refs[0].number, "ref", reason), Role(texts[0].number, must, reason))
    reading = Reading(last.kind, roles, (), 1.2, ())
    return Recognised(table, last.kind, tuple(columns), reading, (reason,))


def _must_column(reading: Reading) -> int | None:
    rules = vocabulary("tables")[reading.dataset]["roles"]
    return next((r.column for r in reading.roles if rules[r.name].get("must")), None)
