//! How translations stand to their source.

pub mod begin;
pub mod by_hand;
pub mod change;
pub mod lock;
pub mod past;
pub mod po;
pub mod report;
pub mod status;

pub use change::UnitChange;
pub use lock::{FrontKey, Lock, LockFile, LockedPage};
pub use past::ChangeDays;
pub use status::{Changes, TranslationState};
