//! From the library to the bytes of a page.

mod alphabet;
pub(crate) mod article;
pub mod draw;
pub mod edition;
pub mod listing;
mod made;
pub mod manifest;
pub mod navigation;
mod notice;
pub mod page;
pub mod searchable;
pub mod security;
pub mod theme;
pub mod thin;
pub mod view;
