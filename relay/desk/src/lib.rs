//! Reads, keeps and answers reports: the designated staff person's program.
//!
//! A report comes out of the queue ([`receive`]), is opened with the desk's [`key`], written into
//! the [`vault`] and only then deleted from the queue. What can't be opened goes to
//! [`quarantine`], never away. The [`inbox`] shows it all in a browser, on this computer only.

pub mod cli;
mod command;
pub mod day;
pub mod inbox;
pub mod key;
mod printout;
pub mod quarantine;
pub mod receive;
pub mod report;
pub mod terminal;
pub mod vault;

pub use vault::{NewVault, Vault, VaultError};
