//! Callouts: GFM's five alerts, and three of our own that tell whose words these are.

/// A kind of callout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalloutKind {
    /// What the source says.
    Source,
    /// What later texts say.
    Later,
    /// Our own advice.
    Ours,
    /// Worth knowing.
    Note,
    /// A hint.
    Tip,
    /// Must be known.
    Important,
    /// Needs care.
    Warning,
    /// Danger.
    Caution,
}

impl CalloutKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Source,
        Self::Later,
        Self::Ours,
        Self::Note,
        Self::Tip,
        Self::Important,
        Self::Warning,
        Self::Caution,
    ];

    /// The lower-case name: the HTML class, and the end of the string's key (`callout-source`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Later => "later",
            Self::Ours => "ours",
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }

    /// Reads a name in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(name))
    }
}
