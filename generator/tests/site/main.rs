//! Whole builds by the `waymark` binary: a small site in, files and words out.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a build writes lower-case endings only"
)]

mod fixture;
mod images;
mod links;

mod output;
mod po;
mod preview;
mod publishing;
mod refusals;
mod showing;
mod stages;
mod starting;
mod translation;
