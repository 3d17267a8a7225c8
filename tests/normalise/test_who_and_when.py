"""Who does something and by when, printed in one cell."""

import pytest

from agendapack.extract.normalise.who_and_when import who_and_when

CELLS = {
    "Head of Quays\n30 September 2031": ("Head of Quays", "30 September 2031"),
    "Head of Quays, by end of Sept 2031": ("Head of Quays", "by end of Sept 2031"),
    "Head of Quays (30/09/31)": ("Head of Quays", "30/09/31"),
    "30/09/31 Head of Quays": ("Head of Quays", "30/09/31"),
    "Jo Kerr / Mar 31": ("Jo Kerr", "Mar 31"),
    "Jo Kerr\nPat Voss\nQ3 2031/32": ("Jo Kerr\nPat Voss", "Q3 2031/32"),
    "Jo Kerr\nOriginal: Sept 31\nRevised: Dec 31": ("Jo Kerr", "Original: Sept 31\nRevised: Dec 31"),
    "Head of Quays\n31 March 2031 (complete)": ("Head of Quays", "31 March 2031 (complete)"),
    "Quay Manager\nOngoing": ("Quay Manager", "Ongoing"),
    "Quay Manager - TBC": ("Quay Manager", "TBC"),
    "Quay Manager": ("Quay Manager", ""),
    "": ("", ""),
}


@pytest.mark.parametrize(("text", "parts"), CELLS.items())
def test_who_and_when(text: str, parts: tuple[str, str]) -> None:
    assert who_and_when(text) == parts
