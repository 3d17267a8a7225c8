"""Check: a name whose parts are printed in another order elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

_WORD = r"[A-Z][a-z]+(?:['’]s)?"
_NAME = re.compile(rf"(?<!\w )\b{_WORD}(?:(?:,? (?:and|&) | ){_WORD}){{2,6}}")
_JOINED = re.compile(r" (?:and|&) ")


@check(
    kind="name_variant",
    title="One name with its parts in another order",
    severity="info",
    message="“{usual}” ({times} times) / “{odd}” (page {page})",
    looks_at="lines, tables, actions, indicators, risks",
)
def turned_names(subject: Subject) -> Iterator[Hit]:
    """Names joined by "and", of the same words and the same last word: only what is joined changes place."""
    found = [
        (" ".join(name.split()).removeprefix("The "), said.place)
        for said in subject.statements
        for name in _NAME.findall(said.text)
    ]
    places = grouped(pair for pair in found if _JOINED.search(pair[0]))
    for forms in grouped((_key(name), name) for name in places).values():
        usual, *others = sorted(forms, key=lambda name: (-len(places[name]), name))
        for odd in others:
            if _order(odd) != _order(usual):
                facts = {"usual": usual, "times": len(places[usual]), "odd": odd, "page": places[odd][0].page}
                yield Hit((usual, odd), (*places[odd], places[usual][0]), facts)


def _order(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.replace(",", "").split() if word not in ("and", "&"))


def _key(name: str) -> tuple[str, tuple[str, ...]]:
    """The last word of a name, and its words whatever their order."""
    return _order(name)[-1], tuple(sorted(_order(name)))
