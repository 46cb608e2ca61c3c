//! What the messages of a Fluent file refer to: other messages, terms, functions and arguments.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// The functions that a message may call.
const FUNCTIONS: [&str; 1] = ["NUMBER"];

/// What one message says of itself.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Message {
    /// Where its name stands in the file.
    pub span: Range<usize>,
    /// The arguments that it takes.
    pub arguments: BTreeSet<String>,
}

/// The messages of a file by key, with their arguments; references that lead nowhere become
/// diagnostics.
///
/// An argument that `original` (the same messages in the source language) doesn't know is one
/// that no template gives: the reader would see `{$name}`.
#[must_use]
pub fn messages(
    resource: &FluentResource,
    file: &Arc<SourceFile>,
    original: Option<&BTreeMap<String, Message>>,
) -> (BTreeMap<String, Message>, Vec<Diagnostic>) {
    let mut found = Finder {
        file,
        text: resource.source(),
        messages: names(resource, false),
        terms: names(resource, true),
        diagnostics: Vec::new(),
        arguments: Vec::new(),
    };
    let mut messages = BTreeMap::new();
    for entry in resource.entries() {
        let (name, pattern, attributes) = match entry {
            Entry::Message(message) => (
                &message.id.name,
                message.value.as_ref(),
                &message.attributes,
            ),
            Entry::Term(term) => (&term.id.name, Some(&term.value), &term.attributes),
            _ => continue,
        };
        found.arguments.clear();
        for pattern in pattern
            .into_iter()
            .chain(attributes.iter().map(|a| &a.value))
        {
            found.pattern(pattern);
        }
        if let Entry::Message(_) = entry {
            if let Some(known) = original.and_then(|original| original.get(*name)) {
                found.unknown_arguments(name, &known.arguments);
            }
            let message = Message {
                span: found.span(name),
                arguments: found
                    .arguments
                    .iter()
                    .map(|name| (*name).to_owned())
                    .collect(),
            };
            messages.insert((*name).to_owned(), message);
        }
    }
    (messages, found.diagnostics)
}

fn names(resource: &FluentResource, terms: bool) -> BTreeSet<&str> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            Entry::Message(message) if !terms => Some(message.id.name),
            Entry::Term(term) if terms => Some(term.id.name),
            _ => None,
        })
        .collect()
}

/// Keys that stand in a file twice, each with the place of the later one.
#[must_use]
pub fn twice(resource: &FluentResource, file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(bool, &str), Range<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for entry in resource.entries() {
        let (term, name) = match entry {
            Entry::Message(message) => (false, message.id.name),
            Entry::Term(term) => (true, term.id.name),
            _ => continue,
        };
        let span = span(resource.source(), name);
        match first.get(&(term, name)) {
            Some(above) => found.push(
                Diagnostic::new(Code::StringSyntax, format!("`{name}` stands here twice"))
                    .at(file, span)
                    .help(format!(
                        "The first one counts, on line {}: remove one of them.",
                        file.line_column(above.start).0
                    )),
            ),
            None => {
                first.insert((term, name), span);
            }
        }
    }
    found
}

/// Where `part`, a slice of `text`, stands in it.
fn span(text: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let start = start.min(text.len());
    start..(start + part.len()).min(text.len())
}

struct Finder<'a> {
    file: &'a Arc<SourceFile>,
    text: &'a str,
    messages: BTreeSet<&'a str>,
    terms: BTreeSet<&'a str>,
    diagnostics: Vec<Diagnostic>,
    arguments: Vec<&'a str>,
}

impl<'a> Finder<'a> {
    fn span(&self, part: &str) -> Range<usize> {
        span(self.text, part)
    }

    fn pattern(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) {
        match inline {
            InlineExpression::VariableReference { id } => self.arguments.push(id.name),
            InlineExpression::MessageReference { id, .. } if !self.messages.contains(id.name) => {
                self.dangling(
                    id.name,
                    &format!("there is no message `{}` in this file", id.name),
                );
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                if !self.terms.contains(id.name) {
                    self.dangling(
                        id.name,
                        &format!("there is no term `-{}` in this file", id.name),
                    );
                }
                self.call(arguments.as_ref());
            }
            InlineExpression::FunctionReference { id, arguments } => {
                if !FUNCTIONS.contains(&id.name) {
                    self.dangling(id.name, &format!("there is no function `{}`", id.name));
                }
                self.call(Some(arguments));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference { .. }
            | InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, arguments: Option<&CallArguments<&'a str>>) {
        let Some(arguments) = arguments else { return };
        for positional in &arguments.positional {
            self.inline(positional);
        }
        for named in &arguments.named {
            self.inline(&named.value);
        }
    }

    fn dangling(&mut self, name: &str, message: &str) {
        let diagnostic = Diagnostic::new(Code::StringReference, message)
            .at(self.file, self.span(name))
            .help("Write it in this file, or mend the name.");
        self.diagnostics.push(diagnostic);
    }

    fn unknown_arguments(&mut self, message: &str, known: &BTreeSet<String>) {
        let mut unknown: Vec<_> = self
            .arguments
            .iter()
            .copied()
            .filter(|name| !known.contains(*name))
            .collect();
        unknown.dedup();
        for name in unknown {
            let known: Vec<_> = known.iter().map(|name| format!("${name}")).collect();
            let help = if known.is_empty() {
                format!("In the source language `{message}` has no argument.")
            } else {
                format!(
                    "In the source language `{message}` has: {}.",
                    known.join(", ")
                )
            };
            self.diagnostics.push(
                Diagnostic::new(
                    Code::StringReference,
                    format!("`{message}` gets no argument `${name}`"),
                )
                .at(self.file, self.span(name))
                .help(help),
            );
        }
    }
}
