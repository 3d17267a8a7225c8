"""Cases of the checks that need no rows: they look at texts and raw tables as they are printed."""

from __future__ import annotations

from reconcile.cases import Case, series
from reconcile.invented import UPPER, action, indicator, sheet, source

from agendapack.extract.model import AgendaItem
from agendapack.extract.reconcile import Passage

NEARLY = (
    "Berths let to ships from other harbours that are larger than the old quay can take",
    "By 2033, berths let to ships from other harbours that are larger than the old quay and mole can take",
)

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
            Passage(
                2,
                "The bill fell by half, from 80 to 40; it is up from 9% to 300; a rise slowed from 3% to 2%.",
            ),
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
            Passage(6, "Ada Skipwithe and Hennesy Basin in a scan", scanned=True),
            Passage(7, "Ada Skipwith and Hennessy Basin"),
            Passage(2, "Ada Skipwith’s friends, the Skipwiths, and Ada Skip-with saw the Harbour Master."),
            sheet(
                "Who | Where",
                "Ada Skipwiths | Harbour Masters",
                "Mx Hawkinson | Mx Dawkinson",
                "Jan Boatman | Cy Boatmen",
            ),
        ),
    ),
    Case(
        "same_row_elsewhere",
        {"Dredging", "Harbour money: Dredging"},
        (
            sheet(
                "Service | Budget | Outturn",
                "Pilots | 12 | 14",
                "Tugs | 30 | 31",
                "Dredging | 45 | 47",
                "Moles | 8 | 9",
            ),
            sheet(
                "Service | Outturn | Budget",
                "Tugs | 31 | 30",
                "Pilots | 14.0 | 12",
                "Dredging | 74 | 45",
                "Moles | 9 | 8",
            ),
        ),
        (
            sheet(
                "Service | Budget | Outturn",
                "Pilots | 12 | 14",
                "Tugs | 30 | 31",
                "Dredging | 45 | 47",
                "Moles | 8 | 9",
            ),
            sheet(
                "Service | Budget | Late",
                "Tugs | 31 | 30",
                "Pilots | 15 | 12",
                "Dredging | 45 | 45",
                "Moles | 8 | 8",
            ),
            sheet("Service | Budget", "Tugs | 30", "Pilots | 12", "Tugs | 45", "Dredging | 45", "Moles | 8"),
        ),
    ),
    Case(
        "start_and_end",
        {"Dredge", "Harbour money: Dredge"},
        (
            sheet(
                "Stage | Start | Finish",
                "Design | May 2031 | June 2031",
                "Dredge | July 2032 | Mar 2032",
                "Open | Oct 2032 | Dec 2032",
            ),
        ),
        (
            sheet(
                "Stage | Start | Finish",
                "Design | May 2031 | June 2031",
                "Dredge | July 2031 | Mar 2032",
                "Open | Oct 2032 | tbc",
            ),
            sheet("Stage | Finish | Start", "Design | May 2031 | June 2031", "Dredge | July 2031 | Mar 2032"),
        ),
    ),
    Case(
        "number_left_out",
        {"3.3", "Table 4", "Item 6"},
        (
            *(Passage(2, f"3.{n} The quay is open.") for n in (1, 2, 4)),
            *(Passage(3, f"Table {n}: Berths let") for n in (1, 2, 3, 5)),
            *(AgendaItem(source(1), f"{n}.", "The quay") for n in (4, 5, 7, 8)),
        ),
        (
            Passage(2, "3.1 The quay is open. 3.2 It is long."),
            Passage(2, "3.3 Ships come."),
            Passage(2, "3.4 They go."),
            Passage(2, "3.1 Again."),
            Passage(3, "Table 1: Berths"),
            Passage(3, "Table 2: Fees"),
            Passage(4, "Table 4: Ships"),
            *(AgendaItem(source(1), f"{n}", "The quay") for n in (4, 5, 6, 9)),
        ),
    ),
    Case(
        "repeated_head",
        {"2031/32"},
        (sheet("Berths | 2030/31 | 2031/32 | 2031/32 | 2033/34", "Let | 1 | 2 | 3 | 4"),),
        (
            sheet("Berths | 2030/31 | 2031/32 | 2032/33 | 2033/34", "Let | 1 | 2 | 3 | 4"),
            sheet("Berths | Target 2031/32 | 2030/31 | 2031/32 | Change 2031/32", "Let | 1 | 2 | 3 | 4"),
            sheet("Berths | 2030/31 | 2030/31 | 2031/32 | 2031/32", "Let | 1 | 2 | 3 | 4"),
        ),
    ),
    Case(
        "report_period",
        {"Quarter 3 2030/31"},
        (
            Passage(1, "Harbour performance report – Quarter 3 2030/31"),
            Passage(2, "This report sets out how the harbour did in the second quarter. Ships came."),
        ),
        (
            Passage(1, "Harbour performance report – Quarter 3 2030/31"),
            Passage(2, "This report covers the third quarter. This report shows progress since Quarter 2."),
            Passage(3, "In Quarter 2 the report gives another figure; this quay is for Quarter 1 ships."),
        ),
    ),
    Case(
        "nearly_same_indicator",
        {NEARLY[0], NEARLY[1]},
        tuple(indicator(text=text, table=table) for text, table in zip(NEARLY, ("t3", "t9"), strict=True)),
        (
            indicator(text=NEARLY[0]),
            indicator(text=f"% of {NEARLY[0]}"),
            indicator(text=NEARLY[0].replace("larger", "smaller")),
            indicator(text="Berths let to larger ships"),
        ),
    ),
    Case(
        "same_indicator_otherwise",
        {NEARLY[0]},
        (
            indicator(text=NEARLY[0], extra=(("Timescale", "2031"),)),
            indicator(text=NEARLY[0], extra=(("Timescale", "2033"),), table="t9"),
        ),
        (
            indicator(text=NEARLY[0], extra=(("Timescale", "2031"),)),
            indicator(text=NEARLY[0], extra=(("Lead", "Ada"),), table="t9"),
        ),
    ),
    Case(
        "points_of_number",
        {"HD A1", "HB 2"},
        (
            action("HD A1", extra=(("Note", "Days lost 8.24 (+0.06 p.p.) in May"),)),
            Passage(2, "HB 2: 12 ships (1 percentage point)"),
        ),
        (
            action(
                "HD A1",
                extra=(("Note", "Berths let 63.1% (+0.6 p.p.); ships 12 (up 3 points); 8 days (pp. 3)"),),
            ),
        ),
    ),
    Case(
        "label_forms",
        {"Operational Berths", "Operation Berths", "Operation Berths – all"},
        (sheet("Limit | £", "Operational Berths – let | 3", "Operation Berths – all | 5"),),
        (
            sheet(
                "Limit | £",
                "Operational Berths – let | 3",
                "Operations Room | 5",
                "Planning Berths | 3",
                "Planned Berths | 4",
            ),
        ),
    ),
    Case(
        "turned_names",
        {"Safe and Deep Harbour Board", "Deep and Safe Harbour Board"},
        (Passage(2, "The Safe and Deep Harbour Board met."), sheet("Lead", "Deep and Safe Harbour Board")),
        (
            Passage(2, "The Safe and Deep Harbour Board met, as did Deep Harbour and Safe Board."),
            sheet("Lead", "Safe & Deep Harbour Board", "Quays and Tugs", "Tugs and Quays"),
        ),
    ),
    Case(
        "item_titles",
        {"7", "Fees of the harbour"},
        (AgendaItem(source(1), "7", "Fees of the harbour"), Passage(4, "Agenda item 7: Dredging and moles")),
        (
            AgendaItem(source(1), "7", "Fees of the harbour"),
            AgendaItem(source(1), "8", "Dredging and moles"),
            Passage(4, "Item 7 – Harbour fees and charges"),
            Passage(5, "Item 8: Dredging"),
            Passage(6, "Item 9: Any other matter"),
        ),
    ),
    Case(
        "rows_counted",
        {UPPER},
        (*series(1, 2, 3, 4, 5), Passage(2, "The plan contains six priority actions for the year.")),
        (
            *series(1, 2, 3, 4, 5),
            Passage(2, "The plan contains five actions, and there are 14 recommendations and six risks."),
        ),
    ),
    Case(
        "amount_in_own_row",
        {"Fees", "Insecure fees", "Harbour money: Fees"},
        (
            sheet(
                "Place | Risk | Cause | Cost £m",
                "Fees | Insecure fees | Fees of £12.75m may end | 14.2",
                "Tugs | Old | Rust | 3",
            ),
        ),
        (
            sheet(
                "Place | Risk | Cause | Cost £m",
                "Fees | Insecure fees | Fees of £14.2m may end | 14.2",
                "Tugs | Old | Over £3.5m may be lost | 3.2",
                "Quay | Low | A sum of £40m, or £3.1m | 3.2",
                "Mole | Weak | A sum of £90 million | 3.2",
            ),
        ),
    ),
]
