//! Generating bindings. Figures: `docs/performance.md`.
#![expect(missing_docs, reason = "criterion's macros make undocumented functions")]

use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use wsdl2rs::Config;
use wsdl2rs_bench::schema;

fn generate(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generate");
    group.sample_size(10);
    let wsdl = concat!(env!("CARGO_MANIFEST_DIR"), "/../wsdl/records.wsdl");
    let records = Config::new(wsdl).include_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../wsdl"));
    group.bench_function("records.wsdl", |bencher| {
        bencher.iter(|| records.clone().generate().expect("the build script generates it too"));
    });
    for types in [100, 1_000] {
        let path = write(types);
        group.throughput(Throughput::Elements(types as u64));
        group.bench_function(format!("{types} types"), |bencher| {
            bencher.iter(|| Config::new(&path).generate().expect("the schema has no fault"));
        });
        fs::remove_file(path).expect("the file has been written");
    }
}

fn write(types: usize) -> PathBuf {
    let path = env::temp_dir().join(format!("wsdl2rs-bench-{types}-{}.xsd", std::process::id()));
    fs::write(&path, schema::synthetic(types)).expect("the system has a folder for such files");
    path
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(5));
    targets = generate
}
criterion_main!(benches);
