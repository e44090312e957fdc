//! The peer as processes: its build, which is kept until its sources change, and its server,
//! which ends with the test whichever way that ends.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::outcome::{Row, Skip};
use crate::case::package_dir;

/// How long a server may take to answer.
const START: Duration = Duration::from_secs(60);

/// What `build.sh` ends with where something cannot be installed, such as packages without a
/// network (`EX_TEMPFAIL` of `sysexits.h`).
const CANNOT_INSTALL: i32 = 75;

/// Whether a program is on the search path.
pub(super) fn is_installed(name: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// Runs `build.sh` where the sources are not those of the last build.
pub(super) fn build(sources: &Path, work: &Path) -> Result<(), Skip> {
    let stamp = work.join("built-from");
    let mut text = Vec::new();
    collect(sources, &mut text).map_err(Skip::failed)?;
    if fs::read(&stamp).is_ok_and(|known| known == text) {
        return Ok(());
    }
    let output = Command::new("sh")
        .arg(sources.join("build.sh"))
        .arg(work)
        .stdin(Stdio::null())
        .output()
        .map_err(Skip::failed)?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() == Some(CANNOT_INSTALL) {
        return Err(Skip::Missing(said.trim().to_owned()));
    }
    if !output.status.success() {
        let said = said + &String::from_utf8_lossy(&output.stdout);
        return Err(Skip::Failed(format!("build.sh: {}\n{said}", output.status)));
    }
    fs::write(&stamp, text).map_err(Skip::failed)
}

/// All files of a folder but the checks, with their paths, in the order of their names.
fn collect(folder: &Path, text: &mut Vec<u8>) -> io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, text)?;
        } else if path.extension().is_none_or(|extension| extension != "rs") {
            text.extend_from_slice(path.to_string_lossy().as_bytes());
            File::open(&path)?.read_to_end(text)?;
        }
    }
    Ok(())
}

/// A running server. Its group of processes ends when its standard input is closed, which happens
/// when this value is dropped, and also when this process is killed.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    port: u16,
    log: PathBuf,
}

impl Server {
    /// Starts `run.sh` on a free port, and waits until something listens there.
    pub(super) fn start(sources: &Path, work: &Path) -> Result<Self, Skip> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(Skip::failed)?;
        let port = listener.local_addr().map_err(Skip::failed)?.port();
        drop(listener);
        let log = work.join("server.log");
        let out = File::create(&log).map_err(Skip::failed)?;
        let mut command = Command::new("sh");
        command
            .arg(package_dir().join("interop/hold.sh"))
            .arg(sources.join("run.sh"))
            .arg(work)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(out.try_clone().map_err(Skip::failed)?)
            .stderr(out);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command.spawn().map_err(Skip::failed)?;
        let mut server = Self { child, port, log };
        server
            .wait_until_ready()
            .map_err(|why| Skip::Failed(format!("the server {why}\n{}", server.log_text())))?;
        Ok(server)
    }

    fn wait_until_ready(&mut self) -> Result<(), String> {
        let began = Instant::now();
        while began.elapsed() < START {
            if get(self.port, "/").is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("ended with {status}"));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err("does not answer".to_owned())
    }

    /// Where it listens.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    fn log_text(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Stops it; a failed row where it had ended before.
    pub(super) fn stop(mut self) -> Option<Row> {
        let ended = self.child.try_wait().ok().flatten()?;
        let why = format!("the server ended with {ended}\n{}", self.log_text());
        Some(Row::failed("server", "runs", &why))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The body of what `GET path` answers, with whatever status (RFC 9112, section 6.3: the
/// connection is closed at its end).
pub(super) fn get(port: u16, path: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    if answer.is_empty() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").map_or(0, |at| at + 4);
    Ok(answer.split_off(end))
}
