//! Of EXIF one thing is worth keeping: how a photograph is to be turned (EXIF 2.32, 4.6.4, tag
//! 0x0112 of the first directory of a TIFF file).

use super::bytes::{Bytes, number};

const ORIENTATION: usize = 0x0112;

/// The orientation, 1 to 8, of EXIF data that begin at the TIFF header.
pub(super) fn orientation(tiff: &[u8]) -> Option<u8> {
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let first = number(tiff.get(4..8)?, big);
    let mut directory = Bytes::new(tiff.get(first..)?);
    let entries = number(directory.take(2).ok()?, big);
    for _ in 0..entries {
        let entry = directory.take(12).ok()?;
        if number(&entry[..2], big) == ORIENTATION {
            let value = u8::try_from(number(&entry[8..10], big)).ok()?;
            return (1..=8).contains(&value).then_some(value);
        }
    }
    None
}

/// EXIF data that say the orientation and nothing else.
pub(super) fn only_orientation(value: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.push(value);
    tiff.extend_from_slice(&[0; 6]);
    tiff
}
