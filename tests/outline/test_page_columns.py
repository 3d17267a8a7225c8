"""Front sheets whose agenda stands beside a column of members and contacts."""

from __future__ import annotations

import pytest
from outline.typeset import page, put

from agendapack.extract.outline import outline

TITLES = ("Apologies for absence", "Minutes of the last meeting", "Ferry fares", "Any other business")
MEMBERS = ("Membership", "Cllr Ida Quill", "Cllr Jo Kerr", "Dr Max Orr, GP", "Contact", "01234 567890")


@pytest.mark.parametrize(("left", "found"), [(190, True), (170, True), (142, False)])
def test_an_agenda_beside_the_members_is_read_where_white_parts_them(left: float, found: bool) -> None:
    members = [put(60, 140 + 13 * i, name) for i, name in enumerate(MEMBERS)]
    titles = [put(left, 164 + 22 * i, f"{i + 1} {title}", "b") for i, title in enumerate(TITLES)]
    words = [
        put(60, 60, "Marlowe Vale District Council", "b", 14),
        put(60, 84, "PLANNING COMMITTEE", "b", 14),
        put(60, 110, "Tuesday, 4 June 2024 at 6.30 pm"),
        put(250, 140, "AGENDA", "b"),
    ]
    read = [item.title for item in outline([page(1, *words, *members, *titles)]).agenda]
    assert (read == list(TITLES)) is found
