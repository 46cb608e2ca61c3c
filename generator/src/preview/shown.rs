//! What is shown now, and who looks at it.

use super::mistakes::Mistakes;
use crate::output::publish::Files;
use crate::pipeline::Onlooker;
use crate::source::Digest;
use crate::sources::lock;
use crate::url::{OutputPath, decode};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// A page counts as open for so long after its browser last asked: between two questions it is
/// busy.
const STILL_OPEN: Duration = Duration::from_secs(5);

/// A site that can be exchanged while it is served. Clones show the same site.
#[derive(Debug, Clone)]
pub struct Preview(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    shown: RwLock<Arc<Shown>>,
    /// Counts what was shown.
    version: watch::Sender<u64>,
    open: Mutex<BTreeMap<OutputPath, Open>>,
}

/// Who looks at a page.
#[derive(Debug)]
struct Open {
    waiting: usize,
    last: Instant,
}

/// What is shown at a time.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    files: Arc<Files>,
    /// Pages that were made before all others, and what they load.
    first: Arc<Files>,
    /// The content security policy, as a header.
    pub policy: Arc<str>,
    /// What is wrong.
    pub mistakes: Arc<Mistakes>,
}

impl Shown {
    /// The file of an address: `/` and `…/` mean the `index.html` there.
    #[must_use]
    pub fn find(&self, address: &str) -> Option<(OutputPath, Arc<[u8]>)> {
        let path = output_path(address)?;
        let bytes = self.first.get(&path).or_else(|| self.files.get(&path))?;
        let bytes = Arc::clone(bytes);
        Some((path, bytes))
    }

    /// True if there is no site.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// What tells one state of a page from another; none if there is no such page.
    #[must_use]
    pub fn digest(&self, address: &str) -> Option<String> {
        self.find(address)
            .map(|(_, bytes)| Digest::of(&bytes).short())
    }
}

fn output_path(address: &str) -> Option<OutputPath> {
    let path = decode(address.strip_prefix('/')?)?;
    let path = match path.as_str() {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        _ => path,
    };
    OutputPath::new(&path)
}

impl Default for Preview {
    fn default() -> Self {
        Self(Arc::new(Inner {
            shown: RwLock::default(),
            version: watch::Sender::new(0),
            open: Mutex::default(),
        }))
    }
}

impl Preview {
    /// What is shown now.
    #[must_use]
    pub fn shown(&self) -> Arc<Shown> {
        let shown = self.0.shown.read();
        Arc::clone(&shown.unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows something else from now on.
    pub fn change(&self, change: impl FnOnce(&mut Shown)) {
        let mut shown = Shown::clone(&self.shown());
        change(&mut shown);
        let slot = self.0.shown.write();
        *slot.unwrap_or_else(PoisonError::into_inner) = Arc::new(shown);
        self.0.version.send_modify(|version| *version += 1);
    }

    /// Shows a whole site; true if it is another than before.
    #[must_use]
    pub fn show(&self, files: Files, policy: &str) -> bool {
        let now = self.shown();
        let same = *now.files == files && *now.policy == *policy;
        self.change(|shown| {
            shown.files = Arc::new(files);
            shown.first = Arc::default();
            shown.policy = Arc::from(policy);
        });
        !same
    }

    /// Counts up whenever something else is shown.
    #[must_use]
    pub fn versions(&self) -> watch::Receiver<u64> {
        self.0.version.subscribe()
    }

    /// Somebody looks at this page as long as what is returned lives.
    #[must_use]
    pub fn look_at(&self, address: &str) -> Option<Look> {
        let path = output_path(address)?;
        self.count(&path, |waiting| waiting + 1);
        Some(Look {
            preview: self.clone(),
            path,
        })
    }

    fn count(&self, path: &OutputPath, count: impl FnOnce(usize) -> usize) {
        let mut open = lock(&self.0.open);
        let now = Instant::now();
        let entry = open.entry(path.clone()).or_insert(Open {
            waiting: 0,
            last: now,
        });
        entry.waiting = count(entry.waiting);
        entry.last = now;
    }
}

/// Somebody looks at a page.
#[derive(Debug)]
pub struct Look {
    preview: Preview,
    path: OutputPath,
}

impl Drop for Look {
    fn drop(&mut self) {
        self.preview
            .count(&self.path, |waiting| waiting.saturating_sub(1));
    }
}

/// Those who look, while a run goes on.
#[derive(Debug)]
pub struct Onlookers<'a> {
    /// What they look at.
    pub preview: &'a Preview,
    /// True once something has changed that this run doesn't know.
    pub stale: &'a AtomicBool,
    /// True if this run is to reach its end whatever changes.
    pub patient: bool,
}

impl Onlooker for Onlookers<'_> {
    fn open_pages(&self) -> Vec<OutputPath> {
        let mut open = lock(&self.preview.0.open);
        open.retain(|_, page| page.waiting > 0 || page.last.elapsed() < STILL_OPEN);
        open.keys().cloned().collect()
    }

    fn show_first(&self, files: &Files) {
        let now = self.preview.shown();
        let new = files
            .iter()
            .filter(|(path, bytes)| now.files.get(path) != Some(bytes));
        let first: Files = new
            .map(|(path, bytes)| (path.clone(), Arc::clone(bytes)))
            .collect();
        self.preview.change(|shown| shown.first = Arc::new(first));
    }

    fn has_moved_on(&self) -> bool {
        !self.patient && self.stale.load(Ordering::Acquire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> (OutputPath, Arc<[u8]>) {
        (OutputPath::new(path).unwrap(), Arc::from(text.as_bytes()))
    }

    #[test]
    fn the_first_pages_are_shown_at_once_and_the_others_stay_until_all_is_made() {
        let preview = Preview::default();
        let text = |address: &str| {
            let (_, bytes) = preview.shown().find(address)?;
            Some(String::from_utf8_lossy(&bytes).into_owned())
        };
        assert!(preview.show(
            Files::from([file("en/a.html", "a"), file("en/b.html", "b")]),
            ""
        ));
        let look = preview.look_at("/en/a.html");
        let stale = AtomicBool::new(false);
        let onlookers = Onlookers {
            preview: &preview,
            stale: &stale,
            patient: false,
        };
        assert_eq!(
            onlookers.open_pages(),
            [OutputPath::new("en/a.html").unwrap()]
        );
        onlookers.show_first(&Files::from([file("en/a.html", "A")]));
        assert_eq!(text("/en/a.html").as_deref(), Some("A"));
        assert_eq!(text("/en/b.html").as_deref(), Some("b"));
        assert!(preview.show(Files::from([file("en/index.html", "i")]), ""));
        assert_eq!(text("/en/").as_deref(), Some("i"));
        assert_eq!(text("/en/a.html"), None);
        drop(look);
        assert!(!onlookers.has_moved_on());
        stale.store(true, Ordering::Release);
        assert!(onlookers.has_moved_on());
    }
}
