//! Flags of `waymark-local`, and the options that they become.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;

/// The whole of Waymark on this computer: the site, the relay and a demonstration desk.
///
/// Builds the site from `content/`, serves it together with the relay on one address, starts a
/// demonstration desk and prints where they are. Everything listens on this computer only.
/// A report that you send with the site's form arrives at the desk a moment later.
///
/// What the demonstration keeps (its key, its queue, its reports) lies in the data folder: the
/// next start finds it again, and deleting the folder forgets all of it. The demonstration desk's
/// passphrase is printed for everybody to read, so write nothing real.
#[derive(Parser, Debug)]
#[command(name = "waymark-local", version, after_help = EXAMPLES)]
pub struct Cli {
    /// Folder with the content and `site.toml`
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,

    /// Folder of the site's own theme, laid over the built-in one [default: `theme` beside the content, if it is there]
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,

    /// Folder in which the demonstration keeps the built site, its queue, its key and its reports
    #[arg(long, value_name = "DIR", default_value = ".waymark")]
    pub data: PathBuf,

    /// Port of the site and the relay; 0 chooses a free one [default: 8484, or a free one if that is taken]
    #[arg(long)]
    pub port: Option<u16>,

    /// Port of the demonstration desk; 0 chooses a free one [default: 8485, or a free one if that is taken]
    #[arg(long)]
    pub desk_port: Option<u16>,

    /// Seconds between two runs of the mixer, which hands waiting reports to the desk (a real relay mixes daily)
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..))]
    pub mix_every: u64,

    /// One more `age` public key that can open the demonstration's reports, for instance to try stock `age` on a saved one
    #[arg(long, value_name = "AGE1…")]
    pub recipient: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  cargo run --release                        build, serve, print the addresses; Ctrl-C ends it
  cargo run --release -- --port 9000         the site on another port
  cargo run --release -- --data /tmp/trial   keep the demonstration's data elsewhere

Exit codes: 0 ended by Ctrl-C, 1 the site has errors or something failed, 2 wrong usage.";

/// Where to listen: only ever this computer.
pub const LOOPBACK: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

impl Cli {
    /// The pause between two runs of the mixer.
    pub fn mix_interval(&self) -> Duration {
        Duration::from_secs(self.mix_every)
    }
}
