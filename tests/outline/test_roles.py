"""Which texts are a post that an officer holds."""

from __future__ import annotations

import pytest

from agendapack.extract.outline.roles import is_role


@pytest.mark.parametrize(("words", "role"), [(16, True), (17, False)])
def test_a_role_has_few_words(words: int, role: bool) -> None:
    assert is_role("Director of " + " ".join(["Harbours"] * (words - 2))) == role


@pytest.mark.parametrize(("before", "role"), [(5, True), (6, False)])
def test_the_post_stands_among_the_first_words(before: int, role: bool) -> None:
    assert is_role(" ".join([*["Harbour"] * before, "Director"])) == role
