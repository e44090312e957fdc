//! Documents of the corpus, damaged: each cut at 20 places, and 20 times with a byte or more that
//! is another. The generator, and for instances the reader, come to an end soon and do not panic.
//!
//! `WSDL2RS_CORPUS` names the corpus. `WSDL2RS_MUTATIONS` is the number of documents (40 by
//! default, `all` for all), and `WSDL2RS_MUTATIONS_SEED` chooses them and the damage.

use std::env;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use wsdl2rs_tests::fuzz;
use wsdl2rs_tests::golden::Failures;

/// How often each document is cut, and how often bytes of it are changed.
const TIMES: usize = 20;

/// The most that one run may take. The largest document of the corpus has 5 MB.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 120 } else { 20 });

/// Bytes of a document that is taken without optimisation, where each takes minutes.
const LARGEST: u64 = if cfg!(debug_assertions) { 50_000 } else { u64::MAX };

/// Numbers without a pattern, the same for the same seed.
struct Random(u64);

impl Random {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        usize::try_from(bits % u64::try_from(end.max(1)).expect("64 bits")).expect("below a size")
    }
}

/// A document as damaged for the `number`th time.
fn damaged(document: &[u8], number: usize, random: &mut Random) -> Vec<u8> {
    /// What means something in XML and in schemas, beside any byte.
    const BYTES: &[u8] = b"<>&\"'/=:#;0-9 ]\0\xFF";
    if number < TIMES {
        return document[..random.below(document.len())].to_vec();
    }
    let mut bytes = document.to_vec();
    for _ in 0..=random.below(4) * (number % 2) {
        let at = random.below(bytes.len());
        let byte = match random.below(3) {
            0 => BYTES[random.below(BYTES.len())],
            1 => bytes[random.below(bytes.len())],
            _ => u8::try_from(random.below(256)).expect("a byte"),
        };
        match random.below(4) {
            0 => drop(bytes.splice(at..=at, [])),
            1 => bytes.insert(at, byte),
            _ => bytes[at] = byte,
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// The documents below a folder, and instances among them.
fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the corpus can be read");
    for path in entries.map(|entry| entry.expect("the corpus can be read").path()) {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            documents(&path, found);
        } else if matches!(extension, Some("wsdl" | "xsd" | "xml")) {
            let length = path.metadata().expect("it was listed").len();
            if (1..=LARGEST).contains(&length) {
                found.push(path);
            }
        }
    }
}

/// Damages a document and has it read; what went wrong, if anything did.
fn try_document(corpus: &Path, path: &Path, scratch: &Path, seed: u64) -> Result<(), String> {
    let name = path.strip_prefix(corpus).expect("it was found there");
    let original = fs::read(path).map_err(|error| error.to_string())?;
    // What it imports lies beside it, so the copy is in a copy of its folder.
    let copy = scratch.join(name);
    let folder = path.parent().expect("it is in a folder");
    let copied = copy.parent().expect("it is in a folder");
    copy_documents(folder, copied).map_err(|error| error.to_string())?;
    let is_instance = path.extension().is_some_and(|extension| extension == "xml");
    let mut random = Random(seed ^ u64::try_from(original.len()).expect("64 bits"));
    let mut result = Ok(());
    for number in 0..2 * TIMES {
        let bytes = damaged(&original, number, &mut random);
        let started = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            fuzz::target("events")(&bytes);
            if !is_instance {
                fs::write(&copy, &bytes).expect("the copy can be written");
                fuzz::judge(&copy);
            }
        }));
        let time = started.elapsed();
        if outcome.is_err() || time > PATIENCE {
            let kept = scratch.join(format!("found-{number}-{}", name.display()).replace('/', "_"));
            fs::write(&kept, &bytes).expect("the copy can be written");
            result = Err(format!("{}, {time:?}, kept as {}", name.display(), kept.display()));
            break;
        }
    }
    let _ = fs::remove_dir_all(copied);
    result
}

fn copy_documents(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_file() && path.extension().is_some_and(|extension| extension != "zst") {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// Some of them, chosen by the seed.
fn sample(mut all: Vec<PathBuf>, count: usize, random: &mut Random) -> Vec<PathBuf> {
    all.sort();
    let mut chosen = Vec::new();
    while chosen.len() < count && !all.is_empty() {
        chosen.push(all.swap_remove(random.below(all.len())));
    }
    chosen
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that does nothing must say so")]
fn damaged_documents_are_refused_or_generated() {
    let Some(corpus) = env::var_os("WSDL2RS_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: WSDL2RS_CORPUS names no corpus");
        return;
    };
    let count = match env::var("WSDL2RS_MUTATIONS").as_deref() {
        Ok("all") => usize::MAX,
        Ok(count) => count.parse().expect("a number or `all`"),
        Err(_) => 40,
    };
    let seed = env::var("WSDL2RS_MUTATIONS_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    let mut all = Vec::new();
    documents(&corpus, &mut all);
    let mut chosen = sample(all, count, &mut Random(seed));
    // What is small and soon done comes first.
    chosen.sort_by_key(|path| path.metadata().map_or(0, |data| data.len()));
    assert!(!chosen.is_empty(), "the corpus has no documents");
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Failures::default()));
    let work = &|worker: usize| {
        let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutations/{worker}"));
        while let Some((number, path)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, chosen.get(at)?)))
        {
            // The name is left where a crash of the whole process would leave it.
            let _ = fs::create_dir_all(&scratch);
            let _ = fs::write(scratch.join("now"), format!("{number} {}", path.display()));
            if let Err(what) = try_document(&corpus, path, &scratch, seed) {
                failures.lock().expect("no worker panics").add(what);
            }
        }
    };
    thread::scope(|scope| {
        for worker in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(move || work(worker));
        }
    });
    failures.into_inner().expect("no worker panics").finish();
}
