//! The headers that a host should send with the site, and the rules that make common hosts do so:
//! all from here, so that no two hosts differ.

use crate::content::Library;
use crate::language::LanguageTag;
use crate::render::security::{Policy, headers};
use crate::url::base_path;
use std::fmt::Write as _;

/// For files whose name changes with their bytes.
const KEPT: &str = "public, max-age=31536000, immutable";

/// For all others: kept, but asked for again each time, so that an edit shows at once.
const ASKED: &str = "no-cache";

/// Hashed search files; the boot scripts beside them keep their names.
const HASHED_SEARCH: &str = r"[^/]*-[0-9a-z]{6}\.js$";

/// What to write rules for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Host {
    /// Part of a `server` block of nginx
    Nginx,
    /// Part of a site block of a Caddyfile
    Caddy,
    /// `_headers`, in the root of what is uploaded
    Cloudflare,
    /// `_headers`, in the root of what is uploaded
    Netlify,
}

/// What a host should send with each file of a site.
#[derive(Debug, Clone)]
pub struct Hosting {
    policy: String,
    base: String,
    /// Boot scripts of the search whose names look hashed (`sr-ekavsk.js`).
    misleading: Vec<String>,
}

impl Hosting {
    /// The rules of a site; `relay` is another host's address, if reports go to one.
    ///
    /// None if the path of `base_url` has characters that mean something in the hosts' languages.
    #[must_use]
    pub fn of(library: &Library, relay: Option<&str>) -> Option<Self> {
        let config = library.site();
        let configured = Some(config.reporting.relay.as_str()).filter(|relay| !relay.is_empty());
        let tags = library.languages().iter().map(|language| &language.tag);
        let base = base_path(&config.base_url);
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~/".contains(c);
        base.chars()
            .all(plain)
            .then(|| Self::new(&Policy::new(relay.or(configured)), &base, tags))
    }

    fn new<'a>(
        policy: &Policy,
        base: &str,
        languages: impl Iterator<Item = &'a LanguageTag>,
    ) -> Self {
        Self {
            policy: policy.header(),
            base: base.to_owned(),
            misleading: languages
                .map(|tag| format!("{tag}.js"))
                .filter(|name| looks_hashed(name))
                .collect(),
        }
    }

    /// The headers for a file, by its path below the site's root (`en/index.html`).
    #[must_use]
    pub fn headers(&self, path: &str) -> Vec<(&'static str, &str)> {
        let hashed = match path.split_once('/') {
            Some(("assets", _)) => true,
            Some(("search", name)) => {
                looks_hashed(name) && !self.misleading.iter().any(|other| other == name)
            }
            _ => false,
        };
        let mut all = self.common();
        all.push(("cache-control", if hashed { KEPT } else { ASKED }));
        all
    }

    fn common(&self) -> Vec<(&'static str, &str)> {
        headers(&self.policy).to_vec()
    }

    /// The rules in the host's own language.
    #[must_use]
    pub fn rules(&self, host: Host) -> String {
        match host {
            Host::Nginx => self.nginx(),
            Host::Caddy => self.caddy(),
            Host::Cloudflare | Host::Netlify => self.uploaded(),
        }
    }

    fn nginx(&self) -> String {
        let base = &self.base;
        let block = |cache: &str, indent: &str| {
            let mut lines = String::new();
            for (name, value) in self.common().into_iter().chain([("cache-control", cache)]) {
                // Writing to a string can't fail.
                let _ = writeln!(lines, "{indent}add_header {name} \"{value}\" always;");
            }
            lines
        };
        let mut text = format!(
            "# For the `server` block of nginx that has the site under `root`{}.\n\
             # Nobody's visit is written down, not even a broken one.\n\
             access_log off;\nlog_not_found off;\nerror_log /dev/null crit;\n\n\
             server_tokens off;\nabsolute_redirect off;\ncharset utf-8;\n\
             charset_types text/css text/javascript text/plain application/javascript;\n\
             index index.html;\nerror_page 404 {base}404.html;\n\n{}\n\
             # Names here change with the bytes.\nlocation ^~ {base}assets/ {{\n{}}}\n\
             location ~ \"^{}search/{HASHED_SEARCH}\" {{\n{}}}\n",
            match base.trim_matches('/') {
                "" => String::new(),
                folder => format!(", in its folder `{folder}`"),
            },
            block(ASKED, ""),
            block(KEPT, "    "),
            base.replace('.', "\\."),
            block(KEPT, "    "),
        );
        for name in &self.misleading {
            let _ = write!(
                text,
                "location = {base}search/{name} {{\n{}}}\n",
                block(ASKED, "    ")
            );
        }
        text
    }

    fn caddy(&self) -> String {
        let base = &self.base;
        let pattern = base.replace('.', "\\.");
        let mut text = String::from(
            "# For the site block of a Caddyfile that has `root` and `file_server`. Caddy writes no visit down\n\
             # unless the block says `log`; that it keeps errors to itself too, say at the top of the file:\n\
             #   { log { exclude http.log.error } }\n\
             header {\n\t-Server\n",
        );
        for (name, value) in self.common() {
            let _ = writeln!(text, "\t{name} \"{value}\"");
        }
        let except = if self.misleading.is_empty() {
            String::new()
        } else {
            let paths: Vec<_> = self
                .misleading
                .iter()
                .map(|name| format!("{base}search/{name}"))
                .collect();
            format!("\tnot path {}\n", paths.join(" "))
        };
        let _ = write!(
            text,
            "}}\n# Names here change with the bytes.\n\
             @kept {{\n\tpath_regexp ^{pattern}(assets/|search/{HASHED_SEARCH})\n{except}}}\n\
             @asked not {{\n\tpath_regexp ^{pattern}(assets/|search/{HASHED_SEARCH})\n{except}}}\n\
             header @kept cache-control \"{KEPT}\"\nheader @asked cache-control \"{ASKED}\"\n\
             @missing not file {{path}} {{path}}/index.html\n\
             handle @missing {{\n\theader cache-control \"{ASKED}\"\n\trewrite * {base}404.html\n\
             \tfile_server {{\n\t\tstatus 404\n\t}}\n}}\n",
        );
        text
    }

    /// Cloudflare Pages and Netlify read the same file. Where several of its rules name a header,
    /// the values are joined, so no file may fall under two rules for its cache; what has none is
    /// asked for again each time by default on both.
    fn uploaded(&self) -> String {
        let mut text = String::from(
            "# As `_headers` in the root of what is uploaded. Files without a cache-control of their own are asked\n\
             # for again each time (both hosts do that by default); so are those of search/, whose hashed and\n\
             # lasting names no rule of this file can tell apart.\n",
        );
        let base = &self.base;
        let _ = writeln!(text, "{base}*");
        for (name, value) in self.common() {
            let _ = writeln!(text, "  {name}: {value}");
        }
        let _ = write!(text, "{base}assets/*\n  cache-control: {KEPT}\n");
        text
    }
}

/// Whether a file's name ends as [`HASHED_SEARCH`] says.
fn looks_hashed(name: &str) -> bool {
    let digest = name
        .strip_suffix(".js")
        .and_then(|stem| stem.rsplit_once('-'))
        .map(|(_, digest)| digest);
    digest.is_some_and(|digest| {
        digest.len() == 6
            && digest
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosting(languages: &[&str]) -> Hosting {
        let tags: Vec<LanguageTag> = languages
            .iter()
            .map(|tag| LanguageTag::parse(tag).unwrap())
            .collect();
        Hosting::new(&Policy::new(None), "/", tags.iter())
    }

    fn cache<'a>(hosting: &'a Hosting, path: &str) -> &'a str {
        let headers = hosting.headers(path);
        headers
            .iter()
            .find(|(name, _)| *name == "cache-control")
            .unwrap()
            .1
    }

    #[test]
    fn only_names_that_change_with_their_bytes_are_kept() {
        let site = hosting(&["en", "sr-Latn", "sr-ekavsk"]);
        for path in [
            "assets/base.0123abcd.css",
            "search/en-core-1a2b3c.js",
            "search/sr-Latn-v0-zzzzzz.js",
        ] {
            assert_eq!(cache(&site, path), KEPT, "{path}");
        }
        for path in [
            "index.html",
            "en/index.html",
            "en/assets/x.html",
            "search/en.js",
            "search/sr-Latn.js",
            "search/sr-ekavsk.js",
            "search/snowball-license.txt",
            "SHA256SUMS",
        ] {
            assert_eq!(cache(&site, path), ASKED, "{path}");
        }
    }

    #[test]
    fn a_language_that_looks_hashed_has_a_rule_of_its_own() {
        let site = hosting(&["en", "sr-ekavsk"]);
        let nginx = site.rules(Host::Nginx);
        assert!(nginx.contains("location = /search/sr-ekavsk.js {"));
        assert!(
            site.rules(Host::Caddy)
                .contains("not path /search/sr-ekavsk.js")
        );
        assert!(!hosting(&["en"]).rules(Host::Nginx).contains("location = "));
    }

    #[test]
    fn an_uploaded_file_falls_under_one_cache_rule_at_most() {
        let text = hosting(&["en"]).rules(Host::Netlify);
        assert_eq!(text.matches("cache-control: ").count(), 1);
        assert!(text.contains("\n/*\n  content-security-policy: default-src 'none'; "));
        assert!(
            text.lines().all(|line| line.len() < 2_000),
            "Cloudflare's limit"
        );
    }
}
