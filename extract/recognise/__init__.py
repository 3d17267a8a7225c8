"""Stage 5, recognise: a `Table` goes in; what it is and what its columns mean comes out."""

from __future__ import annotations

from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.tables import recognise

__all__ = ["Recognised", "recognise"]
