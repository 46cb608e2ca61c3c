//! The desk's program from outside: the real binary, the inbox's service, crashes, stock age.

#![allow(clippy::unwrap_used, reason = "a test that stops has failed")]

mod commands;
mod crash;
mod harness;
mod inbox;
mod interop;
mod serve;
