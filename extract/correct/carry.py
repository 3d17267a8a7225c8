"""Correct: what people said of a row goes for the same page in another pack, such as a supplement, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from agendapack.extract.correct.file import WITHDRAWN
from agendapack.extract.correct.identity import SEPARATOR
from agendapack.extract.model import Correction

Prints = Sequence[tuple[int, str]]
"""The pages with tables, and a hash of what is printed in these."""
_ON_PAGE = re.compile(rf"page (\d+)({re.escape(SEPARATOR)}.*)", re.DOTALL)


def carried(
    corrections: Iterable[Correction], sha256: str, name: str, prints: Mapping[str, Prints]
) -> tuple[Correction, ...]:
    """The corrections of other packs, as if they were made on the pages that this pack shares with them.

    Without them the row as it was read would come back from the other pack, since it is no repeat any more.
    """
    here: dict[str, list[int]] = {}
    for page, mark in prints.get(sha256, ()):
        here.setdefault(mark, []).append(page)
    marks = {other: dict(pages) for other, pages in prints.items()} if here else {}
    found = {}
    for said in corrections:
        match = _ON_PAGE.fullmatch(said.row)
        if match is None or said.sha256 == sha256 or said.review.verdict == WITHDRAWN:
            continue
        mark = marks.get(said.sha256, {}).get(int(match[1]), "")
        for page in here.get(mark, ()):
            row = f"page {page}{match[2]}"
            found[said.dataset, row, said.review.column] = replace(
                said, sha256=sha256, source_name=name, row=row, carried=True
            )
    return tuple(found.values())
