//! End-to-end tests: the built binaries, the real content, real sockets and files.

#![allow(clippy::unwrap_used, reason = "a test that can't go on panics")]

mod binaries;
mod card;
mod content;
mod desk;
mod example;
mod explained;
mod external;
mod faults;
mod force;
mod front;
mod hosted;
mod hostile;
mod hosting;
mod languages;
mod loopback;
mod mistakes;
mod po;
mod post;
mod sizes;
