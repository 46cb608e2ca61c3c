//! SVG (SVG 2): drawings that only draw. What would run, load or lead elsewhere is refused with its
//! place; comments, metadata, titles and editors' notes (among them paths of somebody's computer)
//! are left out.

use super::{Fault, Published, Size};
use crate::diagnostic::Code;
use roxmltree::{Attribute, Document, Node, ParsingOptions};
use std::borrow::Cow;
use std::ops::Range;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Elements that run something or bring another document.
const REFUSED: [&str; 10] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
];

/// Elements that say something about the drawing; what it shows is said by the text of the image.
const LEFT_OUT: [&str; 3] = ["metadata", "title", "desc"];

/// True for text that is an SVG image.
pub(super) fn is_svg(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<svg")
        || start.starts_with("<?xml") && text.contains("<svg")
        || start.starts_with("<!DOCTYPE svg")
}

pub(super) fn publish(text: &str) -> Result<Published<'_>, Vec<Fault>> {
    let mut drawing = Drawing::default();
    let plain = drawing.without_type(text);
    let options = ParsingOptions {
        allow_dtd: false,
        ..ParsingOptions::default()
    };
    let size = match Document::parse_with_options(&plain, options) {
        Ok(document) => {
            for node in document.root().descendants() {
                drawing.look_at(node, text);
            }
            size(document.root_element())
        }
        Err(error) => {
            let at = place(text, error.pos());
            drawing.refuse(
                Code::ImageFile,
                at..at,
                &format!("isn't an SVG image: {error}"),
                "Save it again as plain SVG.",
            );
            None
        }
    };
    if !drawing.faults.is_empty() {
        return Err(drawing.faults);
    }
    let bytes = match drawing.kept(text) {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    };
    Ok(Published { bytes, size })
}

/// What is found on the way through a drawing.
#[derive(Debug, Default)]
struct Drawing {
    left_out: Vec<Range<usize>>,
    faults: Vec<Fault>,
}

impl Drawing {
    fn refuse(&mut self, code: Code, span: Range<usize>, what: &str, help: &'static str) {
        self.faults.push(Fault {
            code,
            span: Some(span),
            what: what.to_owned(),
            help,
        });
    }

    fn unsafe_part(&mut self, span: Range<usize>, what: &str, help: &'static str) {
        self.refuse(Code::UnsafeSvg, span, what, help);
    }

    /// The text with spaces in place of the document type, which many programs write; one that
    /// defines entities is refused.
    fn without_type<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let Some(start) = text.find("<!DOCTYPE") else {
            return text.into();
        };
        let end = text[start..].find(['>', '[']).map(|end| start + end);
        match end {
            Some(end) if text[end..].starts_with('>') => {
                self.left_out.push(start..end + 1);
                let blank = " ".repeat(end + 1 - start);
                format!("{}{blank}{}", &text[..start], &text[end + 1..]).into()
            }
            _ => {
                self.unsafe_part(
                    start..start + "<!DOCTYPE".len(),
                    "defines entities",
                    "Save it as plain SVG, or remove everything from <!DOCTYPE to ]>.",
                );
                text.into()
            }
        }
    }

    fn look_at(&mut self, node: Node<'_, '_>, text: &str) {
        // What a part that is left out holds needs no look.
        if self
            .left_out
            .last()
            .is_some_and(|out| out.contains(&node.range().start))
        {
            return;
        }
        if node.is_comment() {
            self.left_out.push(node.range());
        } else if let Some(instruction) = node.pi() {
            if instruction.target == "xml-stylesheet" {
                self.unsafe_part(
                    node.range(),
                    "loads a style sheet",
                    "Put the style into the drawing.",
                );
            }
            self.left_out.push(node.range());
        } else if node.is_text() {
            let style = node
                .parent()
                .is_some_and(|parent| parent.tag_name().name().eq_ignore_ascii_case("style"));
            if style {
                self.style_text(node.range(), text);
            }
        } else if node.is_element() {
            self.element(node, text);
        }
    }

    fn element(&mut self, node: Node<'_, '_>, text: &str) {
        let name = node.tag_name().name().to_ascii_lowercase();
        let tag = node.range().start..node.range().start + 1 + node.tag_name().name().len();
        if REFUSED.contains(&name.as_str()) {
            let what = format!("has an element <{}>", node.tag_name().name());
            self.unsafe_part(tag, &what, "A drawing only draws: remove it.");
            return;
        }
        if node.tag_name().namespace() != Some(SVG) || LEFT_OUT.contains(&name.as_str()) {
            if node.parent_element().is_some() {
                self.left_out.push(node.range());
            } else {
                self.refuse(
                    Code::ImageFile,
                    tag,
                    "isn't an SVG image: its first element must be <svg xmlns=\"http://www.w3.org/2000/svg\">",
                    "Save it again as plain SVG.",
                );
            }
            return;
        }
        for attribute in node.attributes() {
            self.attribute(&attribute, &name, text);
        }
    }

    fn attribute(&mut self, attribute: &Attribute<'_, '_>, element: &str, text: &str) {
        let name = attribute.name().to_ascii_lowercase();
        let span = attribute.range();
        let value = attribute.value().trim();
        let leave_out = match attribute.namespace() {
            None => name.starts_with("data-"),
            Some(XLINK) => name != "href",
            // `xml:base` would turn every reference; `xml:space` and `xml:lang` are harmless.
            Some(roxmltree::NS_XML_URI) => name == "base",
            Some(_) => true,
        };
        if leave_out {
            // With the space before it, so that nothing is left.
            let before = text[..span.start].trim_end().len();
            self.left_out.push(before..span.end);
        } else if name.starts_with("on") {
            self.unsafe_part(
                span,
                &format!("has an event handler, {}", attribute.name()),
                "A drawing only draws: remove it.",
            );
        } else if matches!(name.as_str(), "href" | "src") && !value.starts_with('#') {
            let help = if value.starts_with("data:") {
                "An image inside the drawing keeps all that its maker left in it. Put it beside the page as a file of its own."
            } else {
                "Whatever a drawing shows must be in it: pages load nothing from elsewhere, and a drawing leads nowhere."
            };
            self.unsafe_part(span, "refers to something outside of it", help);
        } else if name == "attributename" && is_dangerous(value) {
            self.unsafe_part(
                span,
                &format!("changes an address or a handler (<{element}>)"),
                "A drawing only draws: remove it.",
            );
        } else if loads(value) {
            self.unsafe_part(
                span,
                "refers to something outside of it",
                "Only url(#id), of something in the drawing, can be used.",
            );
        }
    }

    /// CSS of a `<style>`: its comments are left out, what it loads is refused.
    fn style_text(&mut self, span: Range<usize>, text: &str) {
        let css = &text[span.clone()];
        let mut at = 0;
        let mut plain = String::new();
        while let Some(start) = css[at..].find("/*").map(|found| at + found) {
            plain.push_str(&css[at..start]);
            at = css[start..]
                .find("*/")
                .map_or(css.len(), |end| start + end + 2);
            self.left_out.push(span.start + start..span.start + at);
        }
        plain.push_str(&css[at..]);
        if loads(&plain) {
            self.unsafe_part(
                span,
                "has a style that loads something",
                "Only url(#id), of something in the drawing, can be used.",
            );
        }
    }

    /// The text without what is left out.
    fn kept(mut self, text: &str) -> Cow<'_, str> {
        if self.left_out.is_empty() {
            return text.into();
        }
        self.left_out.sort_by_key(|span| (span.start, span.end));
        let mut kept = String::with_capacity(text.len());
        let mut at = 0;
        for span in self.left_out {
            if span.start > at {
                kept.push_str(&text[at..span.start]);
            }
            at = at.max(span.end);
        }
        kept.push_str(&text[at..]);
        kept.into()
    }
}

/// Attributes that an animation must not change.
fn is_dangerous(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("on") || name == "href" || name.ends_with(":href")
}

/// True if CSS, or an attribute that CSS may stand in, names anything but a part of the drawing.
/// A backslash could write `url` in a way that isn't seen here.
fn loads(css: &str) -> bool {
    let css = css.to_ascii_lowercase();
    let functions = [
        "@import",
        "image(",
        "image-set(",
        "src(",
        "expression(",
        "javascript:",
    ];
    let elsewhere = css.split("url(").skip(1).any(|rest| {
        !rest
            .trim_start()
            .trim_start_matches(['"', '\''])
            .starts_with('#')
    });
    let escaped = css.contains('\\') && (css.contains('(') || css.contains('@'));
    elsewhere || escaped || functions.iter().any(|function| css.contains(function))
}

/// Width and height of the first element: its own, else those of what it shows.
fn size(root: Node<'_, '_>) -> Option<Size> {
    let own = |name| root.attribute(name).and_then(pixels);
    if let (Some(width), Some(height)) = (own("width"), own("height")) {
        return Some((width, height));
    }
    let shown: Vec<f64> = root
        .attribute("viewBox")?
        .split([' ', ',', '\n', '\t'])
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    match shown[..] {
        [_, _, width, height] => Some((whole(width)?, whole(height)?)),
        _ => None,
    }
}

/// A length in CSS pixels (CSS Values 4, 6.2); none for one that depends on something else.
fn pixels(length: &str) -> Option<usize> {
    const UNITS: [(&str, f64); 7] = [
        ("px", 1.0),
        ("in", 96.0),
        ("cm", 96.0 / 2.54),
        ("mm", 96.0 / 25.4),
        ("pt", 96.0 / 72.0),
        ("pc", 16.0),
        ("", 1.0),
    ];
    let length = length.trim().to_ascii_lowercase();
    UNITS.iter().find_map(|(unit, size)| {
        let number: f64 = length.strip_suffix(unit)?.trim().parse().ok()?;
        whole(number * size)
    })
}

fn whole(number: f64) -> Option<usize> {
    // Bounded, so that the conversion is exact.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (1.0..1e6)
        .contains(&number)
        .then(|| number.round() as usize)
}

/// The byte of a row and a column, both from 1, the column in characters.
fn place(text: &str, at: roxmltree::TextPos) -> usize {
    let row = usize::try_from(at.row).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(at.col).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let line = text[start..].split('\n').next().unwrap_or_default();
    let within = line
        .char_indices()
        .nth(column)
        .map_or(line.len(), |(at, _)| at);
    start + within
}
