//! How translations stand to their source.

pub mod status;

pub use status::TranslationState;
