"""Tables on a card that list the controls of its risk."""

from __future__ import annotations

import pytest

from agendapack.extract.recognise.within_cards import calls_controls


@pytest.mark.parametrize(
    ("title", "controls"),
    [
        ("Controls", True),
        ("Controls in place", True),
        ("Mitigation", True),
        ("Gaps in controls", False),
        ("Planned controls", False),
        ("Actions", False),
    ],
)
def test_a_column_of_controls_is_called_so_and_nothing_more(title: str, controls: bool) -> None:
    assert calls_controls(title) is controls
