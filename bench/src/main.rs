//! The driver of the scripts in this folder. `wsdl2rs-bench help` says what it does.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use cpu_time::ThreadTime;
use wsdl2rs_bench::message::{SMALL_REPLY, Style, records};
use wsdl2rs_bench::ours::Ours;
use wsdl2rs_bench::task::Task;
use wsdl2rs_bench::{Error, schema};

const HELP: &str = "\
wsdl2rs-bench messages FOLDER [BYTES]   write the message family, and one of BYTES
wsdl2rs-bench time TASK FILE ROUNDS     task, bytes, median and best megabytes a second of CPU
wsdl2rs-bench repeat TASK FILE COUNT    do the task, for a profiler
wsdl2rs-bench memory FILE               message, value and peak in bytes, as the system counts
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

/// A size that Linux keeps of this process (proc(5), `/proc/PID/status`), in units of 1,024 bytes.
fn kilobytes(entry: &str) -> Result<usize, Error> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(entry));
    let size = line.and_then(|line| line.split_whitespace().next());
    Ok(size.ok_or("the system does not tell")?.parse()?)
}
