"""Reads a value that rates a risk in words: "Likelihood 4, Impact 3, Total 12" beside "Before controls"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from agendapack.extract.recognise.card_labels import Labelled, is_label, rating_at
from agendapack.extract.recognise.risk_stages import stage_in

_PARTS = re.compile(r"[,;|]")
_RATED = re.compile(r"\s*(?P<label>[A-Za-z][A-Za-z ]{0,30}?)\s*[:=]?\s*(?P<figure>\d{1,3})\s*")
MIN_RATINGS = 2
"""Figures behind labels that rate something; one may be any number."""


def ratings_apart(pair: Labelled) -> Iterator[Labelled]:
    """The ratings of a value, each under its label with the stage that stands beside all; else the pair."""
    parts = _PARTS.split(pair.value.flat)
    rated = [found for part in parts if (found := _RATED.fullmatch(part))]
    labels = [_named(pair.label.flat, found["label"]) for found in rated]
    if len(rated) < max(MIN_RATINGS, len(parts)) or not all(labels):
        yield pair
        return
    for label, found in zip(labels, rated, strict=True):
        yield Labelled(replace(pair.label, text=label), replace(pair.value, text=found["figure"], words=()))


def _named(stage: str, label: str) -> str:
    """The label of a rating, with its stage where there is one; nothing for texts that label none."""
    if stage_in("risks", stage):
        return rating_at(stage, label)
    return label if is_label(label) else ""
