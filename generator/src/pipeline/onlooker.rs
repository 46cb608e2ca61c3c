//! Somebody who looks at pages while the site is made.

use crate::output::publish::Files;
use crate::url::OutputPath;

/// Whose pages come first. A build has nobody: [`Nobody`].
pub trait Onlooker: Sync {
    /// The pages that somebody looks at now.
    fn open_pages(&self) -> Vec<OutputPath>;

    /// These pages, and the files that they load, as they are now: before anything else is made.
    /// Only if nothing was wrong with the content so far.
    fn show_first(&self, files: &Files);

    /// True if what is being made is no longer wanted, because something has changed since. Once
    /// true, it stays so until the run has ended.
    fn has_moved_on(&self) -> bool;
}

/// Nobody looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nobody;

impl Onlooker for Nobody {
    fn open_pages(&self) -> Vec<OutputPath> {
        Vec::new()
    }

    fn show_first(&self, _: &Files) {}

    fn has_moved_on(&self) -> bool {
        false
    }
}
