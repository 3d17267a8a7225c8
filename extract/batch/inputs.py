"""Batch: the files a user names become the packs to read, each content once."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict, field, replace
from functools import lru_cache
from pathlib import Path

from agendapack import schemas
from agendapack.extract.batch.about import About, IndexEntry
from agendapack.extract.batch.as_left import AsLeft
from agendapack.extract.batch.search import Found, is_there
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.correct.carry import Prints, Said
from agendapack.extract.correct.file import TABLES
from agendapack.extract.correct.given_facts import concerning, facts_in
from agendapack.extract.errors import OutputError, PackError
from agendapack.extract.identity import pack_id_of, sha256_of, sha256_of_text
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Given, Lesson
from agendapack.extract.realpath import real
from agendapack.extract.settings import Settings
from agendapack.extract.write.sources import relative_to

CORRECTED = "+"
"""In a key, before the hash of the corrections."""


@dataclass(frozen=True, slots=True)
class Item:
    """A pack to have in the results."""

    pack_id: str
    path: Path
    """The file to read, the first by name of those with this content."""
    sha256: str
    sources: tuple[str, ...]
    """All places where this content lies or lay, from the results folder."""
    settings: Settings
    """The run's, with the corrections and the given facts that concern this pack."""
    key: str
    """What the result depends on; the same key, the same result."""

    @property
    def part(self) -> str:
        """The pages asked for; empty for all."""
        pages = self.settings.pages
        return "-".join(map(str, dict.fromkeys((pages.start, pages.stop - 1)))) if pages else ""


def hashed(found: Iterable[Found], left: AsLeft) -> Iterator[tuple[Path, str] | PackError]:
    """Each file with the hash of its content; one that lies as it lay is not read for it."""
    for path in found:
        if isinstance(path, PackError):
            yield path
            continue
        try:
            yield path, _known_hash(path, left)
        except PackError as error:
            yield error
    left.known.save()


def _known_hash(path: Path, left: AsLeft) -> str:
    place, sign = real(path), left.look.sign(path)
    if sign and place in left.hashes:
        return left.hashes[place]
    sha256 = sha256_of(path)
    if sign:
        left.known.set(place, f"{sign}\t{sha256}")
    return sha256


def items(
    files: Iterable[tuple[Path, str]],
    stored: Mapping[str, IndexEntry],
    settings: Settings,
    out: Path,
    prune: bool = False,
) -> list[Item]:
    """The packs, in the order of their first file; a copy of a file is no second pack.

    Behind them come packs of earlier runs that are not named now but have other corrections than they had.
    """
    by_hash: dict[str, dict[Path, str]] = {}
    for path, sha256 in files:
        by_hash.setdefault(sha256, {})[path] = relative_to(path, out)
    named = {place for places in by_hash.values() for place in places.values()}
    said = bool(settings.corrections)
    known = [entry for entry in stored.values() if said or entry.sha256 in by_hash or CORRECTED in entry.key]
    earlier: dict[str, set[str]] = {}
    for about in known:
        earlier.setdefault(about.sha256, set()).update(s for s in about.sources if s not in named)
    # what this run replaces or prunes is known no longer: a later run could not tell that it was there
    staying = {sha256 for sha256, left in earlier.items() if left and (not prune or _there(left, out))}
    told = _ReadWith.of(settings, known, by_hash.keys() | staying, out)
    wanted = [
        _item(sha256, places, earlier.get(sha256, set()), told, out) for sha256, places in by_hash.items()
    ]
    others = staying - {*by_hash} if wanted else ()
    return [*wanted, *_corrected_since(known, others, earlier, told, out)]


def keep_whole(wanted: Iterable[Item], stored: Mapping[str, IndexEntry], out: Path) -> None:
    """See that no part of a pack takes the place of the whole; raises an OutputError."""
    for item in wanted:
        about = stored[item.pack_id].about if item.part and item.pack_id in stored else None
        if about and about.status != "failed" and not about.part:
            raise OutputError(
                f"{out}: holds all of {item.path.name}; a part of its pages would take its place. "
                "Choose another folder with -o."
            )


@dataclass(frozen=True, slots=True)
class _Printed(Mapping[str, Prints]):
    """What packs print, by their hashes; of thousands that are known few are asked for."""

    read: Mapping[str, IndexEntry]
    packs: Set[str]

    def __getitem__(self, sha256: str) -> Prints:
        if sha256 not in self.packs:
            raise KeyError(sha256)
        return self.read[sha256].prints if sha256 in self.read else ()

    def __iter__(self) -> Iterator[str]:
        return iter(self.packs)

    def __len__(self) -> int:
        return len(self.packs)


@dataclass(frozen=True, slots=True)
class _ReadWith:
    """What the packs of a run are read with."""

    settings: Settings
    out: Path
    key: str
    """What the settings give to the key of each pack about which nothing more is said."""
    said: Said
    lessons: tuple[Lesson, ...]
    read: Mapping[str, IndexEntry]
    """The packs read before, by their hash."""
    beside: dict[str, Mapping[str, tuple[Given, ...]]] = field(default_factory=dict)
    """What files of facts say, by the folders looked at."""

    @classmethod
    def of(cls, settings: Settings, known: Iterable[IndexEntry], packs: Set[str], out: Path) -> _ReadWith:
        """What is known of the packs of the run, which are named by their hashes."""
        read = {entry.sha256: entry for entry in known}
        said = Said(settings.corrections, _Printed(read, packs if settings.corrections else frozenset()))
        return cls(settings, out, _rest_of_key(settings), said, _lessons(settings, read), read)

    def may_concern(self, pack: IndexEntry) -> bool:
        """Whether anything may be said, or was said, of a pack read before."""
        if CORRECTED in pack.key or self.lessons:
            return True
        return self.said.may_concern(pack.sha256, pack.name, pack.marks)

    def to(self, sha256: str, name: str) -> Settings:
        """The run's settings with the corrections and lessons that concern the pack."""
        if not self.settings.corrections:
            return self.settings
        heads = self.read[sha256].about.heads if self.lessons and sha256 in self.read else None
        lessons = _fitting(self.lessons, sha256, heads)
        return replace(self.settings, corrections=self.said.of(sha256, name), lessons=lessons)

    def of_file(self, path: Path) -> tuple[Given, ...]:
        """What is said of a file: in the file of facts beside it, which is none of ours, and for the run."""
        folder = os.path.dirname(path)  # noqa: PTH120 - thousands of files
        if folder not in self.beside:
            ours = real(path.parent) == real(self.out)
            self.beside[folder] = {} if ours else facts_in(path.parent)
        own = self.beside[folder].get(path.name, ())
        return concerning(path, (*own, *self.settings.given)) if own or self.settings.given else ()


# what knows heads takes time to load, and few files of corrections speak of tables


def _lessons(settings: Settings, read: Mapping[str, IndexEntry]) -> tuple[Lesson, ...]:
    if not any(said.dataset == TABLES for said in settings.corrections):
        return ()
    from agendapack.extract.correct.lessons import lessons_of

    councils = {sha256: about.council for sha256, about in read.items()}
    return tuple(lessons_of(settings.corrections, councils))


def _fitting(lessons: Sequence[Lesson], sha256: str, heads: Collection[str] | None) -> tuple[Lesson, ...]:
    if not lessons:
        return ()
    from agendapack.extract.correct.lessons import fitting

    return fitting(lessons, sha256, heads)


def _corrected_since(
    known: Iterable[IndexEntry],
    others: Collection[str],
    earlier: Mapping[str, Collection[str]],
    told: _ReadWith,
    out: Path,
) -> Iterator[Item]:
    """Packs that are not named, but have other corrections now than they were read with.

    Nothing else may have changed: other settings are meant for the packs that the user names.
    """
    for pack in known:
        left = earlier[pack.sha256]
        if pack.sha256 in others and told.may_concern(pack) and _there(left, out):
            item = _item(pack.sha256, {}, left, told, out)
            same = item.key.partition(CORRECTED)[0] == pack.key.partition(CORRECTED)[0]
            if same and item.key != pack.key and _hash(item.path) == pack.sha256:
                yield item


def _there(sources: Iterable[str], out: Path) -> list[Path]:
    return [path for source in sources if is_there(path := out / source)]


def _hash(path: Path) -> str:
    try:
        return sha256_of(path)
    except PackError:
        return ""


def _item(
    sha256: str,
    named: Mapping[Path, str],
    earlier: Collection[str],
    told: _ReadWith,
    out: Path,
) -> Item:
    """Copies of one content are one pack with the first name of those still there, whatever the order.

    `named` has the way to each of those named now, `earlier` that to those of earlier runs.
    """
    places = {**named, **{path: relative_to(path, out) for path in _there(earlier, out)}}
    path = min(places, key=lambda p: (p.name, places[p])) if len(places) > 1 else next(iter(places))
    settings, given = told.to(sha256, path.name), told.of_file(path)
    if given != settings.given:
        settings = replace(settings, given=given)
    usual = settings is told.settings and not settings.corrections and not settings.lessons
    key = _key(path, sha256, told.key) if usual else key_of(path, sha256, settings)
    return Item(pack_id_of(path, sha256), path, sha256, tuple(sorted({*places.values()})), settings, key)


def settled(item: Item, about: About) -> About:
    """The pack as read, by the key that it has now that its heads are known."""
    if not item.settings.lessons:
        return about
    lessons = _fitting(item.settings.lessons, item.sha256, about.heads)
    return replace(about, key=key_of(item.path, item.sha256, replace(item.settings, lessons=lessons)))


def key_of(path: Path, sha256: str, settings: Settings) -> str:
    """A hash of content, name, settings, words, tool and schema, and one of the corrections, if any."""
    said = (*settings.corrections, *settings.lessons)
    plain = replace(settings, corrections=(), lessons=()) if said else settings
    key = _key(path, sha256, _rest_of_key(plain))
    return key + CORRECTED + sha256_of_text(repr(said))[:32] if said else key


def _key(path: Path, sha256: str, rest: str) -> str:
    return sha256_of_text(f"{sha256}\n{path.name}\n{rest}")[:32]


def _rest_of_key(settings: Settings) -> str:
    return "\n".join((_chosen(settings), repr(schemas.additions()), fingerprint()))


@lru_cache(maxsize=256)
def _chosen(settings: Settings) -> str:
    """The settings as they stand in a key; most packs of a run have the same."""
    return json.dumps({name: repr(value) for name, value in asdict(settings).items()}, sort_keys=True)
