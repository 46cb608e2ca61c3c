//! Links to other sites, asked for only when told to.
//!
//! Each host is asked by one thread, one address after another with a pause between, and at most
//! [`HOSTS`] hosts at once. `HEAD` first, since it moves no text; hosts that don't answer it well
//! are asked again with `GET`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use ureq::Agent;
use ureq::http::{StatusCode, Uri, header};

use crate::content::Library;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::LinkTarget;
use crate::source::SourceFile;

/// Hosts that are asked at the same time.
const HOSTS: usize = 6;
/// Between two questions to one host.
const PAUSE: Duration = Duration::from_millis(200);
/// Steps from one address to another that are followed.
const STEPS: usize = 8;

/// What was found.
#[derive(Debug, Default)]
pub struct Answers {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Addresses that were asked.
    pub asked: usize,
    /// Addresses with `https:` that weren't, because this binary has no TLS.
    pub unasked: usize,
}

/// True if `https:` addresses can be asked.
pub const HAS_TLS: bool = cfg!(feature = "external-https");

/// Where an address stands.
type Places = Vec<(Arc<SourceFile>, Range<usize>)>;

/// Asks for every link to another site that a published page has, each address once.
#[must_use]
pub fn check(library: &Library, timeout: Duration) -> Answers {
    let mut hosts: BTreeMap<String, Vec<(String, Places)>> = BTreeMap::new();
    let mut answers = Answers::default();
    for (url, places) in addresses(library) {
        if url.starts_with("https:") && !HAS_TLS {
            answers.unasked += 1;
            continue;
        }
        let host = url.split('/').nth(2).unwrap_or_default().to_lowercase();
        answers.asked += 1;
        hosts.entry(host).or_default().push((url, places));
    }
    let agent = agent(timeout);
    let (left, found) = (Mutex::new(hosts), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..HOSTS {
            scope.spawn(|| {
                while let Some((_, urls)) = locked(&left).pop_first() {
                    for (at, (url, places)) in urls.iter().enumerate() {
                        if at > 0 {
                            thread::sleep(PAUSE);
                        }
                        let told = tell(url, ask(&agent, url), places);
                        locked(&found).extend(told);
                    }
                }
            });
        }
    });
    answers.diagnostics = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    answers
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn agent(timeout: Duration) -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        // Followed here: what matters is whether a page has moved for good.
        .max_redirects(0)
        .timeout_global(Some(timeout))
        .user_agent(concat!(
            "waymark/",
            env!("CARGO_PKG_VERSION"),
            " (link check)"
        ))
        .build()
        .into()
}

/// The addresses of other sites, without the part behind `#`, which isn't sent.
fn addresses(library: &Library) -> BTreeMap<String, Places> {
    let mut addresses: BTreeMap<String, Places> = BTreeMap::new();
    for page in library.pages() {
        for link in &page.document.links {
            if let LinkTarget::External { url } = &link.target
                && (url.starts_with("https:") || url.starts_with("http:"))
            {
                let url = url.split('#').next().unwrap_or_default().to_owned();
                let place = (Arc::clone(&page.source), link.span.clone());
                addresses.entry(url).or_default().push(place);
            }
        }
    }
    addresses
}

/// What a host said of an address.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Good,
    /// It has moved for good, to here.
    Moved(String),
    /// There is no such page.
    Gone(StatusCode),
    /// Nobody knows.
    Unreachable(String),
}

fn ask(agent: &Agent, url: &str) -> Answer {
    let (mut at, mut moved) = (url.to_owned(), true);
    let mut to = None;
    for _ in 0..STEPS {
        let (status, location) = match one(agent, &at) {
            Ok(answer) => answer,
            Err(why) => return Answer::Unreachable(why),
        };
        if status.is_redirection()
            && let Some(next) = location
        {
            moved &= matches!(status.as_u16(), 301 | 308);
            let Some(next) = joined(&at, &next) else {
                return Answer::Unreachable(format!("it leads on to “{next}”"));
            };
            at = next;
            if moved {
                to = Some(at.clone());
            }
            if at.starts_with("https:") && !HAS_TLS {
                // It answered, and where it leads can't be asked.
                return to.map_or(Answer::Good, Answer::Moved);
            }
            continue;
        }
        return match status.as_u16() {
            200..=399 => to.map_or(Answer::Good, Answer::Moved),
            // Somebody may see it who has signed in.
            401 | 403 | 407 => Answer::Unreachable(format!("it answers {status} to a robot")),
            408 | 425 | 429 | 500.. => Answer::Unreachable(format!("it answers {status}")),
            _ => Answer::Gone(status),
        };
    }
    Answer::Unreachable(format!("it leads on more than {STEPS} times"))
}

/// `HEAD`, and `GET` where that isn't answered well.
fn one(agent: &Agent, url: &str) -> Result<(StatusCode, Option<String>), String> {
    let head = agent.head(url).call();
    let response = match head {
        Ok(response) if response.status().as_u16() < 400 || response.status() == 429 => response,
        // A host that doesn't know HEAD may close the connection, or claim that there is nothing.
        Ok(_) | Err(ureq::Error::Protocol(_)) => agent.get(url).call().map_err(why)?,
        Err(error) => return Err(why(error)),
    };
    let location = response.headers().get(header::LOCATION);
    let location = location.and_then(|value| value.to_str().ok());
    Ok((response.status(), location.map(str::to_owned)))
}

fn why(error: ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "no answer in time".to_owned(),
        ureq::Error::HostNotFound => "there is no such host".to_owned(),
        ureq::Error::Io(error) => error.to_string(),
        other => other.to_string(),
    }
}

/// Where a `Location` leads (RFC 3986, 5.2, as far as hosts use it).
fn joined(from: &str, location: &str) -> Option<String> {
    let location = location.split('#').next().unwrap_or_default();
    if location.starts_with("http://") || location.starts_with("https://") {
        return Some(location.to_owned());
    }
    let uri: Uri = from.parse().ok()?;
    let (scheme, host) = (uri.scheme_str()?, uri.authority()?);
    if let Some(rest) = location.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    if location.contains(':') && !location.starts_with(['/', '?', '.']) {
        return None;
    }
    if location.starts_with('/') {
        return Some(format!("{scheme}://{host}{location}"));
    }
    let folder = uri.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(format!("{scheme}://{host}{folder}/{location}"))
}

fn tell(url: &str, answer: Answer, places: &Places) -> Option<Diagnostic> {
    let (code, message, help) = match answer {
        Answer::Good => return None,
        Answer::Moved(to) => (
            Code::ExternalMoved,
            format!("{url} has moved for good"),
            format!("Write {to}"),
        ),
        Answer::Gone(status) => (
            Code::ExternalLink,
            format!("{url} answers {status}"),
            "Look for its new address, or say what stood there.".to_owned(),
        ),
        Answer::Unreachable(why) => (
            Code::ExternalUnreachable,
            format!("nobody knows whether {url} works: {why}"),
            "Open it yourself.".to_owned(),
        ),
    };
    let ((file, span), more) = places.split_first()?;
    let help = match more {
        [] => help,
        [(other, at), rest @ ..] => {
            let rest = match rest.len() {
                0 => String::new(),
                more => format!(" and {more} more places"),
            };
            let line = other.line_column(at.start).0;
            format!("{help} It also stands in {}:{line}{rest}.", other.name())
        }
    };
    Some(
        Diagnostic::new(code, message)
            .at(file, span.clone())
            .help(help),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_location_leads() {
        let from = "http://host.example/a/b?c";
        for (location, to) in [
            ("https://other.example/x#y", Some("https://other.example/x")),
            ("/x", Some("http://host.example/x")),
            ("x/y", Some("http://host.example/a/x/y")),
            ("//other.example/x", Some("http://other.example/x")),
            ("file:///etc/passwd", None),
            ("javascript:x", None),
        ] {
            assert_eq!(joined(from, location).as_deref(), to, "{location}");
        }
    }
}
