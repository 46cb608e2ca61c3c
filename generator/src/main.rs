//! `waymark`: see `waymark --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    waymark::cli::run(std::env::args_os())
}
