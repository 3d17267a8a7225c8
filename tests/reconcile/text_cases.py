"""Cases of the checks that need no rows: they look at texts and raw tables as they are printed."""

from __future__ import annotations

from reconcile.cases import Case
from reconcile.invented import action, sheet

from agendapack.extract.reconcile import Passage

CASES = [
    Case(
        "weekday",
        {"Monday 20 May 2031", "Quay", "Fri, the 1st of January 2032", "Sunday 21/05/2031", "HD A1"},
        (
            Passage(2, "The board meets on Monday 20 May 2031 at the quay."),
            action("HD A1", extra=(("Note", "Opens Fri, the 1st of January 2032 at noon"),)),
            sheet("Place | Day", "Quay | Sunday 21/05/2031", "Mole | Wednesday 21/05/2031"),
        ),
        (
            Passage(2, "The board meets on Tuesday 20 May 2031, or Tue. 27th May, 2031; Monday 3 June too."),
            action("HD A1", "Open on Thursday, and on the 1st of January 2032, or Friday 99/99/2031"),
        ),
    ),
    Case(
        "moved_in_text",
        {"HD A1"},
        (action("HD A1", extra=(("Note", "Berths let have risen from 84.1% (May) to 82.3%."),)),),
        (
            action("HD A1", extra=(("Note", "Berths let have risen from 82.3% in May to 84.1%."),)),
            Passage(
                2,
                "Fees fell from £1,200 to £900; costs rose from 2029 to 12, and from 3 ships to 2 crews.",
            ),
            Passage(2, "The bill dropped by half, from 80 to 40. Income is up from 12% to 300."),
        ),
    ),
    Case(
        "near_names",
        {"Ada Skipwith", "Ada Skipwithe", "Hennesy Basin", "Hennessy Basin"},
        (
            Passage(2, "Ada Skipwith opened the Hennessy Basin."),
            sheet("Place | Who", "Hennesy Basin | Ada Skipwithe", "Mole | Cy Dock"),
        ),
        (
            Passage(2, "Ada Skipwith’s friends, the Skipwiths, and Ada Skip-with saw the Harbour Master."),
            sheet("Who | Where", "Ada Skipwiths | Harbour Masters", "Jan Boatman | Cy Boatmen"),
        ),
    ),
]
