//! Waymark turns a folder of Markdown into a searchable, multilingual guidance site.

pub mod build;
pub mod card;
pub mod cli;
mod code;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod explanation;
pub mod external;
mod fields;
pub mod history;
pub mod i18n;
pub mod image;
pub mod language;
pub mod markdown;
pub mod output;
pub mod pipeline;
pub mod preview;
pub mod progress;
pub mod render;
pub mod search;
pub mod source;
pub mod sources;
pub mod starter;
mod suggestion;
pub mod timings;
pub mod translation;
pub mod url;

pub use build::{BuildError, BuildOptions, BuildReport, build, check};
pub use content::{Library, LoadError, LoadOptions, load};
pub use diagnostic::{Code, Diagnostic, Diagnostics, Severity};
pub use progress::{Phase, Progress, Silent};
