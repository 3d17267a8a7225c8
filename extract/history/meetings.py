"""History: which packs are of one meeting, and what each is of it: first, reissue, supplement, part."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import pairwise

from agendapack.extract.history.wording import folded, likeness
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import text

FIRST, REISSUE, SUPPLEMENT, PART = "first", "reissue", "supplement", "part"
SAME_BODY = 0.85
"""Likeness of two committees' names, spelt in the usual ways, of which each is one."""
SHARED_PAGES = 0.8
"""Share of a pack's pages of tables that another pack has, from which it is a part of that one."""
SUPPLEMENTED = 0.1
"""The same of a pack that calls itself a supplement."""


@dataclass(frozen=True)
class PackRows:
    """A pack with its records, and hashes of what the tables of its pages print."""

    records: Records
    prints: frozenset[str] = frozenset()

    @property
    def pack(self) -> Record:
        return self.records["packs"][0]

    @property
    def id(self) -> str:
        return text(self.pack["pack_id"])

    @cached_property
    def place(self) -> tuple[str, str, str]:
        """Where the pack stands among others, whatever its file is called."""
        return text(self.pack.get("meeting_date")), self.committee, text(self.pack.get("sha256"))

    @cached_property
    def council(self) -> str:
        return folded(text(self.pack.get("council")))

    @cached_property
    def committee(self) -> str:
        """The committee's name without the council's."""
        name = folded(text(self.pack.get("committee")))
        return " ".join(name.replace(self.council, " ").split()) if self.council else name


def by_sitting(pack: PackRows) -> Iterator[PackRows]:
    """The pack by the meetings whose papers it holds, each with its own rows and as if filed for it."""
    further = json.loads(text(pack.pack.get("further_meetings")) or "[]")
    if not further:
        yield pack
        return
    starts = [0, *(int(sitting["first_page"]) for sitting in further), sys.maxsize]
    for sitting, (start, end) in zip([None, *further], pairwise(starts), strict=True):
        rows = {
            name: [row for row in some if start <= page_of(row) < end] for name, some in pack.records.items()
        }
        if sitting:
            day = date.fromisoformat(sitting["meeting_date"])
            said = {"committee": sitting["committee"], "meeting_date": day, "edition_said": None}
            rows["packs"] = [{**pack.pack, **said}]
        yield PackRows(rows, pack.prints)


def page_of(row: Record) -> int:
    """The page on which a row stands; 0 for one that stands on none."""
    page = row.get("page")
    return page if isinstance(page, int) else 0


@dataclass(frozen=True)
class Meeting:
    """A meeting with its packs in the order in which they came out."""

    id: str
    packs: tuple[PackRows, ...]
    editions: Mapping[str, str] = field(default_factory=dict)
    """By pack id."""
    replaces: Mapping[str, str] = field(default_factory=dict)
    """By the id of a reissue that of the pack whose place it takes."""

    @property
    def whole(self) -> tuple[PackRows, ...]:
        """The editions of the whole pack; supplements and parts are none."""
        return tuple(p for p in self.packs if self.editions[p.id] in (FIRST, REISSUE)) or self.packs[:1]

    @property
    def current(self) -> PackRows:
        """The edition that holds."""
        return self.whole[-1]

    @property
    def date(self) -> str:
        return next((day for p in self.packs if (day := text(p.pack.get("meeting_date")))), "")


def meetings_of(packs: Iterable[PackRows]) -> list[Meeting]:
    """The meetings of one council by date; a pack that does not say is of the meeting that has its pages."""
    ordered = sorted(packs, key=lambda p: p.place)
    groups: list[list[PackRows]] = []
    for pack in sorted(ordered, key=lambda p: not p.pack.get("meeting_date")):
        home = next((group for group in groups if _of_one_meeting(pack, group)), None)
        if home is None:
            groups.append([pack])
        else:
            home.append(pack)
    return sorted(map(_meeting, groups), key=lambda m: (m.date, m.current.committee, m.id))


def _of_one_meeting(pack: PackRows, group: Sequence[PackRows]) -> bool:
    # a supplement prints some pages again; any other pack that has only some of them may be another month's
    least = SUPPLEMENTED if _said(pack) == SUPPLEMENT else SHARED_PAGES
    if any(_shared(pack, other) >= least and _could_be(pack, other) for other in group):
        return True
    day = pack.pack.get("meeting_date")
    if not day or day != group[0].pack.get("meeting_date"):
        return False
    return all(_same_body(pack.committee, other.committee) for other in group)


def _could_be(pack: PackRows, other: PackRows) -> bool:
    """Whether nothing that both say speaks against one meeting."""
    days = {p.pack.get("meeting_date") for p in (pack, other)} - {None, ""}
    return len(days) < 2 and _same_body(pack.committee, other.committee)


def _same_body(a: str, b: str) -> bool:
    return not a or not b or likeness(a, b) >= SAME_BODY


def _shared(pack: PackRows, other: PackRows) -> float:
    """Share of the pack's pages of tables that the other has too."""
    return len(pack.prints & other.prints) / len(pack.prints) if pack.prints else 0.0


def _meeting(packs: Sequence[PackRows]) -> Meeting:
    whole = [p for p in packs if _said(p) not in (SUPPLEMENT, PART)]
    whole.sort(key=lambda p: (_said(p) == REISSUE, -len(p.prints), text(p.pack.get("sha256"))))
    editions = {p.id: _said(p) for p in packs}
    replaces: dict[str, str] = {}
    before: PackRows | None = None
    for pack in whole:
        editions[pack.id] = _edition(pack, before)
        if editions[pack.id] == REISSUE and before is not None:
            replaces[pack.id] = before.id
        if editions[pack.id] != PART:
            before = pack
    rank = {FIRST: 0, PART: 1, SUPPLEMENT: 2, REISSUE: 3}
    order = {p.id: n for n, p in enumerate(whole)}
    ordered = sorted(packs, key=lambda p: (rank[editions[p.id]], order.get(p.id, 0), p.place))
    return Meeting(_meeting_id(ordered), tuple(ordered), editions, replaces)


def _edition(pack: PackRows, before: PackRows | None) -> str:
    """What a pack that is no supplement is, beside the one before it."""
    if before is None:
        return FIRST
    return PART if _said(pack) != REISSUE and _shared(pack, before) >= SHARED_PAGES else REISSUE


def _said(pack: PackRows) -> str:
    """What the pack's cover says that it is; empty when it says nothing."""
    return text(pack.pack.get("edition_said"))


def _meeting_id(packs: Sequence[PackRows]) -> str:
    """The same for the same council, committee and day; of packs that say neither, for the same content."""
    said = list(_first(packs))
    named = "|".join(said) if any(said[1:]) else text(packs[0].pack.get("sha256"))
    return f"meeting-{hashlib.sha256(named.encode()).hexdigest()[:12]}"


def _first(packs: Sequence[PackRows]) -> Iterator[str]:
    yield next((p.council for p in packs if p.council), "")
    yield next((p.committee for p in packs if p.committee), "")
    yield next((day for p in packs if (day := text(p.pack.get("meeting_date")))), "")
