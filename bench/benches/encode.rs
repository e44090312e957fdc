//! Writing a message, by our codec and by others. Figures: `docs/performance.md`.
#![expect(missing_docs, reason = "criterion's macros make undocumented functions")]

use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use wsdl2rs_bench::message::{Style, records};
use wsdl2rs_bench::task::Task;

fn writers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("encode");
    group.sample_size(20);
    for (size, name) in [(1_000, "1 KB"), (100_000, "100 KB"), (10_000_000, "10 MB")] {
        let message = records(size, Style::Prefixed);
        for task in Task::WRITING {
            let mut run = task.on(&message).expect("the tests write these messages by every task");
            let length = run().expect("the tests write these messages by every task");
            group.throughput(Throughput::Bytes(length as u64));
            group.bench_function(format!("{name}, {}", task.name()), |bencher| {
                bencher.iter(&mut run);
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(3));
    targets = writers
}
criterion_main!(benches);
