"""Which packs are of one meeting: by day and body, or by the pages that they print alike."""

from __future__ import annotations

from datetime import date

import pytest

from agendapack.extract.history.meetings import PackRows, meetings_of

DAY = date(2031, 5, 12)


def pack(
    name: str, day: date | None = DAY, body: str = "", pages: range = range(0), said: str = ""
) -> PackRows:
    facts = {"pack_id": name, "sha256": name, "meeting_date": day, "committee": body, "edition_said": said}
    return PackRows({"packs": [facts]}, frozenset(map(str, pages)))


def together(*packs: PackRows) -> bool:
    return len(meetings_of(packs)) == 1


@pytest.mark.parametrize(
    ("body", "same"),
    [
        ("Harbour and Quays Committee", True),
        ("Harbour & Quays Committee", True),
        ("Licensing and Parks Committee", False),
        ("", True),
    ],
)
def test_one_body_on_one_day_spelt_in_another_way(body: str, same: bool) -> None:
    assert together(pack("a", body="Harbour and Quays Committee"), pack("b", body=body)) == same


@pytest.mark.parametrize(("shared", "same"), [(9, True), (6, False)])
def test_a_pack_without_a_day_is_of_the_meeting_that_prints_most_of_its_pages(
    shared: int, same: bool
) -> None:
    whole = pack("a", pages=range(30))
    assert together(whole, pack("b", None, pages=range(30 - shared, 40 - shared))) == same


@pytest.mark.parametrize(("own", "same"), [(8, True), (16, False)])
def test_a_supplement_prints_some_page_of_its_meeting_again(own: int, same: bool) -> None:
    supplement = pack("b", None, pages=range(29, 29 + own), said="supplement")
    assert together(pack("a", pages=range(30)), supplement) == same
