//! The command line. Credentials are not on it: other users of the machine can read it.

use std::error::Error;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt as _};

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Calls Alexa Site Thumbnail (AST) and Alexa Web Information Service (AWIS) by generated clients.
Without options it starts both services on this machine; no network is used.

Usage: generated-example [OPTIONS]

  --endpoint NAME=URL...  calls a service elsewhere instead; NAME is ast or awis
  --credentials FILE      takes the credentials from a file with the lines AWS_ACCESS_KEY_ID=...
                          and AWS_SECRET_ACCESS_KEY=...; without it they are taken from the
                          environment variables of these names
  --allow-plain-http      sends signed requests over http to other machines too. Without it the
                          client refuses, since whoever is on the way could use the signature;
                          https needs `cargo run --features rustls`
  --help                  prints this

Exit status: 0 when each scene ended as it should, 1 when one did not, 2 for a wrong command line.
";

/// What is to be called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// The address of Alexa Site Thumbnail.
    pub(crate) ast: Option<String>,
    /// The address of Alexa Web Information Service.
    pub(crate) awis: Option<String>,
    /// The file with the credentials.
    pub(crate) credentials: Option<PathBuf>,
    /// Whether signed requests may go over `http` to other machines.
    pub(crate) allow_plain_http: bool,
}

impl Options {
    /// The options of this process; `None` where it is asked for help.
    pub(crate) fn from_args() -> Result<Option<Self>, Box<dyn Error>> {
        Self::parse(Parser::from_env())
    }

    /// Whether the embedded service is called.
    pub(crate) fn is_embedded(&self) -> bool {
        self.ast.is_none() && self.awis.is_none()
    }

    fn parse(mut parser: Parser) -> Result<Option<Self>, Box<dyn Error>> {
        let mut options = Self::default();
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("endpoint") => {
                    for value in parser.values()? {
                        options.endpoint(&value.string()?)?;
                    }
                }
                Arg::Long("credentials") => options.credentials = Some(parser.value()?.into()),
                Arg::Long("allow-plain-http") => options.allow_plain_http = true,
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                Arg::Long(_) | Arg::Short(_) | Arg::Value(_) => {
                    return Err(arg.unexpected().into());
                }
            }
        }
        if options.is_embedded() && (options.credentials.is_some() || options.allow_plain_http) {
            return Err("the embedded service has its own credentials: give an --endpoint".into());
        }
        Ok(Some(options))
    }

    fn endpoint(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        let place = match text.split_once('=') {
            Some(("ast", _)) => &mut self.ast,
            Some(("awis", _)) => &mut self.awis,
            _ => return Err("--endpoint takes ast=URL or awis=URL".into()),
        };
        *place = text.split_once('=').map(|(_, url)| url.to_owned());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Option<Options>, String> {
        Options::parse(Parser::from_args(args)).map_err(|error| error.to_string())
    }

    #[test]
    fn endpoints_are_named() {
        let both = Options {
            ast: Some("http://a/?b=c".to_owned()),
            awis: Some("https://d".to_owned()),
            ..Options::default()
        };
        let rows: [&[&str]; 3] = [
            &["--endpoint", "ast=http://a/?b=c", "awis=https://d"],
            &["--endpoint", "awis=https://d", "--endpoint", "ast=http://a/?b=c"],
            &["--endpoint=ast=http://a/?b=c", "--endpoint=awis=https://d"],
        ];
        for row in rows {
            assert_eq!(parse(row).as_ref(), Ok(&Some(both.clone())), "{row:?}");
        }
    }

    #[test]
    fn what_is_no_option_is_refused() {
        let rows: [&[&str]; 6] = [
            &["--endpoint", "http://a"],
            &["--endpoint"],
            &["--secret", "x"],
            &["ast=http://a"],
            &["--credentials", "file"],
            &["--allow-plain-http"],
        ];
        for row in rows {
            assert!(parse(row).is_err(), "{row:?}");
        }
        assert_eq!(parse(&["--help"]), Ok(None));
        assert_eq!(parse(&[]), Ok(Some(Options::default())));
    }
}
