//! End-to-end tests: the built binaries, the real content, real sockets and files.

mod binaries;
mod content;
