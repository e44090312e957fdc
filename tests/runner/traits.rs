//! Takes the messages of one element through JSON, and values made by chance through XML, for the
//! test of the traits.

#[path = "lexical.rs"]
mod lexical;
#[path = "random.rs"]
mod random;

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use random::Random;
use wsdl2rs_runtime::Element;
use wsdl2rs_runtime::codegen::v1::serde::{Deserialize, Serialize};
use wsdl2rs_runtime::xml::{self, ReadOptions};

/// Reads the document at `from` as the element, and writes what comes of its value after JSON to
/// `to`; or makes values with the words of a file named after what is promised, and writes how many
/// there were.
pub(crate) fn exchange<E: Element>(from: &Path, to: &Path)
where
    E::Value: Debug + PartialEq + Serialize + for<'de> Deserialize<'de>,
{
    let text = fs::read_to_string(from).expect("the file can be read");
    let words = || text.lines().map(str::to_owned).collect::<Vec<_>>();
    let outcome = match from.extension().and_then(|extension| extension.to_str()) {
        Some("same") => values::<E>(&words(), Promise::Same),
        Some("stable") => values::<E>(&words(), Promise::Stable),
        Some("unread") => values::<E>(&words(), Promise::Unread),
        Some("texts") => texts::<E>(&words()),
        _ => through_json::<E>(&text),
    };
    fs::write(to, outcome).expect("the outcome can be written");
}

fn through_json<E: Element>(text: &str) -> String
where
    E::Value: Debug + PartialEq + Serialize + for<'de> Deserialize<'de>,
{
    let value = xml::from_str::<E>(text).expect("the message is good");
    let json = serde_json::to_string_pretty(&value).expect("a value has a form");
    let read: E::Value =
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    assert_eq!(read, value, "{json}");
    xml::to_string::<E>(&read).expect("the value is good")
}

/// How many documents another reader judges.
const JUDGED: usize = 40;

/// Documents of values made by chance, with a character between them that no document has.
fn texts<E: Element>(words: &[String]) -> String
where
    E::Value: for<'de> Deserialize<'de>,
{
    let values = (0..TRIES).filter_map(|seed| E::Value::deserialize(&mut Random::new(seed, words)).ok());
    let texts = values.filter_map(|value| xml::to_string::<E>(&value).ok());
    texts.take(JUDGED).collect::<Vec<_>>().join("\u{1e}")
}

/// How many values are wanted, and how often one is tried.
const WANTED: usize = 300;
const TRIES: u64 = 150_000;

/// What is promised of a value that is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Promise {
    /// It is read strictly, as the same value.
    Same,
    /// It is read strictly, and what is read is then the same for good.
    Stable,
    /// Where it is read strictly, what is read is the same for good.
    Unread,
}

/// Makes values and keeps the promise. The answer is how many there were.
fn values<E: Element>(words: &[String], promise: Promise) -> String
where
    E::Value: Debug + PartialEq + Serialize + for<'de> Deserialize<'de>,
{
    let mut written = 0;
    let strictly = |text: &str| xml::from_str_with::<E>(text, &ReadOptions::strict());
    for seed in 0..TRIES {
        let Ok(value) = E::Value::deserialize(&mut Random::new(seed, words)) else { continue };
        let Ok(text) = xml::to_string::<E>(&value) else { continue };
        written += 1;
        match strictly(&text) {
            Err(_) if promise == Promise::Unread => {}
            Err(error) => panic!("{error}\n{text}\n{value:#?}"),
            Ok(read) if promise != Promise::Same => {
                let again = xml::to_string::<E>(&read).expect("what is read can be written");
                assert_eq!(again, text, "{value:#?}");
                assert_eq!(strictly(&again).expect("it is read again"), read, "{again}");
            }
            Ok(read) => assert!(read == value, "read as {read:#?}\nof {text}\nwas {value:#?}"),
        }
        if written == WANTED {
            break;
        }
    }
    written.to_string()
}
