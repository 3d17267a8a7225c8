"""Correct: which corrections concern a pack: its own, and those of the same page in another pack."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from agendapack.extract.correct.file import WITHDRAWN
from agendapack.extract.correct.identity import SEPARATOR
from agendapack.extract.correct.pairs import of_pairs
from agendapack.extract.model import Correction

Prints = Sequence[tuple[int, str]]
"""The pages with tables, and a hash of what is printed in these."""
_ON_PAGE = re.compile(rf"page (\d{{1,6}})({re.escape(SEPARATOR)}.*)", re.DOTALL)
_Cell = tuple[str, str, str]


class Said:
    """The corrections of a run, put in order once: to ask for those of a pack costs no look at others."""

    def __init__(self, corrections: Iterable[Correction], prints: Mapping[str, Prints]) -> None:
        """Take the corrections, and the pages of all packs known by their hash."""
        self._prints = prints
        self._by_hash: dict[str, list[tuple[int, Correction]]] = defaultdict(list)
        self._by_name: dict[str, list[tuple[int, Correction]]] = defaultdict(list)
        """Those made on a file that is not known any more."""
        self._by_mark: dict[str, list[tuple[Correction, str]]] = defaultdict(list)
        """By what is printed on the page they were made on, with the row's name behind the page."""
        marks: dict[str, dict[int, str]] = {}
        for place, said in enumerate(said for said in corrections if not of_pairs(said)):
            self._by_hash[said.sha256].append((place, said))
            if said.sha256 not in prints:
                self._by_name[said.source_name].append((place, said))
                continue
            if said.sha256 not in marks:
                marks[said.sha256] = dict(prints[said.sha256])
            match = _ON_PAGE.fullmatch(said.row)
            mark = marks[said.sha256].get(int(match[1])) if match else None
            if match and mark and said.review.verdict != WITHDRAWN:
                self._by_mark[mark].append((said, match[2]))

    def of(self, sha256: str, name: str) -> tuple[Correction, ...]:
        """The corrections of the pack, those made on it before those of pages it shares with others."""
        own = dict([*self._by_hash.get(sha256, ()), *self._by_name.get(name, ())])
        made = tuple(own[place] for place in sorted(own))
        done = {_cell(said) for said in made}
        return made + tuple(said for said in self._carried(sha256, name) if _cell(said) not in done)

    def may_concern(self, sha256: str, name: str, marks: Iterable[str]) -> bool:
        """Whether something may be said of a pack that prints this; of many, few need be looked at closer."""
        own = sha256 in self._by_hash or name in self._by_name
        return own or not self._by_mark.keys().isdisjoint(marks)

    def _carried(self, sha256: str, name: str) -> Iterator[Correction]:
        """The corrections of other packs, as if they were made on the pages that this pack shares with them.

        Without them the row as it was read would come back from the other pack, being no repeat any more.
        """
        found: dict[_Cell, Correction] = {}
        for page, mark in self._prints.get(sha256, ()) if self._by_mark else ():
            for said, row in self._by_mark.get(mark, ()):
                if said.sha256 != sha256:
                    here = replace(
                        said, sha256=sha256, source_name=name, row=f"page {page}{row}", carried=True
                    )
                    found[_cell(here)] = here
        yield from found.values()


def _cell(said: Correction) -> _Cell:
    return said.dataset, said.row, said.review.column
