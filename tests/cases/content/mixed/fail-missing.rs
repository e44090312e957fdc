use cases::content::mixed::Plain;

fn main() {
    let _ = Plain { text: String::new() };
}
