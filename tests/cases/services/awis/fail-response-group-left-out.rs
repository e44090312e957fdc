//! The service needs to know what is asked.

use cases::services::awis::UrlInfoRequest;

fn main() {
    let _ = UrlInfoRequest { url: "amazon.com".to_owned(), version: None };
}
