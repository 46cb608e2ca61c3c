//! What an operator sets: instance, desks, where the spool is, how much is let through.

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use serde::Deserialize;

use crate::clock::Clock;
use crate::stamp;

/// Longest desk id in bytes.
pub const MAX_DESK: usize = 32;

/// Longest instance id in bytes.
pub const MAX_INSTANCE: usize = 64;

/// Frames an hour and desk that go straight to `intake`; the rest is diverted to `overflow`.
pub const DEFAULT_FRAMES_PER_HOUR: u32 = 2_000;

/// How often the mixer runs unless told otherwise.
pub const DEFAULT_MIX_EVERY: Duration = Duration::from_hours(24);

/// Everything that the relay needs to know.
#[derive(Clone, Debug)]
pub struct RelayConfig {
    /// Id of the site, part of every stamp.
    pub instance: InstanceId,
    /// The desks and whether they take reports.
    pub desks: BTreeMap<DeskId, DeskState>,
    /// Zero bits asked of a stamp.
    pub stamp_bits: u32,
    /// Folder of the queues: `<spool>/<desk>/{intake,overflow,desk}`.
    pub spool: PathBuf,
    /// Another folder for `overflow`, best on another disk: `<overflow>/<desk>/overflow`.
    pub overflow: Option<PathBuf>,
    /// Frames an hour and desk that go straight to `intake`.
    pub frames_per_hour: u32,
    /// The relay's time.
    pub clock: Clock,
}

impl RelayConfig {
    /// A relay without desks, everything else at its default.
    #[must_use]
    pub fn new(instance: InstanceId, spool: impl Into<PathBuf>) -> Self {
        Self {
            instance,
            desks: BTreeMap::new(),
            stamp_bits: stamp::DEFAULT_BITS,
            spool: spool.into(),
            overflow: None,
            frames_per_hour: DEFAULT_FRAMES_PER_HOUR,
            clock: Clock::system(),
        }
    }

    /// The same relay with one desk more.
    #[must_use]
    pub fn desk(mut self, id: DeskId, state: DeskState) -> Self {
        self.desks.insert(id, state);
        self
    }
}

/// Whether a desk takes reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DeskState {
    /// A demonstration: takes reports that nobody acts on.
    Demo,
    /// Takes reports.
    Open,
    /// Takes none for now.
    Paused,
    /// Has ended.
    Closed,
}

impl FromStr for DeskState {
    type Err = ConfigError;

    fn from_str(text: &str) -> Result<Self, ConfigError> {
        match text {
            "demo" => Ok(Self::Demo),
            "open" => Ok(Self::Open),
            "paused" => Ok(Self::Paused),
            "closed" => Ok(Self::Closed),
            _ => Err(ConfigError::State(text.to_owned())),
        }
    }
}

/// Why a configuration isn't usable.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A desk's id has other characters, or too many.
    #[error("`{0}` can't be a desk's id: 1 to {MAX_DESK} of a-z, 0-9 and `-`")]
    Desk(String),
    /// An instance's id has other characters, or too many.
    #[error("`{0}` can't be an instance's id: 1 to {MAX_INSTANCE} of a-z, 0-9, `-` and `.`")]
    Instance(String),
    /// No such state.
    #[error("`{0}` isn't a desk's state: demo, open, paused or closed")]
    State(String),
    /// Harder than phones can bear.
    #[error("stamp_bits is {0}, the most is {max}", max = stamp::MAX_BITS)]
    Bits(u32),
    /// Nothing to serve.
    #[error("no desk is configured; name one in the file under [desks.<id>] or with --desk <id>")]
    NoDesk,
    /// Something that has no default.
    #[error("`{0}` is missing; set it in the configuration file or as a flag")]
    Missing(&'static str),
    /// The file can't be read.
    #[error("{}: {error}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file isn't TOML of the right shape.
    #[error("{}: {error}", path.display())]
    Parse {
        /// The file.
        path: PathBuf,
        /// Where and what.
        error: Box<toml::de::Error>,
    },
}

/// Whether `id` is 1 to `longest` bytes of a-z, 0-9, `-` and what `more` allows.
fn is_id(id: &str, longest: usize, more: &[u8]) -> bool {
    (1..=longest).contains(&id.len())
        && !id.starts_with('.')
        && id.bytes().all(|byte| {
            byte.is_ascii_lowercase()
                || byte.is_ascii_digit()
                || byte == b'-'
                || more.contains(&byte)
        })
}

/// A desk's id: safe as a folder's name and as a part of an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct DeskId(String);

/// An instance's id, the `id` of its `site.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct InstanceId(String);

impl DeskId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl InstanceId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DeskId {
    type Error = ConfigError;

    fn try_from(id: String) -> Result<Self, ConfigError> {
        if is_id(&id, MAX_DESK, b"") {
            Ok(Self(id))
        } else {
            Err(ConfigError::Desk(id))
        }
    }
}

impl TryFrom<String> for InstanceId {
    type Error = ConfigError;

    fn try_from(id: String) -> Result<Self, ConfigError> {
        if is_id(&id, MAX_INSTANCE, b".") {
            Ok(Self(id))
        } else {
            Err(ConfigError::Instance(id))
        }
    }
}

impl FromStr for DeskId {
    type Err = ConfigError;

    fn from_str(id: &str) -> Result<Self, ConfigError> {
        id.to_owned().try_into()
    }
}

impl FromStr for InstanceId {
    type Err = ConfigError;

    fn from_str(id: &str) -> Result<Self, ConfigError> {
        id.to_owned().try_into()
    }
}

impl fmt::Display for DeskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// So that a map keyed by ids can be asked with the text from an address.
impl std::borrow::Borrow<str> for DeskId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// `relay.toml`. Every key may also come as a flag, which wins.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelayFile {
    /// Id of the site.
    pub instance: Option<InstanceId>,
    /// Address and port to listen on.
    pub listen: Option<SocketAddr>,
    /// Folder of the queues.
    pub spool: Option<PathBuf>,
    /// Another folder for the overflow.
    pub overflow: Option<PathBuf>,
    /// Zero bits asked of a stamp.
    pub stamp_bits: Option<u32>,
    /// Frames an hour and desk that go straight to `intake`.
    pub frames_per_hour: Option<u32>,
    /// Seconds between two runs of the mixer; 0: never.
    pub mix_every_seconds: Option<u64>,
    /// The desks.
    #[serde(default)]
    pub desks: BTreeMap<DeskId, DeskEntry>,
}

/// `[desks.<id>]` in `relay.toml`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskEntry {
    /// Whether it takes reports.
    pub state: DeskState,
}

impl RelayFile {
    /// Reads the file. Unknown keys are errors.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path).map_err(|error| ConfigError::Read {
            path: path.to_owned(),
            error,
        })?;
        toml::from_str(&text).map_err(|error| ConfigError::Parse {
            path: path.to_owned(),
            error: Box::new(error),
        })
    }

    /// What the file and the flags together ask of a relay.
    pub fn relay(&self) -> Result<RelayConfig, ConfigError> {
        let instance = self
            .instance
            .clone()
            .ok_or(ConfigError::Missing("instance"))?;
        let spool = self.spool.clone().ok_or(ConfigError::Missing("spool"))?;
        let stamp_bits = self.stamp_bits.unwrap_or(stamp::DEFAULT_BITS);
        if stamp_bits > stamp::MAX_BITS {
            return Err(ConfigError::Bits(stamp_bits));
        }
        if self.desks.is_empty() {
            return Err(ConfigError::NoDesk);
        }
        Ok(RelayConfig {
            stamp_bits,
            overflow: self.overflow.clone(),
            frames_per_hour: self.frames_per_hour.unwrap_or(DEFAULT_FRAMES_PER_HOUR),
            desks: self
                .desks
                .iter()
                .map(|(id, entry)| (id.clone(), entry.state))
                .collect(),
            ..RelayConfig::new(instance, spool)
        })
    }

    /// Time between two runs of the mixer, unless switched off.
    #[must_use]
    pub fn mix_every(&self) -> Option<Duration> {
        match self.mix_every_seconds {
            None => Some(DEFAULT_MIX_EVERY),
            Some(0) => None,
            Some(seconds) => Some(Duration::from_secs(seconds)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe_as_folders_and_in_addresses() {
        for good in ["demo", "a", "desk-2", &"x".repeat(MAX_DESK)] {
            assert!(good.parse::<DeskId>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "..",
            "a/b",
            "A",
            "é",
            "a b",
            "a.b",
            &"x".repeat(MAX_DESK + 1),
        ] {
            assert!(bad.parse::<DeskId>().is_err(), "{bad}");
        }
        assert!("site.example".parse::<InstanceId>().is_ok());
        assert!("..".parse::<InstanceId>().is_err());
    }

    #[test]
    fn a_file_gives_a_relay_and_tells_what_is_wrong() {
        let file: RelayFile = toml::from_str(
            "instance = \"test\"\nspool = \"/tmp/spool\"\nstamp_bits = 10\n[desks.demo]\nstate = \"demo\"\n",
        )
        .unwrap();
        let relay = file.relay().unwrap();
        assert_eq!(relay.stamp_bits, 10);
        assert_eq!(relay.desks.get("demo"), Some(&DeskState::Demo));
        assert_eq!(file.mix_every(), Some(DEFAULT_MIX_EVERY));

        assert!(toml::from_str::<RelayFile>("instanze = \"x\"").is_err());
        let bits = RelayFile {
            stamp_bits: Some(60),
            ..file.clone()
        };
        assert!(matches!(bits.relay(), Err(ConfigError::Bits(60))));
        let desks = RelayFile {
            desks: BTreeMap::new(),
            ..file
        };
        assert!(matches!(desks.relay(), Err(ConfigError::NoDesk)));
        assert!(matches!(
            RelayFile::default().relay(),
            Err(ConfigError::Missing("instance"))
        ));
    }
}
