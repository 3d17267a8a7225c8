"""Check: a count or a rate that is printed as a percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

_RATE = re.compile(r"\bper\s+(?:1[,.]?0{2,3}|10[,.]?000|100[,.]?000|million)\b", re.IGNORECASE)
_SHARE = re.compile(r"percent|per cent|%|proportion|increase|reduc|change", re.IGNORECASE)


@check(
    kind="suspect_value",
    title="Count or rate printed as a percentage",
    severity="warning",
    message="{ref} is {what} (“{definition}”), but {texts} is printed as a percentage",
    looks_at="indicator_values",
)
def wrong_unit(subject: Subject) -> Iterator[Hit]:
    """Either the figure belongs to another indicator or the sign is wrong."""
    percents = [v for v in subject.result.indicator_values if v.unit == "percent"]
    for ref, values in grouped((v.indicator_ref or v.definition, v) for v in percents).items():
        definition = values[0].definition
        if _SHARE.search(definition):
            continue
        counted = definition.lower().startswith(tuple(words("better", "counts")))
        if counted or _RATE.search(definition):
            texts = ", ".join(dict.fromkeys(v.text for v in values))
            yield Hit(
                (ref,),
                tuple(place(v, v.text) for v in values),
                {
                    "ref": ref,
                    "what": "a number" if counted else "a rate",
                    "definition": definition,
                    "texts": texts,
                },
            )
