//! Flags of `waymark-relay`, and what they set going.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::alarm;
use crate::config::{ConfigError, DeskEntry, DeskId, DeskState, InstanceId, RelayFile};
use crate::mix::{self, MixError, Pace};
use crate::queue::QueueError;
use crate::server::{self, Limits};

const EXAMPLES: &str = "\
Examples:
  Try it: a demonstration desk, reports mixed every ten seconds
    waymark-relay serve --instance example --spool ./spool --desk demo=demo --mix-every 10

  In earnest: everything in a file, behind a server that speaks TLS and keeps no access log
    waymark-relay serve --config /etc/waymark/relay.toml

  The file:
    instance = \"osce-anti-trafficking\"      # the id in site.toml
    listen = \"127.0.0.1:8080\"
    spool = \"/var/lib/waymark/spool\"
    overflow = \"/mnt/other/overflow\"        # optional, best on another disk
    stamp_bits = 18                         # the same as in site.toml
    frames_per_hour = 2000                  # a desk; more goes to the overflow, never away
    mix_every_seconds = 86400               # 0: never, where `waymark-relay mix` is scheduled
    [desks.example]
    state = \"open\"                          # demo, open, paused or closed

Exit status: 0 done, 1 it failed, 2 the flags or the file are wrong, 3 another mixer is running.";

/// Takes encrypted reports and queues them for the designated staff person.
///
/// The relay can't read a report: it holds no key. It stores what it accepts durably before it
/// says so, and writes nothing about who sent it.
#[derive(Debug, Parser)]
#[command(name = "waymark-relay", version, after_long_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Receive reports over HTTP and mix them on a timer
    #[command(after_long_help = EXAMPLES)]
    Serve(Serve),
    /// Pass what came in on to the desks, once: duplicates collapsed, order shuffled
    #[command(after_long_help = EXAMPLES)]
    Mix(Mix),
}

#[derive(Debug, Args)]
struct Common {
    /// Configuration file (TOML); flags win over it
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Id of the site, as in site.toml
    #[arg(long, value_name = "ID")]
    instance: Option<InstanceId>,
    /// Folder of the queues
    #[arg(long, value_name = "FOLDER")]
    spool: Option<PathBuf>,
    /// Another folder for what the spool can't take
    #[arg(long, value_name = "FOLDER")]
    overflow: Option<PathBuf>,
    /// A desk and its state: demo, open (default), paused or closed. Can be repeated
    #[arg(long = "desk", value_name = "ID[=STATE]", value_parser = desk)]
    desks: Vec<(DeskId, DeskState)>,
}

#[derive(Debug, Args)]
struct Serve {
    #[command(flatten)]
    common: Common,
    /// Address and port; port 0 takes a free one and prints it [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// Zero bits asked of a stamp [default: 18]
    #[arg(long, value_name = "N")]
    stamp_bits: Option<u32>,
    /// Frames an hour and desk that go straight to the intake queue [default: 2000]
    #[arg(long, value_name = "N")]
    frames_per_hour: Option<u32>,
    /// Seconds between two runs of the mixer; 0: never [default: 86400]
    #[arg(long, value_name = "SECONDS")]
    mix_every: Option<u64>,
}

#[derive(Debug, Args)]
struct Mix {
    #[command(flatten)]
    common: Common,
    /// Instead send everything in the desks' queues again, for queues that forget after some days
    #[arg(long)]
    renew: bool,
    /// Say how many messages there were (a number that a log keeps)
    #[arg(long)]
    counts: bool,
    /// Seconds after which what an interrupted run had taken comes back
    #[arg(long, value_name = "SECONDS", default_value_t = 3_600)]
    visibility: u64,
}

fn desk(text: &str) -> Result<(DeskId, DeskState), ConfigError> {
    let (id, state) = text.split_once('=').unwrap_or((text, "open"));
    Ok((id.parse()?, state.parse()?))
}

impl Common {
    fn file(self) -> Result<RelayFile, ConfigError> {
        let mut file = match &self.config {
            Some(path) => RelayFile::read(path)?,
            None => RelayFile::default(),
        };
        file.instance = self.instance.or(file.instance);
        file.spool = self.spool.or(file.spool);
        file.overflow = self.overflow.or(file.overflow);
        for (id, state) in self.desks {
            file.desks.insert(id, DeskEntry { state });
        }
        Ok(file)
    }
}

/// What ends the program early.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Queue(#[from] QueueError),
    #[error(transparent)]
    Mix(#[from] MixError),
    #[error("can't listen on {address}: {error}")]
    Listen {
        address: SocketAddr,
        error: std::io::Error,
    },
    #[error("{0}")]
    System(#[from] std::io::Error),
}

impl Failure {
    fn status(&self) -> u8 {
        match self {
            Self::Config(_) => 2,
            Self::Mix(MixError::Running) => 3,
            _ => 1,
        }
    }
}

/// The program: reads the flags of the process, runs, gives the exit status.
#[must_use]
pub fn run() -> ExitCode {
    alarm::quiet_panics();
    let outcome = match Cli::parse().command {
        Command::Serve(options) => block_on(serve(options)),
        Command::Mix(options) => block_on(mix(options)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("waymark-relay: {failure}");
            ExitCode::from(failure.status())
        }
    }
}

fn block_on(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(work)
}

async fn serve(options: Serve) -> Result<(), Failure> {
    let mut file = options.common.file()?;
    file.listen = options.listen.or(file.listen);
    file.stamp_bits = options.stamp_bits.or(file.stamp_bits);
    file.frames_per_hour = options.frames_per_hour.or(file.frames_per_hour);
    file.mix_every_seconds = options.mix_every.or(file.mix_every_seconds);
    let config = file.relay()?;
    let address = file
        .listen
        .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8_080)));

    let app = server::router(&config)?;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| Failure::Listen { address, error })?;
    let (stopping, stopped) = watch::channel(());
    let mixer = file.mix_every().map(|interval| {
        let config = config.clone();
        let mut stopped = stopped.clone();
        tokio::spawn(async move {
            let stop = async {
                let _ = stopped.changed().await;
            };
            mix::every(&config, interval, stop).await;
        })
    });
    let mut stdout = std::io::stdout();
    // Nobody may be reading; that is no reason not to serve.
    let _ = writeln!(
        stdout,
        "waymark-relay: listening on http://{}",
        listener.local_addr()?
    );
    let _ = stdout.flush();

    server::serve(listener, app, Limits::default(), stop_asked()?).await?;
    let _ = stopping.send(());
    if let Some(mixer) = mixer {
        // A run that is cut off loses nothing, but let it end if it soon does.
        let _ = tokio::time::timeout(Duration::from_secs(30), mixer).await;
    }
    Ok(())
}

/// Ready when the process is asked to stop: Ctrl-C or SIGTERM.
fn stop_asked() -> std::io::Result<impl Future<Output = ()>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

async fn mix(options: Mix) -> Result<(), Failure> {
    let config = options.common.file()?.relay()?;
    let pace = Pace {
        visibility: Duration::from_secs(options.visibility),
        ..Pace::default()
    };
    let mixed = if options.renew {
        mix::renew_once(&config, pace).await?
    } else {
        mix::run(&config, pace).await?
    };
    let what = if options.renew { "renewed" } else { "mixed" };
    if options.counts {
        println!(
            "waymark-relay: {what}: {} sent, {} collapsed",
            mixed.sent, mixed.collapsed
        );
    } else {
        println!("waymark-relay: {what}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_flags_are_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_example_file_in_the_help_is_valid() {
        let begin = EXAMPLES.find("    instance =").unwrap();
        let end = EXAMPLES.find("\n\nExit").unwrap();
        let file: RelayFile = toml::from_str(&EXAMPLES[begin..end]).unwrap();
        assert!(file.relay().is_ok());
        assert!(file.listen.is_some());
    }

    #[test]
    fn flags_win_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("relay.toml");
        std::fs::write(
            &path,
            "instance = \"a\"\nspool = \"x\"\n[desks.demo]\nstate = \"open\"\n",
        )
        .unwrap();
        let cli = Cli::parse_from([
            "waymark-relay",
            "mix",
            "--config",
            path.to_str().unwrap(),
            "--instance",
            "b",
            "--desk",
            "demo=closed",
        ]);
        let Command::Mix(options) = cli.command else {
            panic!("mix was asked for");
        };
        let relay = options.common.file().unwrap().relay().unwrap();
        assert_eq!(relay.instance.as_str(), "b");
        assert_eq!(relay.desks.get("demo"), Some(&DeskState::Closed));
        assert_eq!(relay.spool, PathBuf::from("x"));
    }
}
