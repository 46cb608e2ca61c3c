//! Follows every link of a built site, as a browser would that opened it from a folder.

use std::collections::{BTreeMap, BTreeSet};

use waymark::url::{decode, join};

/// An address in a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// The element that has it: `a`, `link`, `script`.
    pub element: String,
    /// The address, entities decoded.
    pub target: String,
}

/// What `href`, `src`, `action` and `data-search` of a page say, and the ids that it has.
pub fn scan(html: &str) -> (Vec<Address>, BTreeSet<String>) {
    let (mut addresses, mut ids) = (Vec::new(), BTreeSet::new());
    for tag in html.split('<').skip(1) {
        let Some(tag) = tag.split('>').next() else {
            continue;
        };
        let element: String = tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if element.is_empty() {
            continue;
        }
        for (at, _) in tag.match_indices("=\"") {
            let name = tag[..at]
                .rsplit(|c: char| c.is_whitespace())
                .next()
                .unwrap_or_default();
            let value = entities(tag[at + 2..].split('"').next().unwrap_or_default());
            match name {
                // Of the same name, an attribute of the search control without a value counts not.
                "href" | "src" | "action" | "data-search" if !value.is_empty() => {
                    addresses.push(Address {
                        element: element.clone(),
                        target: value,
                    });
                }
                "id" => {
                    ids.insert(value);
                }
                _ => {}
            }
        }
    }
    (addresses, ids)
}

fn entities(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&#x2F;", "/")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Every way that leads nowhere: the page and the address, sorted. Addresses elsewhere are left
/// out, and those of the relay, which isn't a file.
pub fn broken(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let pages: BTreeMap<&str, _> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| {
            (
                path.as_str(),
                scan(std::str::from_utf8(bytes).expect("UTF-8")),
            )
        })
        .collect();
    let mut broken = Vec::new();
    for (page, (addresses, _)) in &pages {
        for address in addresses {
            if !leads_somewhere(page, &address.target, files, &pages) {
                broken.push(format!("{page}: <{}> {}", address.element, address.target));
            }
        }
    }
    broken
}

fn leads_somewhere(
    page: &str,
    target: &str,
    files: &BTreeMap<String, Vec<u8>>,
    pages: &BTreeMap<&str, (Vec<Address>, BTreeSet<String>)>,
) -> bool {
    if is_elsewhere(target) || target.contains("api/v1/reports/") {
        return true;
    }
    let (way, anchor) = target.split_once('#').unwrap_or((target, ""));
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = match way.strip_prefix('/') {
        // Only the page that a host shows at any depth may do so.
        Some(rest) if page == "404.html" => Some(rest.to_owned()),
        Some(_) => None,
        None if way.is_empty() => Some(page.to_owned()),
        None => decode(way).and_then(|way| join(folder, &way)),
    };
    let Some(path) = path.filter(|path| files.contains_key(path)) else {
        return false;
    };
    let Some(anchor) = decode(anchor) else {
        return false;
    };
    anchor.is_empty()
        || anchor == "q="
        || pages
            .get(path.as_str())
            .is_some_and(|(_, ids)| ids.contains(&anchor))
}

/// True for an address with a scheme or a host.
pub fn is_elsewhere(target: &str) -> bool {
    target.starts_with("//")
        || target.split_once(':').is_some_and(|(scheme, _)| {
            !scheme.is_empty()
                && scheme
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        })
}
