"""The kinds of tables that list records."""

from __future__ import annotations

from collections.abc import Callable

from .actions import actions
from .indicators import indicators
from .risks import risks
from .sheet import Sheet
from .words import Words

DRAW: dict[str, Callable[[Words], Sheet]] = {"actions": actions, "indicators": indicators, "risks": risks}
