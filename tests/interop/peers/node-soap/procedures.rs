//! rpc style, encoded, from a toolkit that writes no types.

use interop::procedures::Greet;
use interop::procedures::blocking::ProceduresPort;
use interop::support::{Check, Peer};

pub(crate) const CHECKS: &[Check] = &[("greet", greet)];

fn greet(peer: &Peer) {
    let port = ProceduresPort::new(peer.transport()).configure(peer.at("/procedures"));
    for name in ["Ada", "é & <b>"] {
        let answer = port.greet(&Greet::new(name, 3)).expect("an answer");
        assert_eq!(answer.greeting, Some(format!("Hello {name}, 3")));
    }
}
