//! A report as text, for `show`.

use std::fmt::Write;

use crate::report::QUESTIONS;
use crate::terminal;
use crate::vault::StoredReport;

/// A report for reading in a terminal; nothing in it acts on the terminal.
pub(crate) fn page(stored: &StoredReport) -> String {
    let report = &stored.report;
    let day = stored
        .meta
        .day
        .map_or_else(|| "unknown".to_owned(), |day| day.to_string());
    let mut out = format!(
        "Report {}\n\n  sent on    {day}\n  language   {}\n  site       {}\n  desk       {}\n  reply      {}\n",
        &stored.name.as_str()[..8],
        terminal::line(&report.lang),
        terminal::line(&report.instance),
        terminal::line(&report.desk),
        if report.wants_reply() {
            "the writer can read an answer"
        } else {
            "the writer can't be reached"
        },
    );
    if report.answer("danger") == "yes" {
        out.push_str("\nThe writer says that someone is in DANGER NOW: follow your mission's agreed procedure at once.\n");
    }
    out.push_str("\nUnverified. The words may identify the writer: don't copy or forward them.\n");
    for (question, answer) in report.lines() {
        let known = LABELS.iter().find(|(key, _)| *key == question);
        let label = known.map_or_else(
            || terminal::line(question),
            |(_, label)| (*label).to_owned(),
        );
        let _ = write!(out, "\n{label}\n{}\n", terminal::block(&answer, "  "));
    }
    let empty: Vec<&str> = QUESTIONS
        .iter()
        .copied()
        .filter(|q| report.answer(q).trim().is_empty())
        .collect();
    if !empty.is_empty() {
        let _ = write!(out, "\nLeft empty: {}", empty.join(", "));
    }
    out
}

const LABELS: [(&str, &str); 10] = [
    ("danger", "Is someone in danger now?"),
    ("about", "Whom or what is it about?"),
    ("what", "What happened, or what was noticed?"),
    ("where", "Where?"),
    ("when", "When?"),
    ("who", "Who is involved?"),
    ("children", "Are children involved?"),
    ("how", "How does the writer know?"),
    ("wishes", "What should happen, or not happen?"),
    ("place", "Mission or office"),
];
