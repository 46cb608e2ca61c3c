//! WebP (RFC 9649).

use super::bytes::Bytes;
use super::{Broken, Clean, exif, icc};

/// Flags of the extended header: a profile, EXIF, XMP (2.7).
const PROFILE: u8 = 0x20;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;

/// Pixels, transparency and animation are copied; EXIF, XMP and unknown chunks go.
pub(super) fn clean(bytes: &[u8]) -> Result<Clean, Broken> {
    let mut input = Bytes::new(bytes);
    input.take(4)?;
    let length = input.little_32()?;
    let mut body = Bytes::new(input.take(length)?);
    body.take(4)?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut header = None;
    let mut turned = None;
    let mut profile = false;
    while !body.is_empty() {
        let (name, data) = chunk(&mut body)?;
        match name {
            b"VP8X" => {
                header.get_or_insert(out.len() + 8);
                write(&mut out, name, data);
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" => write(&mut out, name, data),
            b"ANMF" => write(&mut out, name, &frame(data)?),
            b"ICCP" => {
                if let Some(clean) = icc::clean(data) {
                    profile = true;
                    write(&mut out, name, &clean);
                }
            }
            b"EXIF" => {
                let tiff = data.strip_prefix(b"Exif\0\0").unwrap_or(data);
                turned = turned.or_else(|| exif::orientation(tiff));
            }
            _ => {}
        }
    }
    if let Some(flags) = header.and_then(|at| out.get_mut(at)) {
        *flags &= !(EXIF | XMP | PROFILE);
        if profile {
            *flags |= PROFILE;
        }
    }
    let length = u32::try_from(out.len() - 8).map_err(|_| Broken::Parts)?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Ok(Clean {
        bytes: out,
        turned: turned.map(|turned| (turned, false)),
    })
}

/// A frame of an animation: sixteen bytes, then chunks of its own.
fn frame(data: &[u8]) -> Result<Vec<u8>, Broken> {
    let mut input = Bytes::new(data);
    let mut out = input.take(16)?.to_vec();
    while !input.is_empty() {
        let (name, data) = chunk(&mut input)?;
        if matches!(name, b"VP8 " | b"VP8L" | b"ALPH") {
            write(&mut out, name, data);
        }
    }
    Ok(out)
}

fn chunk<'a>(input: &mut Bytes<'a>) -> Result<(&'a [u8], &'a [u8]), Broken> {
    let name = input.take(4)?;
    let length = input.little_32()?;
    let data = input.take(length)?;
    // Filled up to an even length; some programs forget it at the end.
    if length % 2 == 1 && !input.is_empty() {
        input.take(1)?;
    }
    Ok((name, data))
}

fn write(out: &mut Vec<u8>, name: &[u8], data: &[u8]) {
    out.extend_from_slice(name);
    out.extend_from_slice(&u32::try_from(data.len()).unwrap_or(0).to_le_bytes());
    out.extend_from_slice(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}
