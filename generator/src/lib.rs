//! Waymark turns a folder of Markdown into a searchable, multilingual guidance site.

pub mod config;
pub mod content;
pub mod diagnostic;
mod fields;
pub mod i18n;
pub mod language;
pub mod markdown;
pub mod output;
pub mod render;
pub mod search;
pub mod source;
mod suggestion;
pub mod translation;
pub mod url;

pub use content::{Library, LoadError, LoadOptions, check, load};
pub use diagnostic::{Code, Diagnostic, Diagnostics, Severity};
