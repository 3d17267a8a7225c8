"""Texts that begin with the reference or the number of their record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.leading_ref import Led, bulleted, lead, led_by_ref, numbered


@pytest.mark.parametrize(
    ("text", "ref", "rest"),
    [
        ("QB1 The market closes", "QB1", "The market closes"),
        (
            "QB1.2a\n• Dredge the basin\n• Mark the channel",
            "QB1.2a",
            "• Dredge the basin\n• Mark the channel",
        ),
        ("HRB QAY1 – Adopt the plan", "HRB QAY1", "Adopt the plan"),
        ("QB/24/07 Cranes idle", "QB/24/07", "Cranes idle"),
        ("KX 7: Cranes idle", "KX 7", "Cranes idle"),
        ("QB1) Cranes idle", "QB1", "Cranes idle"),
        ("QB1A – Cranes idle", "QB1A", "Cranes idle"),
        ("KX 7B Cranes idle", "KX 7B", "Cranes idle"),
    ],
)
def test_a_reference_leads(text: str, ref: str, rest: str) -> None:
    assert led_by_ref(text) == Led(ref, rest)


@pytest.mark.parametrize("text", ["Paint the crane", "3 cranes idle", "QB1", "QB1/2 idle", ""])
def test_none_leads(text: str) -> None:
    assert led_by_ref(text) is None


def test_the_entries_of_a_numbered_list() -> None:
    text = "4) Berths let\n(net)\n5) Ships\n5) not a new one\n6) Cargo"
    assert numbered(text) == [
        Led("4", "Berths let\n(net)", 0),
        Led("5", "Ships\n5) not a new one", 2),
        Led("6", "Cargo", 4),
    ]


@pytest.mark.parametrize("text", ["Berths let\n1) Ships", "1.5 ships a day", "1)", ""])
def test_a_text_without_a_number_at_its_start_is_no_list(text: str) -> None:
    assert numbered(text) == []


@pytest.mark.parametrize("mark", ["• ", "❑ ", "🟆 ", "\uf071 "])
def test_the_entries_behind_bullets_are_without_them(mark: str) -> None:
    text = f"Berths\n{mark}let\n(net)\n{mark}sold"
    assert bulleted(text) == [Led("", "let\n(net)", 1), Led("", "sold", 3)]


@pytest.mark.parametrize("text", ["• Berths let", "Berths let\nShips", ""])
def test_a_text_of_fewer_than_two_bullets_is_no_list(text: str) -> None:
    assert bulleted(text) == []


@given(
    st.lists(st.sampled_from(["Berths let", "Ships\nat anchor", "Cargo"]), min_size=1, max_size=9),
    st.integers(1, 90),
)
def test_nothing_of_a_list_is_lost(entries: list[str], first: int) -> None:
    text = "\n".join(f"{n}. {entry}" for n, entry in enumerate(entries, first))
    assert [(e.ref, e.text) for e in numbered(text)] == [(str(n), e) for n, e in enumerate(entries, first)]


@pytest.mark.parametrize(
    ("texts", "lead_by"),
    [
        (["QB1 Dredge", "QB2 Paint"], "ref"),
        (["QB1 Dredge", "QB2 Paint", "QB2 Mend", "QB3 Let", "QB4 Sell", "QB5 Hire"], "ref"),
        (["QB1 Dredge", "QB1 Paint"], ""),
        (["QB1 Dredge", "Paint"], ""),
        (["QB1 Dredge"], ""),
        (["1. Dredge", "2. Paint", "3. Mend"], "number"),
        (["1. Dredge\n2. Paint", "3. Mend"], "number"),
        (["1. Dredge\n2. Paint", "1. Mend"], ""),
        (["1. Dredge", "2. Paint"], ""),
        (["Quays\n❑ QB1: Dredge\n❑ QB2: Paint", "❑ QB3: Mend\n❑ QB4: Let"], "ref"),
        (["❑ QB1: Dredge\n❑ QB2: Paint\n❑ QB3: Mend", "• QB4: Let\n• Sell"], "ref"),
        (["❑ QB1: Dredge\n❑ QB2: Paint\n❑ QB3: Mend", "• Let\n• Sell"], ""),
        (["❑ QB1: Dredge\n❑ QB2: Paint", "❑ QB1: Dredge\n❑ QB2: Paint"], ""),
        (["Quays\n❑ Dredge QB1\n❑ Paint QB2"], ""),
        ([], ""),
    ],
)
def test_what_leads_the_texts_of_a_column(texts: list[str], lead_by: str) -> None:
    assert lead(texts) == lead_by
