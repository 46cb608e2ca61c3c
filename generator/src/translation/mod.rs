//! How translations stand to their source.

pub mod lock;
pub mod status;

pub use lock::Lock;
pub use status::TranslationState;
