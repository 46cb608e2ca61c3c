//! Builds the site for this system, and serves it from its folder.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::set_status::SetStatus;
use waymark::config::{Localised, Site};
use waymark::content::{Desk, DeskState, LoadOptions};
use waymark::progress::Progress;
use waymark::render::security::{Policy, headers};
use waymark::{BuildOptions, BuildReport, Diagnostics};

use crate::cli::Cli;
use crate::desk;
use crate::error::LocalError;

/// What `site.toml` says: the relay needs the instance and the stamp's difficulty.
pub fn settings(content: &Path) -> Result<Site, LocalError> {
    let mut diagnostics = Diagnostics::new();
    let options = LoadOptions {
        content: content.to_owned(),
        ..LoadOptions::default()
    };
    match waymark::load(&options, &mut diagnostics) {
        Ok(library) => Ok(library.site().clone()),
        Err(_) => Err(LocalError::Content(diagnostics)),
    }
}

/// Builds the site with the demonstration desk and its relay at `origin`.
pub fn build(
    cli: &Cli,
    recipients: Vec<String>,
    origin: &str,
    output: PathBuf,
    progress: &mut dyn Progress,
) -> Result<BuildReport, LocalError> {
    let mut options = BuildOptions::new(&cli.content);
    if let Some(theme) = &cli.theme {
        options.theme = Some(theme.clone());
    }
    options.desks = vec![Desk {
        id: desk::ID.to_owned(),
        // The theme names it in every language.
        name: Localised::default(),
        state: DeskState::Demo,
        recipients,
        languages: Vec::new(),
        opened: None,
    }];
    options.relay = Some(origin.to_owned());
    options.allow_demo = true;
    options.output = output;
    Ok(waymark::build(&options, progress)?)
}

/// The site's files with the headers that a host should send.
pub fn service(folder: &Path, origin: &str) -> Router {
    let missing = SetStatus::new(
        ServeFile::new(folder.join("404.html")),
        StatusCode::NOT_FOUND,
    );
    let mut router = Router::new().fallback_service(ServeDir::new(folder).fallback(missing));
    let policy = Policy::new(Some(origin)).header();
    for (name, value) in headers(&policy) {
        // The policy is made of an origin and constants; what isn't a header's text is left out.
        if let Ok(value) = HeaderValue::from_str(value) {
            let name = HeaderName::from_static(name);
            router = router.layer(SetResponseHeaderLayer::if_not_present(name, value));
        }
    }
    router
}
