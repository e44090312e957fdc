//! Mixed content: text and elements in the order of the document
//! (XML Schema Part 1, section 3.4.4, `cvc-complex-type.2.4`).

use std::collections::BTreeSet;

use super::content::{begins, unknown};
use super::{Complex, Table, UNBOUNDED};
use crate::xml::{ErrorKind, ReadError, Reader, WriteError, WriteErrorKind, Writer};

/// The order of the elements of mixed content, as a model over the branches of its nodes.
#[derive(Debug)]
pub enum Model {
    /// The branch with this index.
    Branch(usize),
    /// One after the other.
    Sequence(&'static [Particle]),
    /// One of them.
    Choice(&'static [Particle]),
    /// Each once, in any order.
    All(&'static [Particle]),
}

/// A model, and how often it occurs: at least, at most.
pub type Particle = (u32, u32, Model);

/// Reads the content of the current element and its end tag.
pub(super) fn read(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    loop {
        let mut text = String::new();
        let child = reader.next_mixed_child(&mut text)?;
        if !text.is_empty() {
            value.push_text(text);
        }
        let Some(name) = child else { break };
        if begins(&table.entries[0], name, reader) {
            reader.unread_child();
            value.read_member(0, reader)?;
        } else {
            unknown(table, 0, reader)?;
        }
    }
    if reader.is_strict() && !value.is_in_order() {
        return Err(reader.error(ErrorKind::Order { type_name: table.name }));
    }
    Ok(())
}

/// Refuses to write elements that the content model does not allow.
///
/// # Errors
/// When they are too many, too few, or out of order.
pub fn check_order(value: &dyn Complex, writer: &Writer) -> Result<(), WriteError> {
    if value.is_in_order() {
        return Ok(());
    }
    let kind = ErrorKind::Order { type_name: value.table().name };
    Err(writer.error(WriteErrorKind::InvalidValue(kind.to_string().into())))
}

/// Whether the branches, in this order, are what the model allows.
pub fn is_in_order(model: &'static Model, branches: impl Iterator<Item = usize>) -> bool {
    let branches: Vec<usize> = branches.collect();
    ends(model, &[0], &branches).contains(&branches.len())
}

/// Where the model can end that begins at one of `starts`: ascending, each place once.
fn ends(model: &Model, starts: &[usize], branches: &[usize]) -> Vec<usize> {
    match model {
        Model::Branch(branch) => {
            let follows = |start: &&usize| branches.get(**start) == Some(branch);
            starts.iter().filter(follows).map(|start| start + 1).collect()
        }
        Model::Sequence(particles) => particles
            .iter()
            .fold(starts.to_vec(), |starts, particle| repeated(particle, &starts, branches)),
        Model::Choice(particles) => {
            let ends = particles.iter().flat_map(|particle| repeated(particle, starts, branches));
            distinct(ends.collect())
        }
        Model::All(particles) => {
            let ends = starts.iter().flat_map(|start| all(particles, *start, branches));
            distinct(ends.collect())
        }
    }
}

fn repeated((min, max, model): &Particle, starts: &[usize], branches: &[usize]) -> Vec<usize> {
    let mut frontier = starts.to_vec();
    let mut found = BTreeSet::new();
    if *min == 0 {
        found.extend(starts);
    }
    let mut count = 0;
    while !frontier.is_empty() && (*max == UNBOUNDED || count < *max) {
        frontier = ends(model, &frontier, branches);
        count = count.saturating_add(1);
        if count >= *min {
            // What has been reached with enough occurrences need not be gone on from again.
            frontier.retain(|end| found.insert(*end));
        } else if count > branches.len() as u32 {
            // Only occurrences without an element are left: as many as one likes.
            return frontier;
        }
    }
    found.into_iter().collect()
}

/// The ends of members that occur at most once, in any order. Each has a branch of its own.
fn all(particles: &[Particle], start: usize, branches: &[usize]) -> Vec<usize> {
    let mut left: Vec<&Particle> = particles.iter().collect();
    let mut at = start;
    let mut ends = Vec::new();
    loop {
        if left.iter().all(|(min, ..)| *min == 0) {
            ends.push(at);
        }
        let next = left.iter().position(|(_, _, model)| {
            matches!((model, branches.get(at)), (Model::Branch(own), Some(next)) if own == next)
        });
        let Some(next) = next else { return ends };
        left.remove(next);
        at += 1;
    }
}

fn distinct(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_judged() {
        const A: Model = Model::Branch(0);
        const B: Model = Model::Branch(1);
        static PAIR: Model = Model::Sequence(&[(1, 1, A), (0, 1, B)]);
        static MANY: Model =
            Model::Sequence(&[(0, UNBOUNDED, Model::Sequence(&[(1, 1, A), (2, 3, B)]))]);
        static EITHER: Model = Model::Choice(&[(2, 2, A), (1, 1, B)]);
        static BOTH: Model = Model::All(&[(1, 1, A), (0, 1, B)]);
        static EMPTY: Model = Model::Sequence(&[(3, 5, Model::Sequence(&[(0, 1, A)]))]);
        // Each branch is a letter: those in order, and those that are not.
        let rows: [(&'static Model, &str, &str); 5] = [
            (&PAIR, "a ab", " b ba abb"),
            (&MANY, " abb abbbabb", "a ab abbbb"),
            (&EITHER, "aa b", " a ab bb"),
            (&BOTH, "a ab ba", " b aa"),
            (&EMPTY, " a aaaaa", "aaaaaa b"),
        ];
        for (model, right, wrong) in rows {
            for (words, expected) in [(right, true), (wrong, false)] {
                for word in words.split(' ') {
                    let branches = word.bytes().map(|letter| usize::from(letter - b'a'));
                    assert_eq!(is_in_order(model, branches), expected, "{model:?} {word}");
                }
            }
        }
    }

    /// Long content takes linear time.
    #[test]
    fn a_long_list_is_judged() {
        const A: Model = Model::Branch(0);
        const B: Model = Model::Branch(1);
        static MODEL: Model = Model::Sequence(&[(0, UNBOUNDED, A), (0, UNBOUNDED, B)]);
        let branches = std::iter::repeat_n(0, 2_000).chain(std::iter::repeat_n(1, 2_000));
        assert!(is_in_order(&MODEL, branches));
    }
}
