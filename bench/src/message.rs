//! The message family: SOAP 1.1 answers of `ListRecords` in `wsdl/records.wsdl`, made of records of
//! about 1.1 KB and 38 elements each, the same in every run.

use std::fmt::{Display, Write};

use crate::random::Random;

/// An answer of Amazon's AWIS of 2005, as `wsdl/AWSAlexa.wsdl` describes it: 747 bytes.
pub const SMALL_REPLY: &str = include_str!("../messages/url_info.xml");

/// How a message is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With a prefix on every name, and no white space between elements.
    Prefixed,
    /// With a default namespace, and no white space between elements.
    DefaultNamespace,
    /// With a prefix on every name, and a line for every element.
    Indented,
}

const WORDS: &[&str] = &[
    "alpha",
    "beta",
    "gamma",
    "front",
    "back",
    "batch",
    "queue",
    "worker",
    "primary",
    "replica",
    "región",
    "größe",
    "テスト",
    "node",
    "edge",
    "cache",
];

/// A message of about `size` bytes, rounded up to whole records.
#[must_use]
pub fn records(size: usize, style: Style) -> String {
    let mut message = Message { text: String::new(), style, random: Random::new(7) };
    message.envelope(size);
    message.text
}

struct Message {
    text: String,
    style: Style,
    random: Random,
}

impl Message {
    fn envelope(&mut self, size: usize) {
        let declaration = match self.style {
            Style::Prefixed | Style::Indented => "xmlns:tns",
            Style::DefaultNamespace => "xmlns",
        };
        self.raw(concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" ",
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
            "<soap:Body>",
        ));
        self.open("ListRecordsResponse", &[(declaration, &"http://example.com/records")]);
        self.element("requestId", "7a1f-req");
        let mut count = 0;
        while self.text.len() < size {
            self.record(count);
            count += 1;
        }
        self.element("nextToken", format_args!("token-{count}"));
        self.close("ListRecordsResponse");
        self.raw("</soap:Body></soap:Envelope>");
    }

    fn record(&mut self, number: usize) {
        let id = format!("r-{number:08x}");
        let version = self.random.range(1, 40);
        let active = self.random.pick(&["true", "false"]);
        if self.random.percent(70) {
            self.open("record", &[("id", &id), ("version", &version), ("active", &active)]);
        } else {
            self.open("record", &[("id", &id), ("version", &version)]);
        }
        self.identity(number);
        self.figures();
        if self.random.percent(50) {
            self.empty("kernelId", "xsi:nil", "true");
        } else {
            self.code("kernelId", "aki");
        }
        if self.random.percent(40) {
            self.description();
        }
        for _ in 0..if self.random.percent(25) { 2 } else { 1 } {
            self.interface();
        }
        for _ in 0..self.random.range(0, 4) {
            self.label();
        }
        self.close("record");
    }

    fn identity(&mut self, number: usize) {
        let (first, second) = (self.random.pick(WORDS), self.random.pick(WORDS));
        let and = if self.random.percent(10) { "&amp; " } else { "" };
        self.element("name", format_args!("{first} {and}{second}-{number}"));
        self.code("imageId", "ami");
        let state = self.random.pick(&["running", "stopped", "terminated"]);
        let code = state.len() * 8;
        self.text_with("state", ("code", &code), state);
        let date = self.date(2010, 2026);
        let [hour, minute, second] = [23, 59, 59].map(|most| self.random.range(0, most));
        let thousandths = self.random.range(0, 999);
        let time = format_args!("{date}T{hour:02}:{minute:02}:{second:02}.{thousandths:03}Z");
        self.element("launchTime", time);
        if self.random.percent(50) {
            let date = self.date(2027, 2040);
            self.element("expires", date);
        }
    }

    fn figures(&mut self) {
        let currency = self.random.pick(&["USD", "EUR"]);
        let (whole, part) = (self.random.range(0, 999), self.random.range(0, 9999));
        self.text_with("price", ("currency", &currency), format_args!("{whole}.{part:04}"));
        let cpus = self.random.pick(&["1", "2", "4", "8", "96"]);
        self.element("cpuCount", cpus);
        let memory = self.random.range(1, 64) << 30;
        self.element("memoryBytes", memory);
        let (whole, part) = (self.random.range(0, 9), self.random.range(1, 999));
        self.element("load", format_args!("{whole}.{part:03}"));
        let monitoring = self.random.pick(&["disabled", "basic", "detailed"]);
        self.element("monitoring", monitoring);
        let encrypted = self.random.pick(&["true", "false"]);
        self.element("encrypted", encrypted);
    }

    fn description(&mut self) {
        let mut text = String::new();
        for _ in 0..self.random.range(4, 20) {
            text.push_str(self.random.pick(WORDS));
            text.push(' ');
        }
        text.push_str(if self.random.percent(30) {
            "&lt;b&gt; &#233; &quot;q&quot;"
        } else {
            "end"
        });
        self.element("description", text);
    }

    fn interface(&mut self) {
        self.open("interface", &[]);
        self.code("interfaceId", "eni");
        let [a, b] = [255, 254].map(|most| self.random.range(1, most));
        self.element("privateIp", format_args!("10.0.{a}.{b}"));
        if self.random.percent(50) {
            self.element("publicIp", format_args!("54.{b}.{a}.{b}"));
        }
        let mac = [0; 6].map(|_: u8| format!("{:02x}", self.random.range(0, 255))).join(":");
        self.element("mac", mac);
        self.element("mtu", 1500);
        for _ in 0..if self.random.percent(33) { 2 } else { 1 } {
            self.open("group", &[]);
            self.code("groupId", "sg");
            let name = self.random.pick(WORDS);
            self.element("groupName", name);
            self.close("group");
        }
        self.close("interface");
    }

    fn label(&mut self) {
        self.open("label", &[]);
        let key = self.random.pick(WORDS);
        self.element("key", key);
        let words: Vec<&str> =
            (0..self.random.range(1, 5)).map(|_| self.random.pick(WORDS)).collect();
        self.element("value", words.join(" "));
        self.close("label");
    }

    fn date(&mut self, first: u64, last: u64) -> String {
        let [year, month, day] =
            [(first, last), (1, 12), (1, 28)].map(|(low, high)| self.random.range(low, high));
        format!("{year}-{month:02}-{day:02}")
    }

    /// An element whose text is a made-up identifier.
    fn code(&mut self, name: &str, kind: &str) {
        let number = self.random.bits() as u32;
        self.element(name, format_args!("{kind}-{number:08x}"));
    }

    fn element(&mut self, name: &str, text: impl Display) {
        self.open(name, &[]);
        self.end(name, text);
    }

    fn text_with(&mut self, name: &str, attribute: (&str, &dyn Display), text: impl Display) {
        self.open(name, &[attribute]);
        self.end(name, text);
    }

    fn end(&mut self, name: &str, text: impl Display) {
        let prefix = self.prefix();
        self.push(format_args!("{text}</{prefix}{name}>"));
    }

    fn empty(&mut self, name: &str, attribute: &str, value: &str) {
        let (line, prefix) = (self.line(), self.prefix());
        self.push(format_args!("{line}<{prefix}{name} {attribute}=\"{value}\"/>"));
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        let (line, prefix) = (self.line(), self.prefix());
        self.push(format_args!("{line}<{prefix}{name}"));
        for (name, value) in attributes {
            self.push(format_args!(" {name}=\"{value}\""));
        }
        self.raw(">");
    }

    fn close(&mut self, name: &str) {
        let (line, prefix) = (self.line(), self.prefix());
        self.push(format_args!("{line}</{prefix}{name}>"));
    }

    fn line(&self) -> &'static str {
        match self.style {
            Style::Prefixed | Style::DefaultNamespace => "",
            Style::Indented => "\n        ",
        }
    }

    fn prefix(&self) -> &'static str {
        match self.style {
            Style::Prefixed | Style::Indented => "tns:",
            Style::DefaultNamespace => "",
        }
    }

    fn push(&mut self, text: impl Display) {
        write!(self.text, "{text}").expect("a String takes every text");
    }

    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_have_the_size_that_is_asked_for() {
        for style in [Style::Prefixed, Style::DefaultNamespace, Style::Indented] {
            for size in [1_000, 100_000] {
                let message = records(size, style);
                assert!(message.len() >= size, "{style:?} {size}");
                assert!(message.len() < size + 4_000, "{style:?} {}", message.len());
                assert_eq!(message, records(size, style));
            }
        }
        assert_eq!(SMALL_REPLY.len(), 747);
    }
}
