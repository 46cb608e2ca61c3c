//! Files that aren't images for the web. Nothing is taken out of them here: they are published as
//! they are, and so only if they tell nothing about their makers.

use super::{Fault, NOT_SHOWN, Published, fault};
use crate::diagnostic::Code;

const OFFICE: &str = "Remove the properties in the program that made it (in most: File, Properties or Inspect document), or export it as a PDF without them.";
const PDF: &str = "`exiftool -all:all= FILE.pdf`, then `qpdf --linearize FILE.pdf NEW.pdf`, removes them (the first alone only hides them). Or print it into a new PDF and look again.";
const ELSE: &str = "Publish a PDF without properties, an image, or plain text. If you know that this file tells nothing about anybody: file-metadata = \"warning\" under [severity] in site.toml, and it is published as it is.";

pub(super) fn publish<'a>(extension: &str, bytes: &'a [u8]) -> Result<Published<'a>, Vec<Fault>> {
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    let whole = Ok(Published {
        bytes: bytes.into(),
        size: None,
    });
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => {
            // Neither can be packed away: the trailer is plain, and so is the head of a stream.
            let told = [&b"/Info"[..], b"/Metadata", b"/Encrypt"];
            if told.iter().any(|needle| has(needle)) {
                metadata(
                    "is a PDF with properties: they may name its author, programs and times",
                    PDF,
                )
            } else {
                whole
            }
        }
        [b'P', b'K', 3, 4, ..] => {
            // Names of files stand plain in an archive's list.
            if has(b"docProps/") || has(b"meta.xml") {
                metadata(
                    "is an office document with properties: they may name its author and when it was written",
                    OFFICE,
                )
            } else if has(b"[Content_Types].xml") || has(b"mimetype") {
                whole
            } else {
                metadata(
                    "is an archive, and what is in it isn't looked at",
                    "Publish the files in it one by one.",
                )
            }
        }
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => image("a TIFF image"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => image("a HEIC or AVIF image, or a film"),
        [b'B', b'M', ..] if extension == "bmp" => image("a bitmap"),
        _ => metadata(
            "is of a kind that isn't known here: it may tell who made it, where and when",
            ELSE,
        ),
    }
}

fn image<T>(kind: &str) -> Result<T, Vec<Fault>> {
    metadata(
        &format!(
            "is {kind}: it may tell where and when it was taken, and that can't be left out here"
        ),
        NOT_SHOWN,
    )
}

fn metadata<T>(what: &str, help: &'static str) -> Result<T, Vec<Fault>> {
    fault(Code::FileMetadata, what.to_owned(), help)
}
