//! A list of any length is read item by item in memory that does not grow with it. This is the one
//! test of its process, whose memory the system counts (proc(5), `/proc/PID/status`).
#![cfg(target_os = "linux")]

#[path = "support/list.rs"]
mod list;

use std::fs;
use std::io::{self, BufReader, Read};

use list::{Outline, Root, names};
use wsdl2rs_runtime::xml::{Items, ReadOptions};

const COUNT: usize = 100_000;

/// A list that is made while it is read.
struct List {
    made: usize,
    rest: Vec<u8>,
}

impl Read for List {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() && self.made <= COUNT {
            self.rest = match self.made {
                COUNT => b"</l></r>".to_vec(),
                n => format!("<i n='{n}'>{}</i>\n<j>beside</j>", "text ".repeat(200)).into_bytes(),
            };
            self.made += 1;
        }
        let count = self.rest.as_slice().read(buffer)?;
        self.rest.drain(..count);
        Ok(count)
    }
}

/// The most memory that the process had, in units of 1,024 bytes.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").expect("the system tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let size = line.and_then(|line| line.split_whitespace().next());
    size.and_then(|size| size.parse().ok()).expect("it is a number")
}

#[test]
fn memory_does_not_grow_with_the_list() {
    let list = List { made: 0, rest: b"<r xmlns='urn:r'><l>".to_vec() };
    let options = ReadOptions::strict();
    let items =
        Items::<Outline, _>::new::<Root>(BufReader::new(list), names(&["l", "i"]), &options);
    let (mut count, mut early) = (0, 0);
    for item in items {
        assert!(item.is_ok(), "{item:?}");
        count += 1;
        if count == 1_000 {
            early = peak();
        }
    }
    assert_eq!(count, COUNT);
    let grown = peak() - early;
    assert!(grown < 1_024, "{grown} KiB more than after 1,000 items; the list has 100 MB");
}
