//! Whole builds by the `waymark` binary: a small site in, files and words out.

mod fixture;
mod links;

mod output;
mod preview;
mod publishing;
mod refusals;
