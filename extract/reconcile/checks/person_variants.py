"""Checks: one person, or one post, under several spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from agendapack.extract.model import Place
from agendapack.extract.read.vocabulary import english
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.spellings import sound
from agendapack.extract.reconcile.subject import Subject

MAX_LETTERS_APART = 1
"""Letters by which the spellings of one name may differ: Ann and Jan, Dean and Sean, are two people."""
MAX_LETTERS_OF_ONE_SOUND = 2
"""The same of names that sound alike: Rees and Reece."""
MIN_LETTERS = 5
"""Length of the name part that differs; shorter names differ by one letter and are other names."""
_NAME = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]*)* [A-Z][\w'’-]+$")
_POST = re.compile(r"\b(director|head|manager|officer|leader|co-?ordinator|adviser|advisor)\b", re.IGNORECASE)


@check(
    kind="name_variant",
    title="One person under two spellings",
    severity="warning",
    message="“{first}” ({first_rows}) / “{second}” ({second_rows})",
    looks_at="actions, indicators, risks",
)
def person_variants(subject: Subject) -> Iterator[Hit]:
    """Names with one part in common whose other part differs by a letter, or sounds the same."""
    named = {
        name: rows
        for name, rows in _officers(subject).items()
        if _NAME.match(name) and not _POST.search(name)
    }
    keys = [((name.split()[i], i), name) for name in named for i in (0, -1)]
    near = [pair for alike in grouped(keys).values() for pair in _near(sorted(alike))]
    for pair in dict.fromkeys((*near, *_sounding_alike(named))):
        first, second = sorted(pair, key=lambda n: -len(named[n]))
        yield Hit(
            (first, second),
            tuple(p for n in (first, second) for _, p in named[n]),
            {
                "first": first,
                "second": second,
                "first_rows": _told(named[first]),
                "second_rows": _told(named[second]),
            },
        )


@check(
    kind="name_variant",
    title="One post in several forms",
    severity="info",
    message="One post is printed as {forms}",
    looks_at="actions, indicators, risks",
)
def post_variants(subject: Subject) -> Iterator[Hit]:
    """Posts of the same words, or of the initials of those words."""
    posts = {name: rows for name, rows in _officers(subject).items() if _POST.search(name)}
    full = {name: _post_words(name) for name in posts}
    by_rank = grouped((words[:2], name) for name, words in full.items() if len(words) > 2)
    by_initials: dict[tuple[str, ...], list[str]] = {}
    for name, words in full.items():
        if len(words) > 2:
            by_initials.setdefault((*words[:2], _initials(words[2:])), []).append(name)
    for (first, second, initials), names in by_initials.items():
        short = [n for n in by_rank.get((first, second), ()) if full[n][2:] == (initials,) and n not in names]
        forms = sorted((*names, *short), key=lambda n: (-len(posts[n]), n))
        if len(forms) > 1:
            yield Hit(
                tuple(forms),
                tuple(p for form in forms for _, p in posts[form]),
                {"forms": ", ".join(f"“{form}”" for form in forms)},
            )


def _officers(subject: Subject) -> dict[str, tuple[tuple[str, Place], ...]]:
    """Every officer as printed, with the refs and places of the rows."""
    result = subject.result
    found = [(name, (a.action_ref, place(a, name))) for a in result.actions for name in a.officers]
    found += [(name, (i.indicator_ref, place(i, name))) for i in result.indicators for name in i.officers]
    found += [(name, (r.risk_ref, place(r, name))) for r in result.risks for name in r.officers]
    return grouped(found)


def _sounding_alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names with the same first name whose last names sound alike; Hall and Hill are two words."""
    scorer, most = DamerauLevenshtein.distance, MAX_LETTERS_OF_ONE_SOUND
    parted = [(name, *name.casefold().rsplit(" ", 1)) for name in sorted(names)]
    heard = grouped(((first, sound(last)), (name, last)) for name, first, last in parted)
    for its in heard.values():
        for at, (name, last) in enumerate(its[:-1]):
            others = [other for _, other in its[at + 1 :]]
            for other, _, beyond in extract(last, others, scorer=scorer, score_cutoff=most, limit=None):
                if not _two_words(last, other):
                    yield name, its[at + 1 + beyond][0]


def _two_words(one: str, other: str) -> bool:
    """Whether two names as long as each other are both words of their own."""
    return len(one) == len(other) and one in english() and other in english()


def _near(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names a letter apart; only names that are one when a letter is left out need be compared."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for key in set(_short_of_a_letter(name)):
            alike[key].append(number)
    pairs = {pair for numbers in alike.values() for pair in combinations(numbers, 2)}
    for first, second in sorted(pairs):
        if _one_letter_apart(names[first], names[second]):
            yield names[first], names[second]


def _short_of_a_letter(name: str) -> Iterator[tuple[str, ...]]:
    """The name as it is and without each letter of its longer parts, "*" before the part."""
    parts = name.casefold().split()
    for number, part in enumerate(parts):
        if len(part) >= MIN_LETTERS:
            for short in (part, *(part[:at] + part[at + 1 :] for at in range(len(part)))):
                yield (*parts[:number], f"*{short}", *parts[number + 1 :])


def _one_letter_apart(first: str, second: str) -> bool:
    mine, theirs = first.casefold().split(), second.casefold().split()
    if len(mine) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return (
        len(differing) == 1
        and min(map(len, differing[0])) >= MIN_LETTERS
        and (0 < DamerauLevenshtein.distance(*differing[0]) <= MAX_LETTERS_APART)
    )


def _post_words(name: str) -> tuple[str, ...]:
    """The telling words of a post; initials in brackets behind the words they stand for are dropped."""
    words = re.findall(r"[a-z']+", name.casefold().replace("’", "'"))
    words = [w for w in words if w not in {"for", "of", "and", "the"}]
    if len(words) > 3 and words[-1] == _initials(words[2:-1]):
        words.pop()
    return tuple(words)


def _initials(words: tuple[str, ...] | list[str]) -> str:
    return "".join(word[0] for word in words)


def _told(rows: tuple[tuple[str, Place], ...]) -> str:
    refs = list(dict.fromkeys(ref or f"page {where.page}" for ref, where in rows))
    return ", ".join(refs[:6]) + (" …" if len(refs) > 6 else "")
