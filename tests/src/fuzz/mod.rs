//! What fuzzing feeds with bytes, and what must hold whatever the bytes are. The targets of `fuzz/`
//! call these functions, and so does a test with the seeds and all that was ever found.

mod document;
mod events;
mod head;
mod items;
mod multipart;
mod oracle;
mod pattern;
mod reply;
mod value;

pub use document::judge;
pub use items::unexpected;

/// A target: bytes in, a panic where what must hold does not.
pub type Target = fn(&[u8]);

/// The targets by the names of their programs.
pub const TARGETS: [(&str, Target); 7] = [
    ("document", document::run),
    ("events", events::run),
    ("head", head::run),
    ("multipart", multipart::run),
    ("pattern", pattern::run),
    ("reply", reply::run),
    ("value", value::run),
];

/// A target by its name.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn target(name: &str) -> Target {
    let target = TARGETS.iter().find(|(known, _)| *known == name);
    target.unwrap_or_else(|| panic!("no target {name}")).1
}

/// The first byte and the rest, where there is one.
fn split(data: &[u8]) -> Option<(u8, &[u8])> {
    data.split_first().map(|(first, rest)| (*first, rest))
}
