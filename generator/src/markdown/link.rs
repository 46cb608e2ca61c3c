//! Links: what an address in Markdown means.

use std::ops::Range;

use crate::diagnostic::Code;
use crate::language::LanguageTag;
use crate::url::{PagePath, decode, join};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkTarget {
    /// A page of this site.
    Page {
        /// A language other than the page's own, if the link names one.
        language: Option<LanguageTag>,
        /// The page.
        path: PagePath,
        /// The place in it, decoded.
        anchor: Option<String>,
    },
    /// A place in the same page, decoded.
    Here {
        /// The id.
        anchor: String,
    },
    /// A file beside the pages; `Library::asset` knows it.
    Asset {
        /// From the content folder: `en/images/map.png`.
        path: String,
    },
    /// An address elsewhere, as written.
    External {
        /// The address.
        url: String,
    },
    /// A term of the glossary.
    Term {
        /// Its key.
        key: String,
    },
    /// Nothing that can be linked; a diagnostic says why.
    Unusable,
}

/// A link or image of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: LinkTarget,
    /// True for an image.
    pub image: bool,
    /// What is shown when the pointer rests on it; empty if it has none.
    pub title: String,
    /// Where it stands in the source.
    pub span: Range<usize>,
}

/// What a page's links are read against.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// The page's language.
    pub lang: &'a LanguageTag,
    /// The page.
    pub page: &'a PagePath,
    /// The site's languages.
    pub languages: &'a [LanguageTag],
}

/// What is wrong with an address; a link is made of what it may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLink {
    /// The kind of mistake.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Schemes that a link may have.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Reads the address of a link or image. Whether what it names exists is for the library to say.
pub fn resolve(address: &str, image: bool, base: Base<'_>) -> (LinkTarget, Option<BadLink>) {
    let bad = |code, message: String, help: &str| {
        let bad = BadLink {
            code,
            message,
            help: help.to_owned(),
        };
        (LinkTarget::Unusable, Some(bad))
    };
    if address.is_empty() {
        return bad(
            Code::BrokenLink,
            "this link has no address".to_owned(),
            "Write the path of the page's .md file between ( and ).",
        );
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return (
            LinkTarget::Here {
                anchor: decode(anchor).unwrap_or_default(),
            },
            None,
        );
    }
    if let Some(scheme) = scheme(address) {
        let web = matches!(scheme.as_str(), "https" | "http");
        return if image && web {
            bad(
                Code::ExternalImage,
                "this image is on another host".to_owned(),
                "Pages load nothing from elsewhere, so that nobody learns who reads them. Put the image beside the page.",
            )
        } else if SCHEMES.contains(&scheme.as_str()) && !image {
            (
                LinkTarget::External {
                    url: address.to_owned(),
                },
                None,
            )
        } else {
            bad(
                Code::LinkScheme,
                format!("a link can't begin with {scheme}:"),
                "Links begin with https:, mailto: or tel:, or are relative paths.",
            )
        };
    }
    if address.starts_with(['/', '\\']) {
        return bad(
            Code::AbsoluteLink,
            format!("“{address}” begins at the root of the host"),
            "Write the path from this page's file, such as ../guidelines/index.md: it also works in a sub-folder and offline.",
        );
    }
    let (path, anchor) = address
        .split_once('#')
        .map_or((address, None), |(p, a)| (p, Some(a)));
    let anchor = anchor.filter(|anchor| !anchor.is_empty()).and_then(decode);
    let folder = match base.page.folder() {
        "" => base.lang.to_string(),
        folder => format!("{}/{folder}", base.lang),
    };
    let Some(path) = decode(path).and_then(|path| join(&folder, &path)) else {
        return bad(
            Code::BrokenLink,
            format!("“{address}” leads out of the content folder"),
            "",
        );
    };
    if image {
        return (LinkTarget::Asset { path }, None);
    }
    in_site(address, &path, anchor, base)
}

/// A path from the content folder: a page if it is Markdown in a language's folder.
fn in_site(
    address: &str,
    path: &str,
    anchor: Option<String>,
    base: Base<'_>,
) -> (LinkTarget, Option<BadLink>) {
    let name = path.rsplit('/').next().unwrap_or_default();
    let (stem, wrong) = if let Some(stem) = path.strip_suffix(".md") {
        (stem.to_owned(), None)
    } else if let Some(stem) = path
        .strip_suffix(".html")
        .or_else(|| path.strip_suffix(".htm"))
    {
        let code = Code::HtmlLink;
        (
            stem.to_owned(),
            Some((code, format!("“{address}” names a written file"))),
        )
    } else if !name.contains('.') || address.ends_with('/') {
        let stem = if address.ends_with('/') {
            format!("{path}/index")
        } else {
            path.to_owned()
        };
        (
            stem,
            Some((
                Code::BrokenLink,
                format!("“{address}” isn't the path of a file"),
            )),
        )
    } else {
        return (
            LinkTarget::Asset {
                path: path.to_owned(),
            },
            None,
        );
    };
    let language = |first: &str| base.languages.iter().find(|tag| tag.as_str() == first);
    let found = stem
        .split_once('/')
        .and_then(|(first, rest)| Some((language(first)?, PagePath::new(rest)?)));
    let Some((tag, path)) = found else {
        let bad = BadLink {
            code: Code::BrokenLink,
            message: format!("“{address}” isn't in the folder of a language"),
            help: String::new(),
        };
        return (LinkTarget::Unusable, Some(bad));
    };
    let bad = wrong.map(|(code, message)| {
        let page = address.split('#').next().unwrap_or_default();
        let page = page.trim_end_matches(".html").trim_end_matches(".htm");
        let end = if page.ends_with('/') {
            "index.md"
        } else {
            ".md"
        };
        BadLink {
            code,
            message,
            help: format!("Link to the Markdown file: {page}{end}"),
        }
    });
    let language = (tag != base.lang).then(|| tag.clone());
    (
        LinkTarget::Page {
            language,
            path,
            anchor,
        },
        bad,
    )
}

/// The scheme of an address in lower case (RFC 3986, 3.1).
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let good = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    good.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str, image: bool) -> String {
        let lang = LanguageTag::parse("fr").unwrap();
        let languages = [LanguageTag::parse("en").unwrap(), lang.clone()];
        let page = PagePath::new("a/b").unwrap();
        let base = Base {
            lang: &lang,
            page: &page,
            languages: &languages,
        };
        let (target, bad) = resolve(address, image, base);
        let target = match target {
            LinkTarget::Page {
                language,
                path,
                anchor,
            } => {
                format!(
                    "page {} {path} {}",
                    language.map_or("-".into(), |l| l.to_string()),
                    anchor.unwrap_or_default()
                )
            }
            LinkTarget::Here { anchor } => format!("here {anchor}"),
            LinkTarget::Asset { path } => format!("asset {path}"),
            LinkTarget::External { url } => format!("external {url}"),
            LinkTarget::Term { key } => format!("term {key}"),
            LinkTarget::Unusable => "unusable".to_owned(),
        };
        match bad {
            Some(bad) => format!("{target} {}", bad.code),
            None => target,
        }
    }

    #[test]
    fn addresses_mean_what_they_say() {
        for (address, meaning) in [
            ("c.md", "page - a/c "),
            ("../index.md#caf%C3%A9", "page - index café"),
            ("../../en/a/b.md", "page en a/b "),
            ("#x", "here x"),
            ("plan.pdf", "asset fr/a/plan.pdf"),
            ("../../logo.svg", "asset logo.svg"),
            ("https://example.org/", "external https://example.org/"),
            ("mailto:a@example.org", "external mailto:a@example.org"),
            ("c.html#x", "page - a/c x html-link"),
            ("../d/", "page - d/index  broken-link"),
            ("c", "page - a/c  broken-link"),
            ("../../../x.md", "unusable broken-link"),
            ("../../de/x.md", "unusable broken-link"),
            ("/fr/a/c.md", "unusable absolute-link"),
            ("//host/x", "unusable absolute-link"),
            ("javascript:alert(1)", "unusable link-scheme"),
            ("JavaScript:alert(1)", "unusable link-scheme"),
            ("data:text/html,x", "unusable link-scheme"),
            ("", "unusable broken-link"),
        ] {
            assert_eq!(read(address, false), meaning, "{address}");
        }
        assert_eq!(
            read("https://example.org/x.png", true),
            "unusable external-image"
        );
        assert_eq!(
            read("data:image/png;base64,x", true),
            "unusable link-scheme"
        );
        assert_eq!(read("../x.png", true), "asset fr/x.png");
    }
}
