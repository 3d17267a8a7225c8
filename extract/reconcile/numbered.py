"""Reconcile: a text comes in; numbers that a word before them makes refs go out: "actions 3 and 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.ref_shapes import RANGE
from agendapack.extract.normalise.ref_tokens import between, shape
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.targets import KINDS, Targets
from agendapack.schemas import from_words, vocabulary

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}+[a-z]?"
_AND = r"\s*(?:[,;&]|\band\b|\bor\b)\s*(?:and\s+)?"
_NEXT = re.compile(rf"(?:(?P<range>{RANGE})|{_AND})(?P<number>{_NUMBER})(?![\w%/]|\.\d|\s*[x×])")
_LINKED = re.compile(r"\b(?:link(?:s|ed)?|related|associated|cross)\b\W*", re.IGNORECASE)
_LIST = re.compile(rf"{_NUMBER}(?:\s*(?:[,;&–-]|\b(?:and|to)\b)\s*{_NUMBER})*+")


def numbered(line: str, targets: Targets, label: str = "") -> Iterator[tuple[str, str, str]]:
    """Kind, ref and print of each; one that nothing defines counts where it is built like those that are."""
    if _LINKED.search(label) and _LIST.fullmatch(line):
        line = f"{_LINKED.sub('', label)} {line}"
    for kind in KINDS:
        if any(built[:1] == "9" for built, of in targets.shapes.items() if of == kind):
            for match in _patterns()[kind].finditer(line):
                yield from (
                    (kind, ref, raw) for ref, raw in _list(line, match) if _is_ref(ref, kind, targets)
                )


def _is_ref(ref: str, kind: str, targets: Targets) -> bool:
    return ref in targets.rows[kind] or ("." in ref and targets.shapes.get(shape(ref)) == kind)


def _list(line: str, first: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The numbers of a list, ranges expanded."""
    last, at = first["number"], first.end()
    yield last, last
    while match := _NEXT.match(line, at):
        number = match["number"]
        raw = f"{last}{match[0]}" if match["range"] else number
        yield from ((ref, raw) for ref in (between(last, number) if match["range"] else [number]))
        last, at = number, match.end()


@from_words
def _patterns() -> dict[str, re.Pattern[str]]:
    """A name of a kind and a number right behind it: "risk no. 4", "Actions 1.2"."""
    return {
        kind: re.compile(
            rf"{whole_words(names)}[\s:]{{1,3}}(?:(?:refs?|references?|nos?|numbers?)\b\.?\s*)?"
            rf"(?P<number>{_NUMBER})(?![\w%/]|\.\d|\s*[x×])",
            re.IGNORECASE,
        )
        for kind, names in vocabulary("refs")["names"].items()
    }
