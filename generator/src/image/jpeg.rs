//! JPEG (ITU-T T.81, Annex B; JFIF 1.02; Adobe's marker of T.872, 6.5.3).

use super::bytes::Bytes;
use super::{Broken, Clean, exif, icc};

const PROFILE: &[u8] = b"ICC_PROFILE\0";
/// Most bytes of a profile in one segment: 65,535 less the length, the name and two numbers.
const PROFILE_PART: usize = 65_535 - 2 - 14;

/// Tables, frames and scans are copied. Of the rest stay the pixel's shape (JFIF without its
/// thumbnail), Adobe's note on colours, the colours of the profile, and how to turn the picture.
/// What comes after the end of the image (other images, films) goes.
pub(super) fn clean(bytes: &[u8]) -> Result<Clean, Broken> {
    let mut input = Bytes::new(bytes);
    input.take(2)?;
    let mut picture: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut jfif: Option<Vec<u8>> = None;
    let mut turned = None;
    let mut profile: Vec<(u8, &[u8])> = Vec::new();
    loop {
        let marker = marker(&mut input)?;
        if marker == 0xd9 {
            break;
        }
        let length = input.big_16()?.checked_sub(2).ok_or(Broken::Parts)?;
        let contents = input.take(length)?;
        match marker {
            // Frames, Huffman and quantisation tables, arithmetic conditioning, lines, restarts.
            0xc0..=0xc7 | 0xc9..=0xcf | 0xdb..=0xdd => copy(&mut picture, marker, contents)?,
            0xda => {
                copy(&mut picture, marker, contents)?;
                let scan = scan(input.rest());
                picture.extend_from_slice(input.take(scan)?);
            }
            0xe0 if contents.starts_with(b"JFIF\0") && length >= 14 => {
                // Version, unit and density; a thumbnail of no pixels.
                jfif.get_or_insert_with(|| [&contents[..12], &[0, 0]].concat());
            }
            0xe1 => {
                let tiff = contents.strip_prefix(b"Exif\0\0");
                turned = turned.or_else(|| exif::orientation(tiff?));
            }
            0xe2 => {
                if let Some([number, _, part @ ..]) = contents.strip_prefix(PROFILE) {
                    profile.push((*number, part));
                }
            }
            // Without it, colours of three and four components would be taken for others.
            0xee if contents.starts_with(b"Adobe") && length >= 12 => {
                copy(&mut picture, marker, &contents[..12])?;
            }
            0xe0..=0xfe => {}
            _ => return Err(Broken::Unknown),
        }
    }
    let mut out = Vec::with_capacity(picture.len() + 64);
    out.extend_from_slice(&[0xff, 0xd8]);
    if let Some(jfif) = jfif {
        copy(&mut out, 0xe0, &jfif)?;
    }
    let turned = turned.filter(|turned| *turned != 1);
    if let Some(turned) = turned {
        let tiff = exif::only_orientation(turned);
        copy(&mut out, 0xe1, &[b"Exif\0\0", &tiff[..]].concat())?;
    }
    profile.sort_by_key(|(number, _)| *number);
    let whole: Vec<u8> = profile
        .into_iter()
        .flat_map(|(_, part)| part)
        .copied()
        .collect();
    if let Some(whole) = icc::clean(&whole) {
        let parts: Vec<&[u8]> = whole.chunks(PROFILE_PART).collect();
        let count = u8::try_from(parts.len()).map_err(|_| Broken::Parts)?;
        for (number, part) in (1..=count).zip(parts) {
            copy(&mut out, 0xe2, &[PROFILE, &[number, count], part].concat())?;
        }
    }
    out.extend_from_slice(&picture);
    out.extend_from_slice(&[0xff, 0xd9]);
    Ok(Clean {
        bytes: out,
        turned: turned.map(|turned| (turned, true)),
    })
}

/// The next marker; fill bytes before it, and markers that stand alone, are passed over.
fn marker(input: &mut Bytes<'_>) -> Result<u8, Broken> {
    loop {
        if input.byte()? != 0xff {
            return Err(Broken::Parts);
        }
        let mut marker = input.byte()?;
        while marker == 0xff {
            marker = input.byte()?;
        }
        match marker {
            0x01 | 0xd0..=0xd7 => {}
            marker => return Ok(marker),
        }
    }
}

/// How many bytes of coded data come first: up to a marker that isn't a restart (B.1.1.5).
fn scan(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|&byte| byte == 0xff) {
        at += found;
        match bytes.get(at + 1) {
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            // Fill bytes: the marker is behind the last.
            Some(0xff) => at += 1,
            _ => return at,
        }
    }
    bytes.len()
}

fn copy(out: &mut Vec<u8>, marker: u8, contents: &[u8]) -> Result<(), Broken> {
    let length = u16::try_from(contents.len() + 2).map_err(|_| Broken::Parts)?;
    out.extend_from_slice(&[0xff, marker]);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(contents);
    Ok(())
}
