//! From the content folder to an immutable [`Library`].

pub mod front_matter;
pub mod glossary;
pub mod library;
pub mod page;
pub mod places;
pub mod references;

pub use front_matter::{FrontMatter, Layout};
pub use glossary::{Glossary, Term};
pub use library::{Asset, Library, LoadError, LoadOptions, check, load};
pub use page::Page;
pub use places::{Desk, DeskState, Place};
pub use references::{Reference, ReferenceList};
