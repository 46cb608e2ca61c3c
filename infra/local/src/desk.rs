//! The demonstration desk: a vault with a key made on first use, and a passphrase that everybody can read.

use std::net::SocketAddr;
use std::path::Path;

use age::secrecy::SecretString;
use waymark_desk::inbox::{DEFAULT_IDLE, Inbox, InboxConfig};
use waymark_desk::receive::{self, Source};
use waymark_desk::{NewVault, Vault};

use crate::error::LocalError;

/// The demonstration desk's id.
pub const ID: &str = "demo";

/// Printed at every start: it protects nothing, and the banner says so.
pub const PASSPHRASE: &str = "demonstration-only";

/// Opening takes no second here: there is nothing to guess.
const WORK_FACTOR: u8 = 10;

/// Makes the vault on first use, and gives the public keys that reports are encrypted to.
pub fn recipients(folder: &Path) -> Result<Vec<String>, LocalError> {
    let passphrase = SecretString::from(PASSPHRASE);
    let vault = if folder.join("vault.json").is_file() {
        Vault::open(folder, &passphrase)?
    } else {
        Vault::create(&NewVault {
            folder,
            desk: ID,
            passphrase: &passphrase,
            work_factor: Some(WORK_FACTOR),
            also: &[],
            spool: None,
        })?
    };
    Ok(vault.recipients().iter().map(ToString::to_string).collect())
}

/// Its inbox, unlocked already.
pub fn inbox(folder: &Path, spool: &Path, address: SocketAddr) -> Result<Inbox, LocalError> {
    let source: Source = receive::spool(spool, ID)?;
    Ok(Inbox::new(InboxConfig {
        vault: folder.to_owned(),
        address,
        demo: true,
        unlocked: Some(SecretString::from(PASSPHRASE)),
        source: Some(source),
        idle: DEFAULT_IDLE,
    })?)
}
