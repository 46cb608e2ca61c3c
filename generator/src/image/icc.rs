//! Colour profiles (ICC.1:2022): what the colours need stays, names of makers, devices and screens,
//! times and serial numbers go.

use super::bytes::{Bytes, number};

const HEADER: usize = 128;

/// Tags by which a decoder finds colours.
const COLOUR: [&[u8; 4]; 15] = [
    b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"chad", b"cicp",
    b"A2B0", b"A2B1", b"B2A0", b"B2A1", b"bkpt",
];

/// Fields of the header that tell where a profile is from: the program, the time, maker and model
/// of the device, the profile's author, its digest.
const ORIGIN: [std::ops::Range<usize>; 4] = [4..8, 24..36, 48..64, 80..128];

/// The profile without its origin; none if it can't be read: then colours are taken for sRGB, as
/// without a profile.
pub(super) fn clean(profile: &[u8]) -> Option<Vec<u8>> {
    let mut header = profile.get(..HEADER)?.to_vec();
    if &header[36..40] != b"acsp" {
        return None;
    }
    for field in ORIGIN {
        header[field].fill(0);
    }
    let mut table = Bytes::new(&profile[HEADER..]);
    let count = table.big_32().ok()?;
    let mut tags: Vec<([u8; 4], Vec<u8>)> = Vec::new();
    for _ in 0..count {
        let entry = table.take(12).ok()?;
        let (from, length) = (number(&entry[4..8], true), number(&entry[8..], true));
        let name: [u8; 4] = entry[..4].try_into().ok()?;
        if COLOUR.contains(&&name) {
            tags.push((name, profile.get(from..from.checked_add(length)?)?.to_vec()));
        }
    }
    if tags.is_empty() {
        return None;
    }
    // Two texts are required in every profile.
    let text = if header[8] >= 4 {
        long_text
    } else {
        short_text
    };
    tags.push((*b"desc", text("desc")));
    tags.push((*b"cprt", text("text")));
    Some(write(header, &tags))
}

/// The text “colours” as a multi-localised Unicode type (10.15).
fn long_text(_: &str) -> Vec<u8> {
    let text: Vec<u8> = "colours"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let mut data = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0".to_vec();
    data.push(u8::try_from(text.len()).unwrap_or(0));
    data.extend_from_slice(b"\0\0\0\x1c");
    data.extend_from_slice(&text);
    data
}

/// The text “colours” as profiles of the second version have it (ICC.1:2001-04, 6.5.17, 6.5.18).
fn short_text(kind: &str) -> Vec<u8> {
    let mut data = kind.as_bytes().to_vec();
    data.extend_from_slice(&[0; 4]);
    if kind == "desc" {
        data.extend_from_slice(b"\0\0\0\x08colours\0");
        data.extend_from_slice(&[0; 4 + 4 + 2 + 1 + 67]);
    } else {
        data.extend_from_slice(b"colours\0");
    }
    data
}

fn write(mut profile: Vec<u8>, tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let big = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    profile.extend_from_slice(&big(tags.len()));
    let mut at = profile.len() + 12 * tags.len();
    let mut data: Vec<u8> = Vec::new();
    let mut written: Vec<(&[u8], usize)> = Vec::new();
    for (name, value) in tags {
        // The three curves are most often one.
        let known = written.iter().find(|(known, _)| known == value);
        let from = known.map_or(at, |(_, from)| *from);
        if known.is_none() {
            written.push((value, at));
            data.extend_from_slice(value);
            data.resize(data.len().next_multiple_of(4), 0);
            at += value.len().next_multiple_of(4);
        }
        profile.extend_from_slice(name);
        profile.extend_from_slice(&big(from));
        profile.extend_from_slice(&big(value.len()));
    }
    profile.extend_from_slice(&data);
    let length = big(profile.len());
    profile[..4].copy_from_slice(&length);
    profile
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A profile that says where it is from in every place that can.
    pub(in crate::image) fn telling(sentinel: &str) -> Vec<u8> {
        let mut header = vec![0_u8; HEADER];
        header[8] = 2;
        header[12..16].copy_from_slice(b"mntr");
        header[16..20].copy_from_slice(b"RGB ");
        header[20..24].copy_from_slice(b"XYZ ");
        header[36..40].copy_from_slice(b"acsp");
        for field in ORIGIN {
            header[field].fill(b'S');
        }
        let xyz = b"XYZ \0\0\0\0\0\0\x6f\xa2\0\0\x38\xf5\0\0\x03\x90".to_vec();
        let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33".to_vec();
        let tag = |text: &str| [b"text\0\0\0\0", text.as_bytes()].concat();
        let tags = [
            (*b"rXYZ", xyz.clone()),
            (*b"gXYZ", xyz.clone()),
            (*b"bXYZ", xyz),
            (*b"rTRC", curve.clone()),
            (*b"gTRC", curve.clone()),
            (*b"bTRC", curve),
            (*b"desc", tag(sentinel)),
            (*b"dmnd", tag(sentinel)),
            (*b"vcgt", tag(sentinel)),
        ];
        write(header, &tags)
    }

    #[test]
    fn colours_stay_and_origins_go() {
        let clean = clean(&telling("SCREEN-7731")).unwrap();
        let has = |needle: &[u8]| clean.windows(needle.len()).any(|bytes| bytes == needle);
        assert!(has(b"rXYZ") && has(b"bTRC") && has(b"curv") && has(b"cprt"));
        assert!(!has(b"7731") && !has(b"SS") && !has(b"vcgt"));
        assert_eq!(number(&clean[..4], true), clean.len());
        // What is written can be read again, and there is nothing more to leave out.
        assert_eq!(super::clean(&clean).as_deref(), Some(&clean[..]));
    }

    #[test]
    fn what_is_no_profile_is_left_out() {
        assert_eq!(clean(b"SCREEN"), None);
        assert_eq!(clean(&[0; 400]), None);
        let mut cut = telling("x");
        cut.truncate(160);
        assert_eq!(clean(&cut), None);
    }
}
