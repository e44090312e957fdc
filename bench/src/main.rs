//! The driver of the scripts in this folder. `wsdl2rs-bench help` says what it does.

use std::fmt::Write as _;
use std::io::{self, BufReader, Read, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use cpu_time::ThreadTime;
use wsdl2rs_bench::message::{SMALL_REPLY, Style, records};
use wsdl2rs_bench::ours::{self, Ours};
use wsdl2rs_bench::task::Task;
use wsdl2rs_bench::{Error, schema};

const HELP: &str = "\
wsdl2rs-bench messages FOLDER [BYTES]   write the message family, and one of BYTES
wsdl2rs-bench time TASK FILE ROUNDS     task, bytes, median and best megabytes a second of CPU
wsdl2rs-bench repeat TASK FILE COUNT    do the task, for a profiler
wsdl2rs-bench memory FILE               message, value and peak in bytes, as the system counts
wsdl2rs-bench items COUNT               the same for a list of COUNT records, read one by one
wsdl2rs-bench schema TYPES              print a schema of so many types
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments).and_then(|text| Ok(io::stdout().write_all(text.as_bytes())?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where the report of an error cannot be written, the exit code still tells.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<String, Error> {
    match *arguments {
        ["messages", folder] => messages(Path::new(folder), None),
        ["messages", folder, bytes] => messages(Path::new(folder), Some(bytes.parse()?)),
        ["time", task, file, rounds] => time(named(task)?, file, rounds.parse()?),
        ["repeat", task, file, count] => repeat(named(task)?, file, count.parse()?),
        ["memory", file] => memory(file),
        ["items", count] => items(count.parse()?),
        ["schema", types] => Ok(schema::synthetic(types.parse()?)),
        ["help"] => Ok(HELP.to_owned()),
        _ => Err(HELP.into()),
    }
}

fn named(task: &str) -> Result<Task, Error> {
    Task::named(task).ok_or_else(|| format!("no task `{task}`").into())
}

fn messages(folder: &Path, largest: Option<usize>) -> Result<String, Error> {
    fs::create_dir_all(folder)?;
    let mut report = String::new();
    let mut write = |name: &str, text: String| -> Result<(), Error> {
        writeln!(report, "{name}\t{}", text.len())?;
        Ok(fs::write(folder.join(name), text)?)
    };
    write("small.xml", SMALL_REPLY.to_owned())?;
    for (name, size) in [("1k", 1_000), ("100k", 100_000), ("1m", 1_000_000), ("10m", 10_000_000)] {
        write(&format!("records-{name}.xml"), records(size, Style::Prefixed))?;
    }
    write("records-10m-default.xml", records(10_000_000, Style::DefaultNamespace))?;
    write("records-10m-indented.xml", records(10_000_000, Style::Indented))?;
    if let Some(size) = largest {
        write("records-largest.xml", records(size, Style::Prefixed))?;
    }
    Ok(report)
}

fn time(task: Task, file: &str, rounds: usize) -> Result<String, Error> {
    let message = fs::read_to_string(file)?;
    let mut run = task.on(&message)?;
    let mut bytes = run()?;
    let mut seconds = Vec::with_capacity(rounds);
    for _ in 0..rounds.max(1) {
        let start = ThreadTime::now();
        bytes = run()?;
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let rate = |seconds: f64| bytes as f64 / seconds / 1e6;
    let (median, best) = (rate(seconds[seconds.len() / 2]), rate(seconds[0]));
    Ok(format!("{}\t{bytes}\t{median:.1}\t{best:.1}\n", task.name()))
}

fn repeat(task: Task, file: &str, count: usize) -> Result<String, Error> {
    let message = fs::read_to_string(file)?;
    let mut run = task.on(&message)?;
    let mut bytes = 0;
    for _ in 0..count {
        bytes = run()?;
    }
    Ok(format!("{bytes}\n"))
}

fn memory(file: &str) -> Result<String, Error> {
    let message = fs::read(file)?;
    let ours = Ours::new(false)?;
    let before = kilobytes("VmRSS:")?;
    let value = ours.decode(&message)?;
    let (after, peak) = (kilobytes("VmRSS:")?, kilobytes("VmHWM:")?);
    let records = value.record.len();
    let [value, peak] = [after, peak].map(|after| after.saturating_sub(before) * 1024);
    let share = |bytes: usize| bytes as f64 / message.len() as f64;
    Ok(format!(
        "message {} bytes, {records} records; value {value} ({:.2}), peak {peak} ({:.2})\n",
        message.len(),
        share(value),
        share(peak),
    ))
}

fn items(count: usize) -> Result<String, Error> {
    let few = Ours::new(false)?.decode(records(100_000, Style::Prefixed).as_bytes())?;
    let list = ours::list(&few)?;
    let start = list.find('>').ok_or("no list")? + 1;
    let end = list.rfind("</").ok_or("no list")?;
    let times = count.div_ceil(few.record.len());
    let (head, body, tail) = (&list[..start], &list.as_bytes()[start..end], &list[end..]);
    let middle = Repeat { bytes: body, at: 0, left: times };
    let source = BufReader::new(head.as_bytes().chain(middle).chain(tail.as_bytes()));
    let before = kilobytes("VmHWM:")?;
    let clock = ThreadTime::now();
    let found = ours::read_items(source)?;
    let seconds = clock.elapsed().as_secs_f64();
    let peak = kilobytes("VmHWM:")?.saturating_sub(before);
    let bytes = head.len() + times * body.len() + tail.len();
    let rate = bytes as f64 / seconds / 1e6;
    Ok(format!("{bytes} bytes, {found} records; {rate:.0} MB/s, peak {peak} KiB\n"))
}

/// The same bytes again and again.
struct Repeat<'a> {
    bytes: &'a [u8],
    at: usize,
    left: usize,
}

impl Read for Repeat<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let count = (&self.bytes[self.at..]).read(buffer)?;
        self.at += count;
        if self.at == self.bytes.len() {
            (self.at, self.left) = (0, self.left - 1);
        }
        Ok(count)
    }
}

/// A size that Linux keeps of this process (proc(5), `/proc/PID/status`), in units of 1,024 bytes.
fn kilobytes(entry: &str) -> Result<usize, Error> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(entry));
    let size = line.and_then(|line| line.split_whitespace().next());
    Ok(size.ok_or("the system does not tell")?.parse()?)
}
