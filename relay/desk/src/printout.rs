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
        let choice = CHOICES
            .iter()
            .find(|(of, value, _)| *of == question && *value == answer);
        let answer = choice.map_or(answer.as_str(), |(_, _, meaning)| *meaning);
        let _ = write!(out, "\n{label}\n{}\n", terminal::block(answer, "  "));
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
    ("danger", "Is somebody in danger now?"),
    ("about", "What is it about?"),
    ("what", "What was seen or heard?"),
    ("where", "Where?"),
    ("when", "When?"),
    ("who", "Who is concerned?"),
    ("children", "Is anybody under 18 concerned?"),
    ("how", "How does the writer know?"),
    ("wishes", "What does the person concerned want?"),
    ("place", "Which place does it concern?"),
];

/// Answers that the form offers to choose from, and what they mean.
const CHOICES: [(&str, &str, &str); 3] = [
    ("about", "noticed", "Something that the writer has noticed"),
    (
        "about",
        "colleague",
        "A colleague, or the designated person",
    ),
    ("about", "myself", "This is happening to the writer"),
];
