"""Check: names of bodies, schemes and services that are printed in two forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

_NAME = re.compile(r"[A-Z][a-z]+(?:['’]s)?(?:,? (?:(?:of|for|and|the|&) )*[A-Z][a-z]+(?:['’]s)?){2,7}")
_OPENING = re.compile(r"^(?:(?:The|For|In|To|From|By|With|And|Of|At|On) )?(?:the )?(?:The )?")
MIN_WORDS = 4
"""Shorter names recur by chance."""
MIN_TIMES = 3
"""How often the common form must be printed."""
RARER = 3
"""How many times rarer the odd form must be where it may be meant, as a plural may."""
Pair = tuple[str, str]
SMALL = ("the", "of", "for", "and")


@check(
    kind="name_variant",
    title="One name in two forms",
    severity="info",
    message="“{common}” ({times} times) / “{odd}” (page {pages})",
    looks_at="lines, tables",
)
def phrase_variants(subject: Subject) -> Iterator[Hit]:
    """Names of four words or more that differ only by a plural, an apostrophe or a small word.

    Of two pairs of which one is part of the other the shorter is told.
    """
    lines = (*subject.lines, *(Passage(page, text, box) for page, box, text in subject.cells))
    found = [(_plain(name), line) for line in lines for name in _NAME.findall(line.text)]
    found = [(name, line) for name, line in found if len(name.split()) >= MIN_WORDS]
    counts = Counter(name for name, _ in found)
    places = grouped(found)
    pairs = list(_pairs(counts))
    for common, odd in pairs:
        within = [pair for pair in pairs if _within((common, odd), pair)]
        if not any(_within(pair, (common, odd)) for pair in pairs):
            slips = [line for name in (odd, *(name for _, name in within)) for line in places[name]]
            facts = {"common": common, "times": counts[common], "odd": odd}
            pages = ", ".join(map(str, sorted({line.page for line in slips})))
            where = _places(slips, odd) + _places(places[common][:1], common)
            yield Hit((common, odd), where, {**facts, "pages": pages})


def _pairs(counts: Counter[str]) -> Iterator[Pair]:
    """The common form of each name with every odd one."""
    for forms in grouped((_key(name), name) for name in counts).values():
        common, *odd = sorted(forms, key=lambda n: -counts[n])
        for name in odd:
            if _differs(common, name) and _enough(common, name, counts):
                yield common, name


def _within(pair: Pair, other: Pair) -> bool:
    """Whether two names are parts of two others, so that both pairs say the same."""
    return pair != other and all(name in whole for name, whole in zip(pair, other, strict=True))


def _plain(name: str) -> str:
    """Without the article before and the genitive or plural behind, which the sentence asks for."""
    return _OPENING.sub("", re.sub(r"(?:'s|s')$", "", name.replace("’", "'")))


def _key(name: str) -> tuple[str, ...]:
    """The words without endings and small words."""
    plain = name.casefold().replace("'s", "").replace("&", "and").replace(",", "")
    return tuple(w.rstrip("s") for w in plain.split() if w not in SMALL)


def _enough(common: str, odd: str, counts: Counter[str]) -> bool:
    """Whether the two are printed often enough to tell a slip from what is meant.

    "Department of" beside "Department for" is never meant; a genitive inside a name seldom is.
    """
    if _several(common, odd):
        return False
    pairs = list(zip(common.casefold().split(), odd.casefold().split(), strict=False))
    if len(common.split()) == len(odd.split()):
        other = {frozenset(pair) for pair in pairs if pair[0].strip(",") != pair[1].strip(",")}
        if other and all(pair <= {"of", "for"} for pair in other):
            return True
        if other and all(len({w.replace("'s", "") for w in pair}) == 1 for pair in other):
            return counts[common] >= MIN_TIMES
    return counts[common] >= max(MIN_TIMES, RARER * counts[odd])


def _several(common: str, odd: str) -> bool:
    """Whether the one speaks of several owners, or of several that hold a post: "directors for"."""
    genitives = [len(re.findall(r"['’]s\b", name)) for name in (common, odd)]
    holders = [re.findall(r"\w+(?= (?:of|for) )", name) for name in (common, odd)]
    plurals = zip(*holders, strict=False)
    return abs(genitives[0] - genitives[1]) > 1 or any(
        a != b and a.removesuffix("s") == b.removesuffix("s") for a, b in plurals
    )


def _differs(a: str, b: str) -> bool:
    """Beyond case, commas, the sign for "and" and a plural at the end, which are style."""
    a, b = a.removesuffix("s"), b.removesuffix("s")
    return re.sub(r"\W+", "", a.replace("&", "and").casefold().replace("'s", "1")) != re.sub(
        r"\W+", "", b.replace("&", "and").casefold().replace("'s", "1")
    )


def _places(lines: Sequence[Passage], quote: str) -> tuple[Place, ...]:
    return tuple(Place(line.page, line.box, "", quote) for line in lines)
