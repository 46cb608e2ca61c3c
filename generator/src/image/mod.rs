//! Files beside the pages, as they may be published: images without what their makers left in them
//! (place, time, device, names, thumbnails), the rest only if it carries nothing of that kind.
//!
//! No pixel is touched: of each container the parts that make the picture are copied, and what isn't
//! known to belong to them is left out. Lists of what to keep, rather than of what to drop, hold
//! for what nobody has thought of yet.

mod bytes;
mod document;
mod exif;
mod gif;
mod icc;
mod jpeg;
mod png;
mod svg;
mod webp;

use crate::diagnostic::Code;
use std::borrow::Cow;
use std::ops::Range;

/// Width and height in CSS pixels, as browsers show the image.
pub type Size = (usize, usize);

/// A file as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published<'a> {
    /// The bytes; the file's own if there was nothing to leave out.
    pub bytes: Cow<'a, [u8]>,
    /// The size, if this is an image that says it.
    pub size: Option<Size>,
}

/// Why a file can't be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The kind of mistake.
    pub code: Code,
    /// Where in the file, if it is text: bytes.
    pub span: Option<Range<usize>>,
    /// What is wrong, to be read after the file's name: “is broken: …”.
    pub what: String,
    /// What to do.
    pub help: &'static str,
}

/// An image that isn't what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Broken {
    /// The file ends before the image does.
    #[error("it ends before the image does")]
    Short,
    /// A part is not what the format has at that place.
    #[error("its parts don't follow one another as they must")]
    Parts,
    /// A part that must be understood isn't known.
    #[error("it has a part that isn't known here, and nobody could show it without")]
    Unknown,
}

/// An image of pixels, cleaned.
struct Clean {
    bytes: Vec<u8>,
    /// How the picture is to be turned, 1 to 8 (EXIF 2.32, tag 0x0112), and whether the cleaned
    /// bytes still say so.
    turned: Option<(u8, bool)>,
}

/// Kinds of images, by their first bytes.
const PICTURES: [(&str, &[&str], Cleaner); 4] = [
    ("JPEG", &["jpg", "jpeg"], jpeg::clean),
    ("PNG", &["png"], png::clean),
    ("GIF", &["gif"], gif::clean),
    ("WebP", &["webp"], webp::clean),
];

type Cleaner = fn(&[u8]) -> Result<Clean, Broken>;

const NOT_SHOWN: &str = "Save it as PNG (drawings, screenshots), JPEG or WebP (photographs): browsers show these, and what they tell about their maker is left out here.";

/// The file as it may be published, by its name's ending and its bytes.
pub fn publish<'a>(extension: &str, bytes: &'a [u8]) -> Result<Published<'a>, Vec<Fault>> {
    let extension = extension.to_ascii_lowercase();
    if let Some(name) = picture(bytes) {
        let (name, endings, clean) = name;
        if !endings.contains(&extension.as_str()) {
            return fault(
                Code::ImageFile,
                format!("is a {name} image, whatever its ending says"),
                "Let its name end in .jpg, .png, .gif or .webp, as it is.",
            );
        }
        return pixels(bytes, clean);
    }
    if PICTURES
        .iter()
        .any(|(_, endings, _)| endings.contains(&extension.as_str()))
    {
        return fault(
            Code::ImageFile,
            "isn't an image of the kind that its ending says".to_owned(),
            NOT_SHOWN,
        );
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if extension == "svg" || svg::is_svg(text) => svg::publish(text),
        Ok(text) if is_plain(text) => Ok(Published {
            bytes: bytes.into(),
            size: None,
        }),
        _ => document::publish(&extension, bytes),
    }
}

/// True for text that is nothing else: a table, a list, a key.
fn is_plain(text: &str) -> bool {
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    !text.starts_with("%PDF-") && !text.contains(odd)
}

fn picture(bytes: &[u8]) -> Option<(&'static str, &'static [&'static str], Cleaner)> {
    let at = match bytes {
        [0xff, 0xd8, 0xff, ..] => 0,
        [0x89, b'P', b'N', b'G', ..] => 1,
        [b'G', b'I', b'F', b'8', ..] => 2,
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => 3,
        _ => return None,
    };
    Some(PICTURES[at])
}

fn pixels(bytes: &[u8], clean: Cleaner) -> Result<Published<'_>, Vec<Fault>> {
    let clean = match clean(bytes) {
        Ok(clean) => clean,
        Err(broken) => {
            return fault(
                Code::ImageFile,
                format!("is broken: {broken}"),
                "Open it in an image program and save it again.",
            );
        }
    };
    let turned = clean.turned.filter(|(turned, _)| *turned != 1);
    if let Some((_, false)) = turned {
        return fault(
            Code::ImageFile,
            "is stored lying down, with a note to turn it that browsers don't all follow"
                .to_owned(),
            "Open it in an image program, turn it upright and save it again.",
        );
    }
    let size = imagesize::blob_size(&clean.bytes).ok().map(|size| {
        // From 5 on the picture is shown with its sides exchanged.
        if turned.is_some_and(|(turned, _)| turned >= 5) {
            (size.height, size.width)
        } else {
            (size.width, size.height)
        }
    });
    let bytes = if clean.bytes == bytes {
        Cow::Borrowed(bytes)
    } else {
        Cow::Owned(clean.bytes)
    };
    Ok(Published { bytes, size })
}

fn fault<T>(code: Code, what: String, help: &'static str) -> Result<T, Vec<Fault>> {
    Err(vec![Fault {
        code,
        span: None,
        what,
        help,
    }])
}

#[cfg(test)]
mod tests;
