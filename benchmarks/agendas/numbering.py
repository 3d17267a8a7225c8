"""How the items of an invented agenda are numbered."""

from __future__ import annotations

from collections.abc import Callable

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def _letter(n: int) -> str:
    return chr(ord("A") + n - 1)


NUMBERS: dict[str, Callable[[int], tuple[str, str]]] = {
    "1.": lambda n: (f"{n}.", str(n)),
    "1": lambda n: (str(n), str(n)),
    "(1)": lambda n: (f"({n})", str(n)),
    "1)": lambda n: (f"{n})", str(n)),
    "Item 1": lambda n: (f"Item {n}:", str(n)),
    "I.": lambda n: (f"{ROMAN[n - 1]}.", ROMAN[n - 1]),
    "i)": lambda n: (f"{ROMAN[n - 1].lower()})", ROMAN[n - 1].lower()),
    "A.": lambda n: (f"{_letter(n)}.", _letter(n)),
    "a)": lambda n: (f"{_letter(n).lower()})", _letter(n).lower()),
    "bullet": lambda n: ("•", ""),
    "none": lambda n: ("", ""),
    "24/031": lambda n: (f"24/{n + 30:03d}", f"24/{n + 30:03d}"),
}
"""How numbers are printed, and what the item's number is."""
