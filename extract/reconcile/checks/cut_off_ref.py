"""Check: lists of refs that break off in the middle of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.normalise.refs import cut_off, find_refs
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.subject import Subject

_LABEL = re.compile(r"^[A-Z][A-Za-z ]{2,30}:\s*")


@check(
    kind="dangling_ref",
    title="Cut-off ref",
    severity="error",
    message="“{printed}” breaks off: {fragments}",
    looks_at="tables",
)
def cut_off_ref(subject: Subject) -> Iterator[Hit]:
    """Only in cells that hold nothing but refs, where a fragment is the beginning of a known one."""
    known = subject.known
    for page, box, text in subject.cells:
        printed = _LABEL.sub("", text)
        fragments = _fragments(printed, known) if printed[:1].isupper() and len(printed) <= 200 else []
        if fragments and _only_refs(printed, fragments, known):
            whole = in_order(found.ref for found in find_refs(printed, known=known))
            yield Hit(
                (*whole, *fragments),
                (Place(page, box, "", text),),
                {"printed": text, "fragments": ", ".join(fragments)},
            )


def _fragments(text: str, known: frozenset[str]) -> list[str]:
    """What breaks off beside the refs that are printed whole: "ASC" is the head of "ASC R7.1" there."""
    found = cut_off(text, known=known)
    rest = text
    for whole in find_refs(text, known=known) if found else ():
        rest = rest.replace(whole.raw, " ; ", 1) if whole.ref in known else rest
    return [fragment for fragment in found if re.search(rf"(?<!\w){re.escape(fragment)}(?!\w)", rest)]


def _only_refs(text: str, fragments: list[str], known: frozenset[str]) -> bool:
    """Whether the cell is a list of refs and the fragments, with nothing else but marks between."""
    rest = text
    for found in find_refs(text, known=known):
        rest = rest.replace(found.raw, " ", 1)
    for fragment in fragments:
        rest = rest.replace(fragment, " ", 1)
    return not re.search(r"\w", re.sub(r"\band\b", "", rest)) and (
        text.strip() not in fragments or "-" in text
    )
