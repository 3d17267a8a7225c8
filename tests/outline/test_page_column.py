"""What stands in the column of an agenda's page numbers is no part of a title, whatever it says."""

from __future__ import annotations

import pytest
from outline.typeset import page, put

from agendapack.extract.model import Word
from agendapack.extract.outline import outline

INSTEAD = ("Separate", "To follow", "Verbal", "Attached", "–", "Page 40", "Herewith", "Papers tabled")
ITEMS = (
    "Apologies",
    "Minutes of the last meeting",
    "Harbour dues and the charges for moorings",
    "Ferry timetable",
)


def titles(*pages: str, left: float | None = 460, right: float = 0) -> list[str]:
    """The titles of an agenda with these texts in its column of pages."""
    rows = [put(60, 160, "AGENDA", "b", 14)]
    for n, (title, said) in enumerate(zip(ITEMS, pages, strict=False)):
        rows.append(put(60, 190 + 20 * n, f"{n + 1}. |95 {title}"))
        if said:
            rows.append(_at(190 + 20 * n, said, left, right))
    sheet = page(
        1, put(60, 60, "Harbour Council", "b", 14), put(60, 84, "A meeting on 4 June 2024 at 6.30 pm"), *rows
    )
    return [item.title for item in outline([sheet]).agenda]


def _at(top: float, said: str, left: float | None, right: float) -> list[Word]:
    if left is not None:
        return put(left, top, said)
    width = put(0, top, said)[-1].box.x1
    return put(right - width, top, said)


@pytest.mark.parametrize("said", INSTEAD)
@pytest.mark.parametrize("place", [{"left": 460.0}, {"left": None, "right": 520.0}], ids=["left", "right"])
def test_it_is_told_by_its_place(said: str, place: dict[str, float | None]) -> None:
    for pages in (("1", "3", "17", said), ("", "Page 3", "Page 17", said), ("3", said, "", "9 - 12")):
        assert titles(*pages, **place) == list(ITEMS)  # type: ignore[arg-type]


@pytest.mark.parametrize("pages", [("", "3", "17", ""), ("", "3", "", "")], ids=["MIN_PAGES", "one"])
def test_so_many_pages_show_their_column(pages: tuple[str, ...]) -> None:
    shown = sum(map(bool, pages)) >= 2
    found = titles(pages[0], pages[1], pages[2], "Separate")
    assert (found[-1] == ITEMS[-1]) is shown


def test_words_elsewhere_are_of_the_title() -> None:
    assert titles("3", "5", "17", "", left=460)[-1] == ITEMS[-1]
    rows = [
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Apologies |460 3"),
        put(60, 210, "2. |95 Minutes |460 5"),
        put(60, 230, "3. |95 Harbour dues |430 and charges |460 9"),
        put(60, 250, "4. |95 The new timetable of the ferry and of all the launches |400 of the basins"),
    ]
    sheet = page(
        1, put(60, 60, "Harbour Council", "b", 14), put(60, 84, "A meeting on 4 June 2024 at 6.30 pm"), *rows
    )
    assert [item.title for item in outline([sheet]).agenda][-1].endswith("launches of the basins")
