//! Links: what an address in Markdown means.

use std::ops::Range;

use crate::language::LanguageTag;
use crate::url::PagePath;

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
    /// Where it stands in the source.
    pub span: Range<usize>,
}
