//! PNG and its animations (PNG, third edition).

use super::bytes::Bytes;
use super::{Broken, Clean, exif, icc};

/// What makes the picture: pixels, colours, shape, animation.
const KEPT: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL",
];

/// No profile is as large as this; a small chunk could unpack to any size.
const MOST_PROFILE: usize = 4 << 20;

/// Chunks that make the picture are copied; texts, times, EXIF, suggested palettes and whatever
/// programs add go, and so does what comes after the end.
pub(super) fn clean(bytes: &[u8]) -> Result<Clean, Broken> {
    let mut input = Bytes::new(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(input.take(8)?);
    let mut turned = None;
    loop {
        let length = input.big_32()?;
        let name = input.take(4)?;
        let data = input.take(length)?;
        let sum = input.take(4)?;
        let kept = KEPT.iter().any(|kept| *kept == name) || name == b"fdAT";
        if kept {
            out.extend_from_slice(&u32::try_from(length).unwrap_or(0).to_be_bytes());
            for part in [name, data, sum] {
                out.extend_from_slice(part);
            }
        } else if name == b"iCCP" {
            if let Some(profile) = profile(data) {
                chunk(&mut out, *b"iCCP", &profile);
            }
        } else if name == b"eXIf" {
            turned = turned.or_else(|| exif::orientation(data));
        } else if name[0].is_ascii_uppercase() {
            // Critical: without it the picture would be another (5.4).
            return Err(Broken::Unknown);
        }
        if name == b"IEND" {
            break;
        }
    }
    Ok(Clean {
        bytes: out,
        turned: turned.map(|turned| (turned, false)),
    })
}

/// A cleaned profile as the chunk holds it: a name, the method, deflated data.
fn profile(data: &[u8]) -> Option<Vec<u8>> {
    let end = data.iter().position(|&byte| byte == 0)?;
    let packed = data.get(end + 2..)?;
    let whole =
        miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, MOST_PROFILE).ok()?;
    let clean = icc::clean(&whole)?;
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&clean, 9);
    Some([b"icc\0\0", &packed[..]].concat())
}

pub(super) fn chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&name);
    sum.update(data);
    out.extend_from_slice(&u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
    out.extend_from_slice(&name);
    out.extend_from_slice(data);
    out.extend_from_slice(&sum.finalize().to_be_bytes());
}
