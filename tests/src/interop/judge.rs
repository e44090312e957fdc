//! Every request that was sent, judged by its contract's own schema with libxml2 and xmlschema.

use std::env;
use std::path::Path;
use std::process::Command;

use super::outcome::Row;
use crate::case::package_dir;

/// Judges the requests of a contract. The interpreter is `WSDL2RS_PYTHON`, or else `python3`; it
/// needs the packages `lxml` and `xmlschema`.
pub(super) fn judge(contract: &str, work: &Path, required: bool) -> Row {
    let python = env::var_os("WSDL2RS_PYTHON").unwrap_or_else(|| "python3".into());
    let judges = Command::new(&python).args(["-c", "import lxml, xmlschema"]).output();
    if !judges.is_ok_and(|output| output.status.success()) {
        let why = "no Python with `lxml` and `xmlschema`";
        return if required {
            Row::failed(contract, "schema", why)
        } else {
            Row::skipped(contract, &format!("judging by the schema: {why}"))
        };
    }
    let output = Command::new(&python)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg(package_dir().join("interop/judge.py"))
        .arg(work.join("contracts").join(contract))
        .arg(work.join("messages").join(contract))
        .output();
    let result = match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let (out, err) = (output.stdout, output.stderr);
            Err(String::from_utf8_lossy(&[out, err].concat()).into_owned())
        }
        Err(error) => Err(error.to_string()),
    };
    Row::new(contract, "schema", result)
}
