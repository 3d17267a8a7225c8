"""Ratings and directions from words, letters, colours and arrows."""

import pytest

from agendapack.extract.normalise.rag import direction_of, rag_of_colour, rag_of_text


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("Green", "Green"),
        ("GREEN", "Green"),
        ("(Green)", "Green"),
        ("97% (Green)", "Green"),
        ("G", "Green"),
        ("A", "Amber"),
        ("r", "Red"),
        ("Yellow", "Amber"),
        ("Blue", "Blue"),
        ("Red/Amber", ""),
        ("Complete", ""),
        ("Great", ""),
        ("A plan", ""),
        ("", ""),
    ],
)
def test_rating_of_a_text(text: str, rating: str) -> None:
    assert rag_of_text(text) == rating


@pytest.mark.parametrize(
    ("colour", "rating"),
    [
        ((255, 0, 0), "Red"),
        ((192, 0, 0), "Red"),
        ((255, 199, 206), "Red"),
        ((255, 192, 0), "Amber"),
        ((255, 255, 0), "Amber"),
        ((237, 125, 49), "Amber"),
        ((255, 235, 156), "Amber"),
        ((0, 176, 80), "Green"),
        ((146, 208, 80), "Green"),
        ((198, 239, 206), "Green"),
        ((226, 239, 218), "Green"),
        ((255, 255, 255), None),
        ((217, 217, 217), None),
        ((0, 0, 0), None),
        ((68, 114, 196), None),
        ((31, 78, 121), None),
    ],
)
def test_rating_of_a_fill(colour: tuple[int, int, int], rating: str | None) -> None:
    assert rag_of_colour(colour) == rating


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("↑", "improving"),
        ("▼", "worsening"),
        ("→", "stable"),
        ("Improving", "improving"),
        ("no change", "stable"),
        ("↑ 3%", "improving"),
        ("▼ Improving", "improving"),
        ("▲ Worsening", "worsening"),
        ("Up (worse)", ""),
        ("Getting worse", "worsening"),
        ("Same as last quarter", "stable"),
        ("↑ / ↓", ""),
        ("Green → Amber", ""),
        ("Amber → stable", "stable"),
        ("→ 45%", "stable"),
        ("45%", ""),
        ("", ""),
    ],
)
def test_direction(text: str, direction: str) -> None:
    assert direction_of(text) == direction
