//! A program that makes the samples of a case by their expressions, and reads their documents.

use std::fmt::Write;

use wsdl2rs_tests::case::Case;

/// Elements whose samples are not values: a text whose prefix has a pattern would need a namespace
/// that the document declares for it.
const NO_VALUE: [(&str, &str); 1] = [("simple/pattern", "{urn:case}Prefixed")];

/// The program, a module of the runner. It fails with the name of the first sample that is not
/// read strictly, or is read as something else than what its expression makes.
pub(crate) fn program(case: &Case) -> String {
    let samples = case.config().and_then(|config| wsdl2rs::cli::samples(&config));
    let samples = samples.unwrap_or_default();
    let (mut functions, mut calls) = (String::new(), String::new());
    let is_value = |name: &str| !NO_VALUE.iter().any(|(of, it)| *of == case.name() && *it == name);
    for (index, sample) in samples.iter().filter(|it| is_value(&it.name)).enumerate() {
        let wsdl2rs::cli::Sample { name, marker, xml, rust } = sample;
        let value = rust.as_ref().map(|rust| {
            format!(
                "    let value: <{marker} as ::wsdl2rs_runtime::Element>::Value = {rust};\n    \
                 if value != read {{ return ::std::result::Result::Err(::std::format!(\
                 \"{{:?}} is not {{:?}}\", value, read).into()); }}\n"
            )
        });
        let _ = writeln!(
            functions,
            "fn sample_{index}() -> Outcome {{\n    let options = \
             ::wsdl2rs_runtime::xml::ReadOptions::strict();\n    let read = \
             ::wsdl2rs_runtime::xml::from_str_with::<{marker}>({xml:?}, &options)?;\n    \
             let _ = &read;\n{}    ::std::result::Result::Ok(())\n}}\n",
            value.unwrap_or_default()
        );
        let _ = writeln!(
            calls,
            "    sample_{index}().map_err(|error| ::std::format!(\"{{}}: {{error}}\\n{{}}\", \
             {name:?}, {xml:?}))?;"
        );
    }
    format!(
        "//! Samples.\n#[allow(unused_imports)]\nuse cases::{}::*;\n\n\
         type Outcome = ::std::result::Result<(), ::std::boxed::Box<dyn ::std::error::Error>>;\n\n\
         {functions}pub fn main() -> Outcome {{\n{calls}    ::std::result::Result::Ok(())\n}}\n",
        case.module()
    )
}
