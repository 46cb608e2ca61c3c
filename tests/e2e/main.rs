//! End-to-end tests: the built binaries, the real content, real sockets and files.

mod binaries;
mod content;
mod desk;
mod faults;
mod mistakes;
mod post;
mod sizes;
