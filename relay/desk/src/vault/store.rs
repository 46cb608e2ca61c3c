//! Reports in the vault: keeping, listing, reading, marking, deleting.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{Vault, VaultError};
use crate::day::Day;
use crate::quarantine::{ItemMeta, Reason};
use crate::report::Report;

/// The name of a folder in the vault: 32 hex digits, a keyed digest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

/// The text isn't 32 lower-case hex digits.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("not the name of a folder in a vault")]
pub struct NotAName;

impl Name {
    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Name {
    type Err = NotAName;

    // A name becomes a path: anything but hex digits is refused here, once.
    fn from_str(text: &str) -> Result<Self, NotAName> {
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        (text.len() == 32 && text.bytes().all(hex))
            .then(|| Self(text.to_owned()))
            .ok_or(NotAName)
    }
}

impl TryFrom<String> for Name {
    type Error = NotAName;

    fn try_from(text: String) -> Result<Self, NotAName> {
        text.parse()
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the desk has done with a report so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nobody has opened it.
    New,
    /// Somebody has.
    Read,
}

/// A report's metadata, sealed in `meta.age`. It can be made again from `report.age`, except the
/// day and the state.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Meta {
    v: u32,
    /// The day on which it was sent; unknown when it came as a bare age file.
    pub day: Option<Day>,
    /// The day on which it came to this vault.
    pub received: Day,
    /// SHA-256 of `report.age`, hex.
    pub inner: String,
    /// The id inside the report.
    pub id: String,
    /// The form's language.
    pub lang: String,
    /// The answer to "is someone in danger now?": `yes`, `no`, `unknown` or empty.
    pub danger: String,
    /// What the desk has done.
    pub state: State,
    /// Members that a later version wrote.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One report in the list.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Its folder.
    pub name: Name,
    /// Its metadata.
    pub meta: Meta,
    /// More than one report here carries the same id with different words: the writer sent a
    /// changed text again, or somebody copies ids.
    pub shares_id: bool,
}

impl Summary {
    /// For `list --json` and the inbox.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "name": self.name,
            "day": self.meta.day,
            "received": self.meta.received,
            "danger": self.meta.danger,
            "lang": self.meta.lang,
            "state": self.meta.state,
            "shares_id": self.shares_id,
        })
    }
}

impl StoredReport {
    /// For `show --json` and the inbox.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "name": self.name,
            "day": self.meta.day,
            "received": self.meta.received,
            "state": self.meta.state,
            "inner": self.meta.inner,
            "report": self.report.to_json(),
        })
    }
}

/// What the vault holds.
#[derive(Debug, Default)]
pub struct Listing {
    /// Danger first, then the latest day first.
    pub reports: Vec<Summary>,
    /// Folders that can't be opened any more.
    pub damaged: Vec<Name>,
}

/// A report with its metadata.
#[derive(Debug)]
pub struct StoredReport {
    /// Its folder.
    pub name: Name,
    /// Its metadata.
    pub meta: Meta,
    /// What was written.
    pub report: Report,
}

/// What [`Vault::keep`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Written and synced.
    New(Name),
    /// It was there already, unchanged.
    Duplicate(Name),
    /// It was here and was deleted by the desk.
    Deleted,
}

impl Vault {
    /// Keeps a report's age file. When this returns, it is durable.
    ///
    /// The folder's name is a keyed digest of the plaintext, so that the same report sealed or
    /// sent twice finds its own place taken. The same id with other words gets its own place: a
    /// copied id must not make a report disappear.
    pub fn keep(
        &self,
        age_file: &[u8],
        day: Option<Day>,
    ) -> Result<Result<Kept, Reason>, VaultError> {
        let plain = match self.unseal(age_file) {
            Ok(plain) => plain,
            Err(error) => return Ok(Err(error.into())),
        };
        let report = match Report::parse(&plain) {
            Ok(report) => report,
            Err(reason) => return Ok(Err(reason)),
        };
        let name = Name(self.secret.name("report", &plain));
        let received = Day::today();
        let meta = self.seal_meta(&describe(&report, age_file, day, received))?;
        let _lock = self.lock()?;
        let target = self.report_folder(&name);
        if target.exists() {
            if self.read(&name).is_ok() {
                return Ok(Ok(Kept::Duplicate(name)));
            }
            // What is there can't be opened any more, and this copy can.
            let path = target.join("report.age");
            self.disk
                .replace(&self.tmp(), &path, age_file, day.unwrap_or(received))
                .map_err(|e| VaultError::io("write", &path, e))?;
            return Ok(Ok(Kept::New(name)));
        }
        if self.folder.join("deleted").join(name.as_str()).exists() {
            return Ok(Ok(Kept::Deleted));
        }
        let files: [(&str, &[u8]); 2] = [("report.age", age_file), ("meta.age", &meta)];
        self.place(&target, &files, day.unwrap_or(received))?;
        Ok(Ok(Kept::New(name)))
    }

    /// Everything in the vault. Metadata is decrypted once and remembered by its file's digest, so
    /// that listing again costs reading and no more.
    pub fn list(&self) -> Result<Listing, VaultError> {
        let mut listing = Listing::default();
        let mut fresh = HashMap::new();
        let names = self.names("reports")?;
        let mut known = self
            .summaries
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for name in names {
            let sealed = fs::read(self.report_folder(&name).join("meta.age")).unwrap_or_default();
            let digest: [u8; 32] = Sha256::digest(&sealed).into();
            let meta = match known.remove(&name) {
                Some((seen, meta)) if seen == digest => Some(meta),
                _ => self.open_meta(&sealed).or_else(|| self.remake_meta(&name)),
            };
            match meta {
                Some(meta) => {
                    fresh.insert(name.clone(), (digest, meta.clone()));
                    listing.reports.push(Summary {
                        name,
                        meta,
                        shares_id: false,
                    });
                }
                None => listing.damaged.push(name),
            }
        }
        *known = fresh;
        let mut ids: HashMap<String, usize> = HashMap::new();
        for report in &listing.reports {
            *ids.entry(report.meta.id.clone()).or_default() += 1;
        }
        for report in &mut listing.reports {
            report.shares_id = ids.get(&report.meta.id).is_some_and(|n| *n > 1);
        }
        listing.reports.sort_by(|a, b| {
            let rank = |s: &Summary| {
                (
                    s.meta.danger != "yes",
                    std::cmp::Reverse(s.meta.day.unwrap_or(s.meta.received)),
                )
            };
            rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name))
        });
        Ok(listing)
    }

    /// The one report whose name begins with `prefix` (at least four characters).
    pub fn find(&self, prefix: &str) -> Result<Name, VaultError> {
        let mut found = self.names("reports")?;
        found.retain(|name| prefix.len() >= 4 && name.0.starts_with(prefix));
        match (found.pop(), found.pop()) {
            (Some(name), None) => Ok(name),
            _ => Err(VaultError::NoSuchReport(prefix.chars().take(40).collect())),
        }
    }

    /// Opens a report.
    pub fn read(&self, name: &Name) -> Result<StoredReport, VaultError> {
        let folder = self.report_folder(name);
        let path = folder.join("report.age");
        let age_file = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(_) if !folder.exists() => return Err(VaultError::NoSuchReport(name.to_string())),
            Err(e) => return Err(VaultError::io("read", &path, e)),
        };
        let plain = self
            .unseal(&age_file)
            .map_err(|_| VaultError::Damaged("report.age"))?;
        let report = Report::parse(&plain).map_err(|_| VaultError::Damaged("report.age"))?;
        let sealed = fs::read(folder.join("meta.age")).unwrap_or_default();
        let meta = self
            .open_meta(&sealed)
            .unwrap_or_else(|| describe(&report, &age_file, None, Day::today()));
        Ok(StoredReport {
            name: name.clone(),
            meta,
            report,
        })
    }

    /// Remembers that the desk has done something with a report.
    pub fn set_state(&self, name: &Name, state: State) -> Result<(), VaultError> {
        let _lock = self.lock()?;
        // Read under the lock, so that somebody else's change isn't undone.
        let mut meta = self.read(name)?.meta;
        if meta.state == state {
            return Ok(());
        }
        meta.state = state;
        let sealed = self.seal_meta(&meta)?;
        let path = self.report_folder(name).join("meta.age");
        self.disk
            .replace(
                &self.tmp(),
                &path,
                &sealed,
                meta.day.unwrap_or(meta.received),
            )
            .map_err(|e| VaultError::io("write", &path, e))
    }

    /// Deletes a report for good. Its keyed digest stays, so that a late copy doesn't return.
    pub fn delete(&self, name: &Name) -> Result<(), VaultError> {
        let _lock = self.lock()?;
        if !self.report_folder(name).exists() {
            return Err(VaultError::NoSuchReport(name.to_string()));
        }
        let mark = self.folder.join("deleted").join(name.as_str());
        if !mark.exists() {
            self.disk
                .replace(&self.tmp(), &mark, b"", Day::today())
                .map_err(|e| VaultError::io("write", &mark, e))?;
        }
        self.finish_deletions()
    }

    /// Removes every report that has a deletion mark. The caller holds the lock.
    pub(super) fn finish_deletions(&self) -> Result<(), VaultError> {
        for name in self.names("deleted")? {
            let folder = self.report_folder(&name);
            if folder.exists() {
                self.disk
                    .remove_folder(&self.tmp(), &folder, Day::today())
                    .map_err(|e| VaultError::io("remove", &folder, e))?;
            }
        }
        Ok(())
    }

    /// The names under one of the vault's folders, sorted. Files of the operating system
    /// (`.DS_Store`, `desktop.ini`) aren't names.
    pub(crate) fn names(&self, folder: &str) -> Result<Vec<Name>, VaultError> {
        let path = self.folder.join(folder);
        let entries = fs::read_dir(&path).map_err(|e| VaultError::io("read", &path, e))?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|e| VaultError::io("read", &path, e))?;
            if let Some(name) = entry
                .file_name()
                .to_str()
                .and_then(|text| text.parse().ok())
            {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    pub(crate) fn open_sealed<T: serde::de::DeserializeOwned>(&self, sealed: &[u8]) -> Option<T> {
        self.open_meta(sealed)
    }

    pub(crate) fn place_in_quarantine(
        &self,
        bytes: &[u8],
        meta: &ItemMeta,
    ) -> Result<bool, VaultError> {
        let name = Name(self.secret.name("quarantine", bytes));
        let sealed = crate::key::seal(&self.recipients, bytes)?;
        let about = self.seal_meta(meta)?;
        let _lock = self.lock()?;
        let target = self.folder.join("quarantine").join(name.as_str());
        if target.exists() {
            return Ok(false);
        }
        let files: [(&str, &[u8]); 2] = [("item.age", &sealed), ("meta.age", &about)];
        self.place(&target, &files, meta.received)?;
        Ok(true)
    }

    pub(crate) fn release_from_quarantine(&self, name: &Name) -> Result<(), VaultError> {
        let _lock = self.lock()?;
        let folder = self.folder.join("quarantine").join(name.as_str());
        self.disk
            .remove_folder(&self.tmp(), &folder, Day::today())
            .map_err(|e| VaultError::io("remove", &folder, e))
    }

    /// The metadata of a report whose `meta.age` is gone or damaged.
    fn remake_meta(&self, name: &Name) -> Option<Meta> {
        self.read(name).ok().map(|stored| stored.meta)
    }

    fn report_folder(&self, name: &Name) -> PathBuf {
        self.folder.join("reports").join(name.as_str())
    }
}

fn describe(report: &Report, age_file: &[u8], day: Option<Day>, received: Day) -> Meta {
    Meta {
        v: 1,
        day,
        received,
        inner: hex::encode(Sha256::digest(age_file)),
        id: report.id.clone(),
        lang: report.lang.clone(),
        danger: report.answer("danger").to_owned(),
        state: State::New,
        other: Map::new(),
    }
}
