//! Reading a message, by our codec and by others. Figures: `docs/performance.md`.
#![expect(missing_docs, reason = "criterion's macros make undocumented functions")]

use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use wsdl2rs_bench::message::{SMALL_REPLY, Style, records};
use wsdl2rs_bench::task::Task;

fn measure(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, task: Task, message: &str) {
    let mut run = task.on(message).expect("the tests read these messages by every task");
    group.throughput(Throughput::Bytes(message.len() as u64));
    group.bench_function(name, |bencher| bencher.iter(&mut run));
}

/// All readers on one message.
fn readers(criterion: &mut Criterion) {
    let message = records(100_000, Style::Prefixed);
    let mut group = criterion.benchmark_group("decode 100 KB");
    for task in Task::READING {
        measure(&mut group, task.name(), *task, &message);
    }
}

/// Ours on messages of other sizes and styles.
fn sizes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("decode");
    group.measurement_time(Duration::from_secs(4)).sample_size(20);
    measure(&mut group, "747 bytes", Task::DecodeSmall, SMALL_REPLY);
    for (name, size, style) in [
        ("1 KB", 1_000, Style::Prefixed),
        ("1 MB", 1_000_000, Style::Prefixed),
        ("10 MB", 10_000_000, Style::Prefixed),
        ("10 MB, default namespace", 10_000_000, Style::DefaultNamespace),
        ("10 MB, indented", 10_000_000, Style::Indented),
    ] {
        measure(&mut group, name, Task::Decode, &records(size, style));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(3));
    targets = readers, sizes
}
criterion_main!(benches);
