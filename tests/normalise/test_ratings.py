"""A risk's rating printed in one cell, taken apart."""

import pytest

from agendapack.extract.normalise.ratings import Rating, rating_of


@pytest.mark.parametrize(
    ("text", "title", "rating"),
    [
        ("L3 x I4 = 12", "", Rating("3", "4", "12")),
        ("I4 x L3 = 12", "", Rating("3", "4", "12")),
        ("Likelihood 3 × Impact 4 = 12", "", Rating("3", "4", "12")),
        ("12 (L3 x I4)", "", Rating("3", "4", "12")),
        ("3 x 4 = 12", "Current rating (L x I)", Rating("3", "4", "12")),
        ("4 x 3 = 12", "Impact x Likelihood", Rating("3", "4", "12")),
        ("3 x 4 = 12", "Current rating", Rating(score="12")),
        ("Possible (3) x Major (4) = 12", "Likelihood x Impact", Rating("Possible (3)", "Major (4)", "12")),
        ("Possible (3) x Major (4) = 12", "", Rating("Possible (3)", "Major (4)", "12")),
        ("L4 I3 (12)", "", Rating("4", "3", "12")),
        ("I: 3 / L: 4", "", Rating("4", "3", "")),
        ("12 (L4, I3)", "", Rating("4", "3", "12")),
        ("Impact: 4\nLikelihood: 3\nTotal score: 12", "", Rating("3", "4", "12")),
        ("3 (L) x 4 (I) = 12", "", Rating("3", "4", "12")),
        ("(3 x 4) = 12", "Likelihood / Impact", Rating("3", "4", "12")),
        ("4 x 3 (12)", "", Rating(score="12")),
        ("4 (2x2)", "", Rating("2", "2", "4")),
        ("3 x 3 = 9", "Current rating", Rating("3", "3", "9")),
        ("C/2", "Likelihood/consequence", Rating("C", "2")),
        ("3 / 4", "Impact / Likelihood", Rating("4", "3")),
        ("3/4", "Current rating", None),
        ("16 (4 x 4) Red", "L x I", Rating("4", "4", "16")),
        ("L3 x I4 = 12 (High) ▲", "", Rating("3", "4", "12")),
        ("L3 I4 12 homes", "", None),
        ("L3 L4 = 12", "", None),
        ("L3 x L3 = 9", "", Rating(score="9")),
        ("D2", "", None),
        ("3 x 4", "Current rating", None),
        ("12", "", None),
        ("High", "", None),
        ("2 x 4 bed homes", "", None),
    ],
)
def test_ratings(text: str, title: str, rating: Rating | None) -> None:
    assert rating_of(text, title) == rating
