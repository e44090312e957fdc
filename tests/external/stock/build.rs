//! Generates the client, as the README says.

fn main() -> Result<(), wsdl2rs::Error> {
    wsdl2rs::Config::new("wsdl/stock.wsdl").generate()?.write_to_out_dir()
}
