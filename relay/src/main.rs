//! The relay as a program; see [`waymark_relay::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    waymark_relay::cli::run()
}
