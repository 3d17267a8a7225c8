"""Cases of what texts say of the tables."""

from __future__ import annotations

from reconcile.cases import GREEN_ENOUGH, Case
from reconcile.invented import action, indicator, risk, sheet, value

from agendapack.extract.model import Box
from agendapack.extract.reconcile import Passage

COUNTED = Passage(
    3,
    "Harbour – Two of the five indicators met target; there are two Amber and one Red.",
    Box(50, 40, 500, 90),
)


AS_COUNTED = ("Green", "Green", "Amber", "Amber", "Red")

CASES = [
    Case(
        "narrative_counts",
        {"Harbour"},
        (COUNTED, *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(GREEN_ENOUGH))),
        (COUNTED, *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(AS_COUNTED))),
    ),
    Case(
        "quoted_with_ref",
        {"HB 1"},
        (
            Passage(4, "Lettings rose to 91.5% in 2031/32 (HB 1) and the quay scheme (HD A1) opens soon."),
            value("HB 1", "actual", "89.6%"),
            indicator("HB 1"),
            action("HD A1"),
        ),
        (
            Passage(
                4,
                "Lettings rose to 89.6% in 2031/32 (HB 1), 91.5% at the quays; in 2029/30 they were 5%.",
            ),
            value("HB 1", "actual", "89.6%"),
            indicator("HB 1"),
        ),
    ),
    Case(
        "counted_otherwise",
        {"HD A1"},
        (
            Passage(4, "Fees fell and the quay scheme (HD A1) will protect 150 berths by June."),
            action("HD A1", "Build the sea wall", extra=(("Measure", "112 berths safe from the sea"),)),
        ),
        (
            Passage(4, "Fees fell and the quay scheme (HD A1) will protect 112 berths and 40 sheds by June."),
            action("HD A1", "Build the sea wall", extra=(("Measure", "112 berths safe from the sea"),)),
        ),
    ),
    Case(
        "scored_alike",
        {"HR-2"},
        (
            Passage(4, "HR-1 and HR-2 have the highest score, 20."),
            risk("HR-1", score="20"),
            risk("HR-2", score="16"),
        ),
        (
            Passage(4, "HR-1 and HR-2 have the highest score, 20. HR-1 and HR-3 were scored 20 in May."),
            *(risk(f"HR-{n}", score=score) for n, score in enumerate(("20", "20", "12"), 1)),
        ),
    ),
    Case(
        "quoted_nowhere",
        {"HB 1"},
        (
            Passage(4, "For HB 1 the figure reported is 85.2%."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
        ),
        (
            Passage(4, "HB 1 was 89.6% and at the docks (HB 2) 70%. HB 1 is about 90%."),
            Passage(4, "HB 1 rose by 4%. HB 1 was 71% in 2019/20. HB 1 was 80% against 82% last year."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
        ),
    ),
    Case(
        "quoted_with_target",
        {"HB 1"},
        (
            Passage(4, "Berths let by the season stand at 91.5% against a target of 95%."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
            value("HB 1", "target", "95%"),
        ),
        (
            Passage(4, "Berths let by the season (HB 1) stand at 89.6% against a target of 95%."),
            Passage(4, "HB 1 has a target of 95%; at the quays it is 97%, at the docks 70%."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
            value("HB 1", "target", "95%"),
        ),
    ),
    Case(
        "quoted_score",
        {"HR-1", "HR-2", "27"},
        (
            sheet("Risk | What may happen | Now", "26 | Loss of the tugs | 9", "27 | Fire on the mole | 16"),
            risk("27", text="Fire on the mole", score="16", inherent_score="20"),
            Passage(4, "The residual priority of Risk 27 has increased from 12 to 20 since then."),
            Passage(4, "Risk HR-1 is now scored 20. HR-2 has increased from 9 to 16."),
            risk("HR-1", score="12", inherent_score="16"),
            risk("HR-2", score="9"),
        ),
        (
            sheet("Risk | What may happen | Now", "26 | Loss of the tugs | 9", "27 | Fire on the mole | 16"),
            risk("27", text="Fire on the mole", score="16", inherent_score="20"),
            Passage(4, "The residual priority of Risk 27 has increased from 12 to 16 since then."),
            Passage(4, "Before controls Risk 27 is scored 20."),
            Passage(4, "Risk HR-1 is now scored 12. HR-2 was brought down from 16 to 9 in 20 weeks."),
            Passage(5, "HR-1 was rated in 2031, HR-2 scores 9 or 16"),
            risk("HR-1", score="12"),
            risk("HR-2", score="9"),
        ),
    ),
    Case(
        "quoted_rating",
        {"HB 1"},
        (Passage(4, "Berths let by the season is rated Amber in 2031."), indicator("HB 1", rag="Red")),
        (
            Passage(4, "HB 1 is rated Red. HB 1 was green in 2031, and will be amber; HB 1 is amber or red"),
            indicator("HB 1", rag="Red"),
        ),
    ),
    Case(
        "quoted_progress",
        {"HD A1"},
        (Passage(4, "The quay (HD A1) is 80% complete."), action("HD A1", extra=(("% complete", "50%"),))),
        (Passage(4, "The quay (HD A1) is 50% complete."), action("HD A1", "Build the quay – 50% complete")),
    ),
    Case(
        "text_adds_up",
        {"complete", "overdue"},
        (Passage(4, "There are nine agreed actions: 4 complete, 3 on track and 3 overdue."),),
        (
            Passage(4, "There are ten agreed actions: 4 complete, 3 on track and 3 overdue."),
            Passage(4, "Two KPIs are rated Green for the quarter, three are Amber and one is Red."),
            Passage(
                4,
                "Of 12 risks four are red, two amber. Of 12 actions 5 are Red, 4 Amber, 2 Green and 1 done",
            ),
        ),
    ),
    Case(
        "text_against_tables",
        {"Green", "Amber"},
        (
            Passage(2, "Of the five measures, three are green, one is amber and one red."),
            *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(AS_COUNTED)),
            sheet("Colour|Measures", "Green|2", "Amber|2", "Red|1"),
        ),
        (
            Passage(2, "Of the five measures, two are green, two are amber and one red."),
            Passage(2, "Of the nine measures, seven are green and two are amber."),
            *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(AS_COUNTED)),
        ),
    ),
    Case(
        "text_percentage",
        {"page 4"},
        (Passage(4, "Of the plan 14 of 20 actions (75%) are complete."),),
        (
            Passage(
                4,
                "Of the plan 14 of 20 actions (70%) are done, 1 out of 3 (33.3%) is late; 3 of 4 (see 5%).",
            ),
        ),
    ),
]
