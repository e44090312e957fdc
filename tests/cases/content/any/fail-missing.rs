use cases::content::any::Envelope;

fn main() {
    let _ = Envelope { size: None };
}
