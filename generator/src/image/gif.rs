//! GIF (version 89a) and what repeats its animations (Netscape's extension).

use super::bytes::Bytes;
use super::{Broken, Clean};

/// Images, their controls and the number of repetitions are copied; comments, texts, XMP and other
/// programs' data go, and so does what comes after the end.
pub(super) fn clean(bytes: &[u8]) -> Result<Clean, Broken> {
    let mut input = Bytes::new(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    let screen = input.take(13)?;
    out.extend_from_slice(screen);
    out.extend_from_slice(input.take(colours(screen[10]))?);
    // Delay and transparency: they belong to the image that comes next.
    let mut control: &[u8] = &[];
    loop {
        match input.byte()? {
            0x3b => break,
            0x2c => {
                if !control.is_empty() {
                    out.push(0x21);
                    out.extend_from_slice(control);
                    control = &[];
                }
                let image = input.take(9)?;
                out.push(0x2c);
                out.extend_from_slice(image);
                out.extend_from_slice(input.take(colours(image[8]))?);
                out.push(input.byte()?);
                out.extend_from_slice(blocks(&mut input)?);
            }
            0x21 => {
                let whole = input.rest();
                let label = input.byte()?;
                let data = blocks(&mut input)?;
                let whole = &whole[..=data.len()];
                let repeats = [&b"\x0bNETSCAPE2.0"[..], b"\x0bANIMEXTS1.0"];
                match label {
                    0xf9 => control = whole,
                    // A text that nothing draws takes its control along.
                    0x01 => control = &[],
                    0xff if data.len() == 17
                        && repeats.iter().any(|name| data.starts_with(name)) =>
                    {
                        out.push(0x21);
                        out.extend_from_slice(whole);
                    }
                    _ => {}
                }
            }
            _ => return Err(Broken::Parts),
        }
    }
    out.push(0x3b);
    Ok(Clean {
        bytes: out,
        turned: None,
    })
}

/// The bytes of a table of colours, if the flags say that there is one.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

/// Blocks up to the empty one, each led by its length.
fn blocks<'a>(input: &mut Bytes<'a>) -> Result<&'a [u8], Broken> {
    let all = input.rest();
    loop {
        let length = input.byte()?;
        if length == 0 {
            break;
        }
        input.take(usize::from(length))?;
    }
    Ok(&all[..all.len() - input.rest().len()])
}
