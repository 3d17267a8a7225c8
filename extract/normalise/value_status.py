"""Normalise: what a cell says of its number in, the terms of the datasets out."""

from __future__ import annotations

from agendapack.extract.normalise.values import Value, status_named
from agendapack.schemas import vocabulary

OF_FIGURES = {"provisional": "provisional", "revised": "revised", "final": "final", "estimated": "estimate"}
WITHOUT_NUMBER = frozenset({"not_available", "not_applicable", "pending", "suppressed", "not_parsed"})
UNREAD = "not_parsed"
"""A number may be printed there."""


def value_status(value: Value) -> str:
    """provisional, revised, estimate or final of a figure; missing where the cell says that there is none."""
    if value.status in OF_FIGURES:
        return OF_FIGURES[value.status]
    return "missing" if value.status in WITHOUT_NUMBER - {UNREAD} else ""


def no_value(value: Value) -> str:
    """Why there is no number."""
    return value.status if value.status in WITHOUT_NUMBER else ""


def status_of_title(title: str) -> str:
    """What the title of a column says of its figures: those under "2024/25 Revised" are revised."""
    return OF_FIGURES.get(status_named(title), "")


def says_nothing(text: str) -> bool:
    """Whether a cell holds nothing, or says that there is none of what its column lists: "None", "N/A"."""
    return not any(map(str.isalnum, text)) or text.strip(" .").casefold() in vocabulary("values")["nothing"]
