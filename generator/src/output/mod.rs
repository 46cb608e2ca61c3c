//! What is written: files by their path, and how they get to the disk.

pub mod asset;
pub mod feed;
pub mod hosting;
pub mod publish;
pub mod sitemap;
pub mod sums;
