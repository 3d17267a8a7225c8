"""Reconcile: paragraphs and the names of things come in; each sentence that speaks of one thing goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from agendapack.extract.model import Place
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.naming import Named, Names

_SAYS_SOMETHING = re.compile(r"\d|\s(?:is|are|was|has been|have been|remains)\s", re.IGNORECASE)
"""What a sentence says of a thing: how much there is, or how it stands."""
_FIGURE = re.compile(r"\d")
"""Without one a part tells neither a day nor a score."""
_BULLET = re.compile(r"\s*[•▪]\s+")
Spoken = tuple[str, Place, Named]
"""A sentence, where it stands, and what it speaks of."""


def namings(lines: Iterable[Passage], names: Names) -> Iterator[tuple[str, Place, tuple[Named, ...]]]:
    """Each sentence that says something of what a table lists, with the things that it names."""
    for line in lines:
        for sentence in sentences(line.text):
            tells = " " in sentence and _SAYS_SOMETHING.search(sentence)
            if tells and (named := tuple(names.named(sentence))):
                yield sentence, Place(line.page, line.box, "", sentence), named


def spoken(lines: Iterable[Passage], names: Names) -> Iterator[Spoken]:
    """A sentence that names nothing speaks of what the one before it does, in one paragraph or bullet."""
    for line in lines:
        parts = _BULLET.split(line.text) if " " in line.text else ()
        for part in (part for part in parts if _FIGURE.search(part)):
            about: Named | None = None
            for sentence in sentences(part):
                named = names.named(sentence)
                if named:  # a thing may be named by words and ref
                    about = named[0] if len({n.called for n in named}) == 1 else None
                if about:
                    yield sentence, Place(line.page, line.box, "", sentence), about
                    about = replace(about, start=0, end=0)  # named before the next sentence begins
