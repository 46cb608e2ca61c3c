//! Reading numbers and parts of a file without leaving it.

use super::Broken;

/// A file that is read from its start to its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// What hasn't been read.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Broken> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Broken::Short)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Broken> {
        Ok(self.take(1)?[0])
    }

    /// Two bytes, the greater first.
    pub(super) fn big_16(&mut self) -> Result<usize, Broken> {
        Ok(number(self.take(2)?, true))
    }

    /// Four bytes, the greatest first.
    pub(super) fn big_32(&mut self) -> Result<usize, Broken> {
        Ok(number(self.take(4)?, true))
    }

    /// Four bytes, the least first.
    pub(super) fn little_32(&mut self) -> Result<usize, Broken> {
        Ok(number(self.take(4)?, false))
    }
}

/// A number of at most four bytes.
pub(super) fn number(bytes: &[u8], big: bool) -> usize {
    let add = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
    if big {
        bytes.iter().fold(0, add)
    } else {
        bytes.iter().rev().fold(0, add)
    }
}
