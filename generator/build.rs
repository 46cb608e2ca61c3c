//! Lists the files that the binary carries: the default theme, and the scripts of the search and
//! report protocols. Only files that a page can be made of; build tools beside them stay out.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::{env, error::Error};

/// Where the files lie, from this crate, and the prefix of their names.
const ROOTS: [(&str, &str); 3] = [
    ("../theme", ""),
    ("../relay/client", "@relay/"),
    ("src/search/client", "@search/"),
];

const KINDS: [&str; 9] = [
    "css", "ftl", "html", "ico", "js", "png", "svg", "toml", "woff2",
];

fn main() -> Result<(), Box<dyn Error>> {
    let home = env::var("CARGO_MANIFEST_DIR")?;
    let mut list = Vec::new();
    for (root, prefix) in ROOTS {
        let root = Path::new(&home).join(root);
        println!("cargo::rerun-if-changed={}", root.display());
        if root.is_dir() {
            collect(&root, prefix, &mut list)?;
        }
    }
    list.sort();
    let mut code = String::from("pub(crate) static FILES: &[(&str, &[u8])] = &[\n");
    for (name, path) in &list {
        writeln!(code, "    ({name:?}, include_bytes!({path:?})),")?;
    }
    code.push_str("];\n");
    fs::write(
        Path::new(&env::var("OUT_DIR")?).join("starter.rs"),
        starter(&home)?,
    )?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded.rs"), code)?;
    Ok(())
}

/// The files of a new site: everything under `starter/`, and what is for this site too.
fn starter(home: &str) -> Result<String, Box<dyn Error>> {
    let roots = [
        ("starter", ""),
        ("../infra/workflows/github", "github/dot-github/workflows/"),
        ("../infra/workflows/gitlab", "gitlab/"),
        ("../content/EDITING.md", "site/content/EDITING.md"),
    ];
    let mut list = Vec::new();
    for (root, prefix) in roots {
        let root = Path::new(home).join(root);
        println!("cargo::rerun-if-changed={}", root.display());
        every_file(&root, prefix.to_owned(), &mut list)?;
    }
    list.sort();
    let mut code = String::from("pub(crate) static FILES: &[(&str, &str)] = &[\n");
    for (name, path) in &list {
        writeln!(code, "    ({name:?}, include_str!({path:?})),")?;
    }
    code.push_str("];\n");
    Ok(code)
}

fn every_file(
    path: &Path,
    name: String,
    list: &mut Vec<(String, String)>,
) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?.path();
            let component = entry.file_name().and_then(|name| name.to_str());
            let component = component.ok_or("a name that isn't UTF-8")?;
            let slash = if entry.is_dir() { "/" } else { "" };
            every_file(&entry, format!("{name}{component}{slash}"), list)?;
        }
    } else {
        let absolute = path.to_str().ok_or("a path that isn't UTF-8")?;
        list.push((name, absolute.to_owned()));
    }
    Ok(())
}

fn collect(
    folder: &Path,
    prefix: &str,
    list: &mut Vec<(String, String)>,
) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or("a name that isn't UTF-8")?;
        if name.starts_with('.')
            || name == "node_modules"
            || name.contains(".test.")
            || name.contains(".d.")
        {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), list)?;
        } else if path
            .extension()
            .is_some_and(|kind| KINDS.iter().any(|known| kind == *known))
        {
            let absolute = path.to_str().ok_or("a path that isn't UTF-8")?;
            list.push((format!("{prefix}{name}"), absolute.to_owned()));
        }
    }
    Ok(())
}
