//! From the content folder to an immutable [`Library`].

mod folder_index;
pub mod front_matter;
pub mod glossary;
pub mod kept;
pub mod library;
mod links;
pub mod lists;
mod moves;
pub mod page;
pub mod places;
mod publishing;
mod reading;
pub mod references;
mod review;
mod titles;
mod translations;
mod unread;

pub use front_matter::{FrontMatter, Layout};
pub use glossary::{Glossary, Term};
pub use kept::Kept;
pub use library::{Asset, Library, LoadError, LoadOptions, check, gather, load};
pub use lists::GENERATED;
pub use moves::Moves;
pub use page::Page;
pub use places::{Desk, DeskState, Place};
pub use publishing::Unpublished;
pub(crate) use reading::GLOSSARY;
pub use reading::read_page;
pub use references::{Reference, ReferenceList};
pub(crate) use review::due;

#[cfg(test)]
mod tests;
