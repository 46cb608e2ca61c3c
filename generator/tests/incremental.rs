//! A pipeline that runs again and again comes to the same bytes as one that runs for the first
//! time, whatever was edited in between: guides in many languages, their lock files, a glossary,
//! theme, strings and `site.toml` are edited at random, and all files compared each time.
//!
//! `WAYMARK_EDITS` says how many edits (30; `tests/run` makes 300), `WAYMARK_SEED` which ones.

#![allow(
    clippy::unwrap_used,
    reason = "this is a test from its first line to its last"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use waymark::build::BuildOptions;
use waymark::output::publish::Files;
use waymark::pipeline::{Nobody, Onlooker, Pipeline};
use waymark::progress::Silent;
use waymark::url::OutputPath;

const LANGUAGES: [&str; 7] = ["en", "de", "fr", "ru", "ar", "ja", "zh-hans"];

/// Splitmix64 (Steele, Lea, Flood 2014): all that is random comes from the seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n as u64).unwrap()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

fn setting(name: &str, otherwise: u64) -> u64 {
    let given = std::env::var(name).ok();
    given.map_or(otherwise, |text| text.parse().expect("a number"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn change(path: &Path, change: impl FnOnce(&str) -> String) {
    let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
    fs::write(path, change(&text)).unwrap();
}

struct Writer {
    folder: PathBuf,
    dice: Dice,
    count: usize,
    /// Kept to be put back.
    broken: Vec<(PathBuf, Vec<u8>)>,
}

impl Writer {
    fn new(folder: &Path, seed: u64) -> Self {
        let writer = Self {
            folder: folder.to_owned(),
            dice: Dice(seed),
            count: 0,
            broken: Vec::new(),
        };
        writer.fill();
        writer
    }

    /// The guides as they lie: the first state, and that of somebody who takes back all edits.
    fn fill(&self) {
        let corpus = root().join("tests/fixtures/corpus");
        for folder in ["content", "theme"] {
            let _ = fs::remove_dir_all(self.folder.join(folder));
        }
        let site = fs::read_to_string(corpus.join("site.toml")).unwrap();
        let kept = |line: &&str| {
            let name = line.split_once(".name = ").map(|(tag, _)| tag);
            name.is_none_or(|tag| LANGUAGES.contains(&tag))
        };
        let site: Vec<&str> = site.lines().filter(kept).collect();
        self.write("content/site.toml", site.join("\n") + "\n");
        for language in LANGUAGES {
            for entry in fs::read_dir(corpus.join(language)).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap();
                let text = fs::read(&path).unwrap();
                self.write(&format!("content/{language}/{name}"), text);
            }
        }
        let words = "+++\ntitle = \"Words\"\nlayout = \"glossary\"\n+++\n\nWords.\n";
        self.write("content/en/glossary.md", words);
        self.write("content/en/glossary.toml", "");
        for language in ["de", "fr"] {
            let done = Command::new(env!("CARGO_BIN_EXE_waymark"))
                .args(["translate", "--all", language, "--done"])
                .current_dir(&self.folder)
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&done.stderr);
            assert!(done.status.success(), "{said}");
        }
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The Markdown files, in order.
    fn pages(&self) -> Vec<PathBuf> {
        let walk = walkdir::WalkDir::new(self.folder.join("content")).sort_by_file_name();
        let files = walk.into_iter().map(|entry| entry.unwrap().into_path());
        files
            .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
            .collect()
    }

    fn page(&mut self) -> PathBuf {
        let pages = self.pages();
        self.dice.one(&pages).clone()
    }

    /// Takes a file away, or puts it in another state, and back some edits later.
    fn toggle(&self, path: &str, text: &str) {
        let whole = self.folder.join(path);
        if whole.exists() {
            fs::remove_file(whole).unwrap();
        } else {
            self.write(path, text);
        }
    }

    fn edit(&mut self) -> String {
        self.count += 1;
        let n = self.count;
        if n.is_multiple_of(20) {
            self.fill();
            self.broken.clear();
            return "all taken back".to_owned();
        }
        let page = self.page();
        let name = page
            .strip_prefix(&self.folder)
            .unwrap()
            .display()
            .to_string();
        // Half of what is broken is mended soon, so that most states have no errors.
        if !self.broken.is_empty() && self.dice.below(2) == 0 {
            let (path, bytes) = self.broken.remove(0);
            fs::write(&path, bytes).unwrap();
            return format!("mend {}", path.display());
        }
        match self.dice.below(18) {
            which @ (6 | 9..=13 | 16) => self.edit_site(which, &page),
            which => self.edit_page(which, page, &name),
        }
    }

    fn edit_page(&mut self, which: usize, page: PathBuf, name: &str) -> String {
        let n = self.count;
        match which {
            0..=3 => {
                change(&page, |text| {
                    format!("{text}\nEdit number {n}, with *words*.\n")
                });
                format!("text of {name}")
            }
            4 => {
                change(&page, |text| {
                    text.replacen("title = \"", &format!("title = \"{n} "), 1)
                });
                format!("title of {name}")
            }
            5 => {
                change(&page, |text| {
                    format!("{text}\n## Part {n}\n\nMore [of it](#part-{n}).\n")
                });
                format!("heading in {name}")
            }
            7 => {
                fs::remove_file(&page).unwrap();
                format!("delete {name}")
            }
            8 => {
                let to = page.with_file_name(format!("renamed-{}.md", n % 5));
                fs::rename(&page, to).unwrap();
                format!("rename {name}")
            }
            14 => {
                let bytes = fs::read(&page).unwrap();
                let half = if n.is_multiple_of(2) {
                    bytes[..bytes.len() / 3].to_vec()
                } else {
                    b"+++\ntitle = \"\xff\"\n+++\n".to_vec()
                };
                fs::write(&page, half).unwrap();
                self.broken.push((page, bytes));
                format!("break {name}")
            }
            15 => {
                // Of the same length and with the same time, as if a clock hadn't ticked.
                let time = fs::metadata(&page).unwrap().modified().unwrap();
                change(&page, |text| {
                    text.replace('e', "a").replace("titla", "title")
                });
                let file = fs::File::options().write(true).open(&page).unwrap();
                file.set_modified(time).unwrap();
                format!("same length and time of {name}")
            }
            _ => {
                let bytes = fs::read(&page).unwrap();
                fs::write(&page, bytes).unwrap();
                format!("touch {name}")
            }
        }
    }

    fn edit_site(&mut self, which: usize, page: &Path) -> String {
        let n = self.count;
        match which {
            6 => {
                let language = *self.dice.one(&LANGUAGES);
                let text = format!(
                    "+++\ntitle = \"New {n}\"\n+++\n\n## Why\n\nA [file](../files/a.txt).\n"
                );
                self.write(&format!("content/{language}/more/new-{}.md", n % 7), text);
                self.write("content/en/files/a.txt", format!("{}", n % 3));
                format!("new page in {language}")
            }
            9 => {
                let text = format!(
                    "[terms.user]\nterm = \"user\"\ndefinition = \"Somebody ({n}).\"\nsynonyms = [\"reader\"]\n"
                );
                self.write("content/en/glossary.toml", text);
                change(page, |text| format!("{text}\nOne [[user]].\n"));
                "glossary".to_owned()
            }
            10 => {
                self.toggle(
                    "theme/templates/parts/pager.html",
                    &format!("<p>Pager {n}</p>\n"),
                );
                "template".to_owned()
            }
            11 => {
                let language = *self.dice.one(&["en", "de", "fr", "ru"]);
                let text =
                    fs::read_to_string(root().join(format!("theme/i18n/{language}.ftl"))).unwrap();
                let (key, rest) = text.split_once(" = ").unwrap();
                self.toggle(
                    &format!("theme/i18n/{language}.ftl"),
                    &format!("{key} = {n} {rest}"),
                );
                format!("strings of {language}")
            }
            12 => {
                let text = fs::read_to_string(root().join("theme/css/tokens.css")).unwrap();
                self.toggle("theme/css/tokens.css", &format!("{text}\n/* {n} */\n"));
                "style".to_owned()
            }
            13 => {
                let site = self.folder.join("content/site.toml");
                let what = self.dice.below(3);
                change(&site, |text| match what {
                    0 => text.replacen("Guides\"", &format!("Guides {n}\""), 1),
                    1 if text.contains("base_url") => {
                        text.replace("base_url = \"https://a.example/b/\"\n", "")
                    }
                    1 => format!("base_url = \"https://a.example/b/\"\n{text}"),
                    _ if text.contains("\nit.name") => text.replace("it.name = \"Italiano\"\n", ""),
                    _ => text.replacen("ja.name", "it.name = \"Italiano\"\nja.name", 1),
                });
                "site.toml".to_owned()
            }
            _ => {
                let lock = self.folder.join("content/de/translations.lock");
                let text = fs::read_to_string(root().join("generator/Cargo.toml")).unwrap();
                if lock.exists() {
                    self.broken.push((lock.clone(), fs::read(&lock).unwrap()));
                    fs::remove_file(&lock).unwrap();
                } else {
                    fs::write(&lock, text).unwrap();
                    self.broken.push((lock, b"format = 1\n".to_vec()));
                }
                "lock".to_owned()
            }
        }
    }
}

/// Looks at some pages, and moves on after having been asked so many times.
struct Impatient {
    open: Vec<OutputPath>,
    first: Mutex<Option<Files>>,
    left: AtomicUsize,
}

impl Onlooker for Impatient {
    fn open_pages(&self) -> Vec<OutputPath> {
        self.open.clone()
    }

    fn show_first(&self, files: &Files) {
        *self.first.lock().unwrap() = Some(files.clone());
    }

    fn has_moved_on(&self) -> bool {
        let took = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
        took.is_err()
    }
}

#[test]
fn what_was_edited_is_built_as_if_it_had_always_been_so() {
    let edits = setting("WAYMARK_EDITS", 30);
    let seed = setting("WAYMARK_SEED", 2026);
    println!("{edits} edits, WAYMARK_SEED={seed}");
    let folder = tempfile::tempdir().unwrap();
    let mut writer = Writer::new(folder.path(), seed);
    let options = BuildOptions {
        source_date: Some(1_795_392_000),
        ..BuildOptions::new(folder.path().join("content"))
    };
    let mut pipeline = Pipeline::for_runs();
    let (mut whole, mut first_shown, mut cut) = (0, 0, 0);
    for n in 0..edits {
        let what = if n == 0 {
            "begin".to_owned()
        } else {
            writer.edit()
        };
        let clean = Pipeline::default().run(&options, &mut Silent);
        let names: Vec<OutputPath> = clean
            .site
            .iter()
            .flat_map(|site| site.files.keys().cloned())
            .collect();
        if n % 3 == 0 && !names.is_empty() {
            let onlooker = Impatient {
                open: (0..2).map(|_| writer.dice.one(&names).clone()).collect(),
                first: Mutex::default(),
                left: AtomicUsize::new(writer.dice.below(60)),
            };
            cut += usize::from(pipeline.run_for(&onlooker, &options, &mut Silent).is_none());
            let shown = onlooker.first.into_inner().unwrap();
            for (path, bytes) in shown.iter().flatten() {
                let site = clean.site.as_ref().unwrap();
                assert!(
                    site.files.get(path) == Some(bytes),
                    "edit {n} ({what}): {path} was shown as something else"
                );
                first_shown += usize::from(onlooker.open.contains(path));
            }
        }
        let outcome = pipeline
            .run_for(&Nobody, &options, &mut Silent)
            .expect("nobody moves on");
        assert_eq!(
            outcome.diagnostics.render(false),
            clean.diagnostics.render(false),
            "edit {n} ({what})"
        );
        let (Some(site), Some(other)) = (&outcome.site, &clean.site) else {
            assert_eq!(
                outcome.site.is_some(),
                clean.site.is_some(),
                "edit {n} ({what})"
            );
            continue;
        };
        let all: BTreeSet<&OutputPath> = site.files.keys().chain(other.files.keys()).collect();
        let differ: Vec<_> = all
            .into_iter()
            .filter(|path| site.files.get(*path) != other.files.get(*path))
            .collect();
        assert!(differ.is_empty(), "edit {n} ({what}): {differ:?}");
        whole += usize::from(!clean.diagnostics.has_errors());
    }
    println!(
        "{whole} states without errors, {first_shown} pages shown first, {cut} runs cut short"
    );
    assert!(whole > 0);
}
