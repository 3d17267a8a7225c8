"""Outline: agenda items and a pack's pages go in, the pages on which their papers start come out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agendapack.extract.model import Page
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.wording import squashed, words_of

TOP_LINES = 10
"""A report names itself among its first lines."""
TITLE_LETTERS = 8
"""A title with fewer letters may stand anywhere by chance."""

_PRINTED = re.compile(
    r"(?:page|p\.?)?\s*[-–]?\s*(?P<number>\d{1,4})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)

Wanted = tuple[str, str, int | None]
"""An item's number, title and first page as printed on the agenda."""


def start_pages(
    pages: Sequence[Page],
    body: Mapping[int, Sequence[TextLine]],
    running: Mapping[int, Sequence[TextLine]],
    items: Sequence[Wanted],
    last_page: int,
) -> list[int | None]:
    """For each item the PDF page behind `last_page` on which its papers start, None when not found."""
    later = [page.number for page in pages if page.number > last_page]
    stamps = _printed_numbers(later, running)
    found: list[int | None] = []
    earliest = last_page + 1
    for number, title, printed in items:
        start = stamps.get(printed) if printed is not None else None
        if start is None and printed is None:
            start = _by_item(number, later, body, running, earliest) or _by_title(
                title, later, body, earliest
            )
        if start is not None:
            earliest = start
        found.append(start)
    return found


def printed_number(line: TextLine) -> int | None:
    """The page number a running line carries as one of its stretches."""
    for part in line.parts:
        found = _PRINTED.fullmatch(part.text.strip())
        if found:
            return int(found["number"])
    return None


def _printed_numbers(later: Sequence[int], running: Mapping[int, Sequence[TextLine]]) -> dict[int, int]:
    """PDF page by printed page number, where only one page prints it."""
    seen: dict[int, list[int]] = {}
    for page in later:
        for line in running.get(page, ()):
            number = printed_number(line)
            if number is not None:
                seen.setdefault(number, []).append(page)
    return {number: at[0] for number, at in seen.items() if len(set(at)) == 1}


def _by_item(
    number: str,
    later: Sequence[int],
    body: Mapping[int, Sequence[TextLine]],
    running: Mapping[int, Sequence[TextLine]],
    earliest: int,
) -> int | None:
    """The first page whose head carries the item's number."""
    label = _labelled(number)
    for page in later:
        if page < earliest:
            continue
        heads = [part for line in running.get(page, ()) for part in line.parts]
        tops = [part for line in body[page][:TOP_LINES] for part in line.parts]
        if any(label.fullmatch(part.text.strip()) for part in (*heads, *tops)):
            return page
        if "." in number and any(re.match(rf"{re.escape(number)}(?![\d.])", part.text) for part in heads):
            return page
    return None


def _labelled(number: str) -> re.Pattern[str]:
    labels = "|".join(re.escape(w) for w in sorted(words_of("agenda", "report_item"), key=len, reverse=True))
    return re.compile(rf"(?:{labels})\W*{re.escape(number)}\W*", re.IGNORECASE)


def _by_title(
    title: str, later: Sequence[int], body: Mapping[int, Sequence[TextLine]], earliest: int
) -> int | None:
    """The first page that has the title among its first lines."""
    wanted = squashed(title)
    if len(wanted) < TITLE_LETTERS:
        return None
    subjects = {squashed(w) for w in words_of("agenda", "report_subject")}
    for page in later:
        if page < earliest:
            continue
        top = body[page][:TOP_LINES]
        for i in range(len(top)):
            text = squashed(" ".join(line.text for line in top[i : i + 4]))
            behind = next((text[len(s) :] for s in subjects if text.startswith(s)), text)
            if behind.startswith(wanted) and (top[i].bold or behind != text or top[i].size > top[-1].size):
                return page
    return None
