//! Writing translations into a page, unit by unit, and reading the result back before it counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::message;
use super::pair::Pair;
use crate::content::front_matter::fences;
use crate::diagnostic::Diagnostic;
use crate::markdown::{self, Context, Document, Unit, UnitKind};
use crate::source::SourceFile;

/// New texts by the source's unit.
pub type Texts<'a> = BTreeMap<usize, &'a str>;

/// How a page will be put together.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    parts: Vec<Part<'a>>,
    tail: &'a str,
    newline: &'static str,
}

#[derive(Debug, Clone)]
struct Part<'a> {
    /// What stands before the unit: empty lines, list marks, the end of a heading with its id.
    gap: &'a str,
    kind: UnitKind,
    /// The source's unit, unless it is gone there.
    source: Option<usize>,
    /// What the unit says.
    message: String,
    /// Its bytes, if they stay.
    kept: Option<&'a str>,
}

/// A text file cut into what lies between its units.
struct Cut<'a> {
    text: &'a str,
    units: &'a [Unit],
    body: usize,
}

impl<'a> Cut<'a> {
    fn new(file: &'a SourceFile, units: &'a [Unit]) -> Self {
        let body = fences(file.text()).map_or(0, |(_, body)| body);
        Self {
            text: file.text(),
            units,
            body,
        }
    }

    fn gap(&self, unit: usize) -> &'a str {
        let start = match unit.checked_sub(1) {
            Some(before) => message::range(self.text, &self.units[before]).end,
            None => self.body,
        };
        &self.text[start..message::range(self.text, &self.units[unit]).start]
    }

    fn tail(&self) -> &'a str {
        let last = self.units.last();
        &self.text[last.map_or(self.body, |unit| message::range(self.text, unit).end)..]
    }

    fn message(&self, unit: usize) -> String {
        message::of(self.text, &self.units[unit])
    }

    fn kept(&self, unit: usize) -> &'a str {
        &self.text[message::range(self.text, &self.units[unit])]
    }
}

fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

impl<'a> Plan<'a> {
    /// The translation as it is, with some texts changed.
    pub fn splice(pair: &Pair<'a>, texts: &Texts<'_>) -> Option<Self> {
        let target = pair.target?;
        let cut = Cut::new(&target.source, &target.document.units);
        let mut sources = vec![None; cut.units.len()];
        for (source, at) in pair.units.iter().enumerate() {
            if let Some(at) = at {
                sources[*at] = Some(source);
            }
        }
        let parts = sources.into_iter().enumerate().map(|(at, source)| {
            let new = source.and_then(|source| texts.get(&source));
            Part {
                gap: cut.gap(at),
                kind: cut.units[at].kind,
                source,
                message: new.map_or_else(|| cut.message(at), |new| (*new).to_owned()),
                kept: new.is_none().then(|| cut.kept(at)),
            }
        });
        Some(Self {
            parts: parts.collect(),
            tail: cut.tail(),
            newline: newline(cut.text),
        })
    }

    /// The source's structure. A unit says its new text, or what the translation has for it, or
    /// what the source says; between units that are neighbours in the translation, its bytes stay.
    pub fn rebuild(pair: &Pair<'a>, texts: &Texts<'_>) -> Self {
        let source = Cut::new(&pair.source.source, &pair.source.document.units);
        let target = pair
            .target
            .map(|target| Cut::new(&target.source, &target.document.units));
        let at = |unit: usize| Some((pair.units[unit]?, target.as_ref()?));
        let parts = (0..source.units.len()).map(|unit| {
            let before = unit.checked_sub(1).map(|before| pair.units[before]);
            let near = at(unit).filter(|(at, _)| {
                before.map_or(*at == 0, |before| {
                    before.is_some_and(|before| before + 1 == *at)
                })
            });
            let new = texts.get(&unit).map(|text| (*text).to_owned());
            let own = at(unit).map(|(at, cut)| cut.message(at));
            Part {
                gap: near.map_or_else(|| source.gap(unit), |(at, cut)| cut.gap(at)),
                kind: source.units[unit].kind,
                source: Some(unit),
                kept: near.filter(|_| new.is_none()).map(|(at, cut)| cut.kept(at)),
                message: new.or(own).unwrap_or_else(|| source.message(unit)),
            }
        });
        let parts = parts.collect();
        let last = pair.units.last().copied().flatten();
        let tail = target
            .as_ref()
            .filter(|cut| last.is_some_and(|last| last + 1 == cut.units.len()));
        Self {
            parts,
            tail: tail.map_or_else(|| source.tail(), Cut::tail),
            newline: newline(target.as_ref().map_or(source.text, |cut| cut.text)),
        }
    }

    /// The page's text, below this front matter.
    pub fn text(&self, front: &str) -> String {
        let mut text = front.to_owned();
        for part in &self.parts {
            text.push_str(part.gap);
            match part.kept {
                Some(bytes) => text.push_str(bytes),
                None => message::write(&mut text, part.kind, &part.message, self.newline),
            }
        }
        text.push_str(self.tail);
        text
    }

    /// Reads a page that was put together. What isn't as planned is told by what it would be.
    pub fn read_back(
        &self,
        text: String,
        name: &str,
        context: Context<'_>,
    ) -> Result<ReadBack, String> {
        let file = SourceFile::new(name, text);
        let body = fences(file.text()).map_or(0, |(_, body)| body);
        let (document, diagnostics) = markdown::parse(&file, body, context);
        let (planned, found) = (self.parts.len(), document.units.len());
        if found != planned {
            return Err(format!(
                "the page would have {found} pieces in place of {planned}"
            ));
        }
        for (part, unit) in self.parts.iter().zip(&document.units) {
            let says = message::of(file.text(), unit);
            if part.kind != unit.kind || says != part.message {
                let kind = super::catalogue::kind_name(unit.kind);
                return Err(format!(
                    "in the page, this {} would become the {kind} “{}”",
                    super::catalogue::kind_name(part.kind),
                    short(&says)
                ));
            }
        }
        let sources = self.parts.iter().map(|part| part.source).collect();
        Ok(ReadBack {
            file,
            document,
            sources,
            diagnostics,
        })
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// A page that was put together and says what it should.
#[derive(Debug)]
pub struct ReadBack {
    /// The page.
    pub file: Arc<SourceFile>,
    /// What it was read as.
    pub document: Document,
    /// The source's unit for each of its units.
    pub sources: Vec<Option<usize>>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}
