//! How translations stand to their source.

pub mod lock;
pub mod po;
pub mod status;

pub use lock::{FrontKey, Lock, LockFile, LockedPage};
pub use status::TranslationState;
