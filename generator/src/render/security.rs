//! The content security policy, in one place: pages carry it in a `<meta>`, hosts may send it as a header.

/// What the pages of one site may load and where they may send something.
///
/// Nothing but the site's own files, and beside them the relay that takes reports where it has an
/// origin of its own. Scripts may only become part of a page through the one Trusted Types policy
/// that the base script makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    relay: Option<String>,
}

impl Policy {
    /// The policy of a site whose relay answers at `relay`: an absolute URL, of which the origin
    /// counts, or nothing where the relay shares the site's host.
    #[must_use]
    pub fn new(relay: Option<&str>) -> Self {
        Self {
            relay: relay.and_then(origin).map(str::to_owned),
        }
    }

    /// The value for `<meta http-equiv="Content-Security-Policy">`.
    #[must_use]
    pub fn meta(&self) -> String {
        let relay = self
            .relay
            .as_ref()
            .map(|origin| format!(" {origin}"))
            .unwrap_or_default();
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            &format!("connect-src 'self'{relay}"),
            &format!("form-action 'self'{relay}"),
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types waymark",
        ]
        .join("; ")
    }

    /// The value for the header: `frame-ancestors` works there only.
    #[must_use]
    pub fn header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.meta())
    }
}

/// The headers that a host should send with every file, names in lower case; `policy` is
/// [`Policy::header`].
#[must_use]
pub fn headers(policy: &str) -> [(&'static str, &str); 6] {
    [
        ("content-security-policy", policy),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        // A window that opened this one, or is opened by it, can't reach into it.
        ("cross-origin-opener-policy", "same-origin"),
        // Other sites can't embed its files and learn from that whether somebody has them.
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
    ]
}

/// The origin of an absolute `http` or `https` URL; nothing for a relative one.
///
/// Characters that could end the directive (`;`, `,`, white space, quotes) make it no origin: a
/// value from `site.toml` can't widen the policy.
#[must_use]
pub fn origin(url: &str) -> Option<&str> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| url.starts_with(scheme))?;
    let authority = &url[scheme.len()..];
    let length = authority.find(['/', '?', '#']).unwrap_or(authority.len());
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']' | '_');
    (length > 0 && authority[..length].chars().all(plain)).then(|| &url[..scheme.len() + length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert_eq!(
            origin("https://a.example/api/v1"),
            Some("https://a.example")
        );
        assert_eq!(
            origin("http://127.0.0.1:8080"),
            Some("http://127.0.0.1:8080")
        );
        assert_eq!(origin("http://[::1]:8080/x"), Some("http://[::1]:8080"));
        assert_eq!(origin("../api"), None);
        assert_eq!(origin("https://a.example; script-src *"), None);
        assert_eq!(origin("https://"), None);
    }

    #[test]
    fn the_relay_is_the_only_other_host() {
        let own = Policy::new(None).meta();
        assert!(own.contains("connect-src 'self';") && !own.contains("http"));
        let other = Policy::new(Some("https://relay.example/api/")).meta();
        assert!(other.contains("connect-src 'self' https://relay.example;"));
        assert!(other.contains("form-action 'self' https://relay.example;"));
        assert!(!other.contains("frame-ancestors"));
        assert!(
            Policy::new(None)
                .header()
                .ends_with("frame-ancestors 'none'")
        );
    }
}
