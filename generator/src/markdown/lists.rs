//! What a list is drawn as: steps, cards, or a list.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// How a list is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// As a list.
    #[default]
    Plain,
    /// Numbered, every item begins with bold text.
    Steps,
    /// Bulleted, every item begins with a link.
    Cards,
}

/// The shape of each list that isn't plain, by the index of the event that starts it.
pub fn shapes(events: &[(Event<'_>, Range<usize>)]) -> HashMap<usize, Shape> {
    let mut shapes = HashMap::new();
    // The lists around: where it began, what it may still be.
    let mut open: Vec<(usize, Shape)> = Vec::new();
    let mut fresh_item = false;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::List(Some(_))) => open.push((index, Shape::Steps)),
            Event::Start(Tag::List(None)) => open.push((index, Shape::Cards)),
            Event::End(TagEnd::List(_)) => {
                shapes.extend(open.pop().filter(|(_, shape)| *shape != Shape::Plain));
            }
            Event::Start(Tag::Item) => {
                fresh_item = true;
                continue;
            }
            Event::Start(Tag::Paragraph) if fresh_item => continue,
            _ => {}
        }
        if std::mem::take(&mut fresh_item) {
            // A list that starts in the item is on top already.
            let nested = usize::from(matches!(event, Event::Start(Tag::List(_))));
            let Some(at) = open.len().checked_sub(1 + nested) else {
                continue;
            };
            let kept = match (open[at].1, event) {
                (Shape::Steps, Event::Start(Tag::Strong)) => true,
                (Shape::Cards, Event::Start(Tag::Link { link_type, .. })) => {
                    !matches!(link_type, LinkType::WikiLink { .. })
                }
                _ => false,
            };
            if !kept {
                open[at].1 = Shape::Plain;
            }
        }
    }
    shapes
}
