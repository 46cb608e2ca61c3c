//! The square that telephones read (QR code, ISO/IEC 18004), as a path of SVG.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;
use std::fmt::Write as _;

/// Free modules around the square, which readers need to find it.
const QUIET: usize = 4;

/// A square to draw: a path in a view box of `size` × `size` modules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Square {
    /// Modules from edge to edge, the free ones included.
    pub size: usize,
    /// The dark modules: `d` of a `<path>`.
    pub path: String,
}

impl Square {
    /// The square of a text; none if it is too long for one.
    ///
    /// A quarter of it may be soiled or torn: paper is carried in pockets.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::Q).ok()?;
        let width = code.width();
        let mut path = String::new();
        for y in 0..width {
            let mut x = 0;
            while x < width {
                let run = (x..width)
                    .take_while(|&x| code[(x, y)] == Color::Dark)
                    .count();
                if run > 0 {
                    // Writing to a string can't fail.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run.max(1);
            }
        }
        Some(Self {
            size: width + 2 * QUIET,
            path,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corner_is_a_finder_pattern_after_the_free_edge() {
        let square = Square::of("https://a.example/fr/").unwrap();
        // Seven dark modules, then a light one; below them the ring: one, five free, one.
        assert!(square.path.starts_with("M4 4h7v1h-7z"), "{}", square.path);
        assert!(square.path.contains("M4 5h1v1h-1zM10 5h1v1h-1z"));
        // Version n has 17 + 4n modules.
        assert_eq!((square.size - 8 - 17) % 4, 0);
        assert_eq!(Square::of(&"a".repeat(3000)), None);
    }
}
