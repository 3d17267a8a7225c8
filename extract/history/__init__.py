"""History: the records of many packs go in; what they say over time comes out.

Works on the records of one council at a time, in the order of its meetings, not in that of file names.
"""

from __future__ import annotations

from agendapack.extract.history.council import with_history
from agendapack.extract.history.meetings import PackRows

__all__ = ["PackRows", "with_history"]
