//! Who calls: the three texts that sign a call, and whether the account's key made them.
//!
//! They are read as texts and not by the generated types: the signature is over the time as it was
//! sent, which a value of `xs:dateTime` does not keep, and it is judged whatever else is in a call.

use std::time::{Duration, SystemTime};

use wsdl2rs_runtime::security::{Credentials, MessageCredentials, aws_hmac};
use wsdl2rs_runtime::value::DateTime;
use wsdl2rs_runtime::xml::{RawXml, ReadError, ReadOptions, Reader};

use super::message::reason;

/// How far the caller's clock may be from the service's.
pub(super) const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Why a caller is not let in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Denial {
    /// One of the codes that the original services sent.
    pub(super) code: &'static str,
    /// The same for people.
    pub(super) message: String,
}

/// The texts in the first `Request` of a call: for AST its children, for AWIS those of its
/// `Security`. Texts that are not there are empty.
pub(super) fn presented(call: &RawXml) -> Result<MessageCredentials, String> {
    let mut found = MessageCredentials {
        key_id: String::new(),
        timestamp: String::new(),
        signature: String::new(),
    };
    let mut reader = Reader::new(call.as_str(), &[], &ReadOptions::default());
    find(&mut reader, &mut found).map_err(reason)?;
    Ok(found)
}

fn find(reader: &mut Reader<'_>, found: &mut MessageCredentials) -> Result<(), ReadError> {
    reader.root()?;
    if reader.next_child()?.is_some_and(|child| child.local == "Request") {
        members(reader, found)?;
    }
    Ok(())
}

/// Takes the texts from the children of the current element.
fn members(reader: &mut Reader<'_>, found: &mut MessageCredentials) -> Result<(), ReadError> {
    while let Some(child) = reader.next_child()? {
        let text = match child.local {
            "AWSAccessKeyId" => &mut found.key_id,
            "Timestamp" => &mut found.timestamp,
            "Signature" => &mut found.signature,
            "Security" => {
                members(reader, found)?;
                continue;
            }
            _ => {
                reader.skip()?;
                continue;
            }
        };
        *text = reader.text()?.trim().to_owned();
    }
    Ok(())
}

/// Lets in whoever has signed this action with the account's key within the window.
pub(super) fn admit(
    account: &Credentials,
    now: SystemTime,
    action: &str,
    presented: &MessageCredentials,
) -> Result<(), Denial> {
    let MessageCredentials { key_id, timestamp, signature } = presented;
    let is_known = key_id == account.key_id()
        && aws_hmac::verify(account.secret_key(), action, timestamp, signature);
    if !is_known {
        let message = "AWS was not able to validate the provided access credentials";
        return Err(Denial { code: "AuthFailure", message: message.to_owned() });
    }
    if is_within(now, timestamp) {
        return Ok(());
    }
    let message = format!("Request has expired. Timestamp date is {timestamp}");
    Err(Denial { code: "RequestExpired", message })
}

/// Whether a time as it was sent is near enough, before or after.
fn is_within(now: SystemTime, timestamp: &str) -> bool {
    let millis = timestamp.parse::<DateTime>().ok().and_then(|time| time.to_unix_millis());
    let since_epoch = now.duration_since(SystemTime::UNIX_EPOCH);
    let now = since_epoch.ok().and_then(|since| i64::try_from(since.as_millis()).ok());
    match (now, millis) {
        (Some(now), Some(then)) => u128::from(now.abs_diff(then)) <= WINDOW.as_millis(),
        _ => false,
    }
}
