"""What people said a table is, in a form that fits every table under the same head."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Lesson:
    """What tables under a head list and what their columns hold."""

    titles: tuple[str, ...]
    """Of the columns, from left to right."""
    kind: str
    """actions, indicators, risks, or empty when it lists none of these."""
    roles: tuple[str, ...] = ()
    """Of the columns, as many as titles; nothing when nobody said."""
    council: str = ""
    """Of the pack it was said of, where that is known."""
    sha256: str = ""
    """Of that pack."""
    page: int = 0
    """On which the table begins there."""
    who: str = ""
    """Who said so and when, in words."""
