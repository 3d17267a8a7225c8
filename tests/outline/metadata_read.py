"""What the first pages of a pack say of it."""

from __future__ import annotations

from datetime import date

from outline.typeset import page, put

from agendapack.extract.model import Word
from agendapack.extract.outline import PackMetadata, outline


def read(*lines: list[Word], source_name: str = "", **properties: str) -> PackMetadata:
    return outline([page(1, *lines)], source_name=source_name, properties=properties).metadata


ITEMS = put(60, 260, "AGENDA", "b", 14) + put(60, 290, "1. |95 Apologies") + put(60, 310, "2. |95 Budget")
TAKEN = [
    (("Decision determined at Transport & Roads Policy", "Committee meeting on 2 April 2019"), True),
    (("Decisions taken by the Transport & Roads Policy Committee", "on Tuesday 2 April 2019"), True),
    (("NOTICE OF KEY DECISIONS TO BE TAKEN AT TRANSPORT", "& ROADS POLICY COMMITTEE"), False),
    (("Decisions made at a Transport & Roads Policy Committee meeting",), False),
]
PAST = date(2019, 4, 2)
