//! The interface's own language: its texts (Fluent) and how it writes dates, numbers and lists.

pub mod format;
pub mod missing;
pub mod needed;
pub mod references;
pub mod strings;
