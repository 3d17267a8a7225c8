"""`python -m agendapack` is the command `agendapack`."""

from __future__ import annotations

from agendapack.cli import main

main()
