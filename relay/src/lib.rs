//! Takes encrypted reports and queues them for the designated staff person.
//!
//! A report travels through these modules in this order: [`plaintext`] (answers, padded) →
//! [`envelope`] (one age file to eight slots) → [`frame`] (32,768 bytes) with its [`stamp`] →
//! [`intake`] (what is accepted) → [`queue`] (durable) → [`mix`] (the hour forgotten). The bytes
//! are laid down in `relay/PROTOCOL.md`, the promises in `relay/THREAT-MODEL.md`.
//!
//! This crate encrypts and can't decrypt: no identity type of age occurs in it, and a test holds
//! that.

pub mod alarm;
pub mod cap;
pub mod cli;
pub mod clock;
pub mod config;
pub mod envelope;
pub mod frame;
pub mod intake;
pub mod mix;
pub mod plaintext;
pub mod problem;
pub mod queue;
pub mod server;
pub mod stamp;
