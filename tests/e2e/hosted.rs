//! A built site, and the servers from Debian that serve it on sockets of their own.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use waymark::output::hosting::{Host, Hosting};
use waymark::{Diagnostics, LoadOptions};

use crate::binaries::{binary, root};

/// A built site below `www/` of a folder, with the rules for its hosts.
pub struct Site {
    folder: tempfile::TempDir,
    /// Where in `www/`: empty, or `guidance/`.
    pub base: &'static str,
    pub hosting: Hosting,
    pub nginx: String,
    pub caddy: String,
}

impl Site {
    /// The real site, at the root of its host.
    pub fn real() -> Self {
        Self::of(tempfile::tempdir().unwrap(), &root().join("content"), "")
    }

    /// A page at the root of its host.
    pub fn small() -> Self {
        Self::small_at("")
    }

    /// A page in a folder of its host, with a relay elsewhere.
    pub fn in_a_folder() -> Self {
        Self::small_at("guidance/")
    }

    fn small_at(base: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("en")).unwrap();
        let relay = if base.is_empty() {
            ""
        } else {
            "https://relay.example/"
        };
        let settings = format!(
            "id = \"small\"\ntitle = {{ en = \"Small\" }}\nsource_language = \"en\"\n\
             base_url = \"https://host.example/{base}\"\n[languages.en]\nname = \"English\"\n\
             [reporting]\nrelay = \"{relay}\"\n"
        );
        fs::write(content.join("site.toml"), settings).unwrap();
        let page = "+++\ntitle = \"Small\"\n+++\n\nA page.\n";
        fs::write(content.join("en/index.md"), page).unwrap();
        Self::of(folder, &content, base)
    }

    fn of(folder: tempfile::TempDir, content: &Path, base: &'static str) -> Self {
        let output = folder.path().join("www").join(base);
        fs::create_dir_all(output.parent().unwrap()).unwrap();
        waymark(content, &["build", "--output", output.to_str().unwrap()]);
        let options = LoadOptions {
            content: content.to_owned(),
            ..LoadOptions::default()
        };
        let library = waymark::load(&options, &mut Diagnostics::new()).unwrap();
        let hosting = Hosting::of(&library, None).unwrap();
        let printed = |host: &str| {
            let output = waymark(content, &["headers", "--for", host]);
            String::from_utf8(output.stdout).unwrap()
        };
        assert_eq!(printed("netlify"), hosting.rules(Host::Netlify));
        assert_eq!(printed("cloudflare"), hosting.rules(Host::Cloudflare));
        let (nginx, caddy) = (printed("nginx"), printed("caddy"));
        Self {
            folder,
            base,
            hosting,
            nginx,
            caddy,
        }
    }

    /// The root of the host.
    pub fn www(&self) -> PathBuf {
        self.folder.path().join("www")
    }
}

fn waymark(content: &Path, arguments: &[&str]) -> Output {
    let output = Command::new(binary("waymark"))
        .args(arguments)
        .arg("--content")
        .arg(content)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    output
}

/// A server; killed when dropped.
pub struct Process {
    child: Child,
    folder: PathBuf,
    socket: PathBuf,
}

impl Process {
    fn start(site: &Site, name: &str, configure: impl FnOnce(&Path, &Path) -> Command) -> Self {
        let folder = tempfile::Builder::new()
            .prefix(name)
            .tempdir_in(site.folder.path())
            .unwrap()
            .keep();
        let socket = folder.join("s");
        let output = |name: &str| fs::File::create(folder.join(name)).unwrap();
        let child = configure(&folder, &socket)
            .stdin(Stdio::null())
            .stdout(output("stdout"))
            .stderr(output("stderr"))
            .spawn()
            .unwrap_or_else(|error| panic!("{name} can't be started ({error}): use tests/run"));
        let mut process = Self {
            child,
            folder,
            socket,
        };
        let patience = Instant::now();
        while UnixStream::connect(&process.socket).is_err() {
            let ended = process.child.try_wait().unwrap();
            let said = fs::read_to_string(process.folder.join("stderr")).unwrap();
            assert!(ended.is_none(), "{name} ended: {said}");
            assert!(patience.elapsed() < Duration::from_secs(30), "{said}");
            std::thread::sleep(Duration::from_millis(10));
        }
        process
    }

    /// nginx with what `servers` gives inside `http`, for a folder and a socket to listen on. Logs
    /// are switched on where the files under test must switch them off.
    pub fn nginx(site: &Site, servers: impl FnOnce(&Path, &str) -> String) -> Self {
        Self::start(site, "nginx", |folder, socket| {
            let at = folder.display();
            let servers = servers(folder, socket.to_str().unwrap());
            let conf = format!(
                "daemon off;\nmaster_process off;\npid {at}/pid;\nerror_log {at}/error.log info;\nevents {{}}\n\
                 http {{\n include /etc/nginx/mime.types;\n access_log {at}/access.log;\n\
                 client_body_temp_path {at}/t1;\n proxy_temp_path {at}/t2;\n fastcgi_temp_path {at}/t3;\n\
                 uwsgi_temp_path {at}/t4;\n scgi_temp_path {at}/t5;\n{servers}\n}}\n"
            );
            let path = folder.join("nginx.conf");
            fs::write(&path, conf).unwrap();
            let mut command = Command::new("nginx");
            command
                .arg("-c")
                .arg(path)
                .arg("-e")
                .arg(folder.join("error.log"));
            command
        })
    }

    /// Caddy with a whole Caddyfile, for a folder and a socket to listen on.
    pub fn caddy(site: &Site, file: impl FnOnce(&Path, &str) -> String) -> Self {
        Self::start(site, "caddy", |folder, socket| {
            let path = folder.join("Caddyfile");
            fs::write(&path, file(folder, socket.to_str().unwrap())).unwrap();
            let mut command = Command::new("caddy");
            command
                .args(["run", "--adapter", "caddyfile", "--config"])
                .arg(path)
                .env("HOME", folder)
                .env("XDG_CONFIG_HOME", folder)
                .env("XDG_DATA_HOME", folder);
            command
        })
    }

    /// Sends bytes on a connection of its own; the whole answer.
    pub fn send(&self, request: &[u8]) -> Vec<u8> {
        let mut stream = UnixStream::connect(&self.socket).unwrap();
        let patience = Some(Duration::from_secs(20));
        stream.set_read_timeout(patience).unwrap();
        stream.write_all(request).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    /// What it wrote to a file of its folder; empty if there is none.
    pub fn wrote(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_default()
    }

    /// Ends the server and looks for marks in all that it wrote.
    pub fn assert_nothing_kept(mut self, marks: &[&str]) {
        let id = self.child.id().to_string();
        let killed = Command::new("kill").args(["-TERM", &id]).status();
        assert!(killed.unwrap().success());
        self.child.wait().unwrap();
        for entry in walkdir::WalkDir::new(&self.folder) {
            let entry = entry.unwrap();
            if entry.file_type().is_file() {
                let bytes = fs::read(entry.path()).unwrap();
                let text = String::from_utf8_lossy(&bytes);
                for mark in marks {
                    let path = entry.path().display();
                    assert!(!text.contains(mark), "{path}: {text}");
                }
            }
        }
        assert_eq!(self.wrote("access.log"), "");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
