//! The desk's program. All of it is in the library: see [`waymark_desk::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    waymark_desk::cli::run()
}
