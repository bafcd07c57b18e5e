//! Addresses → browser.

use super::seat::Seat;

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Browsed {
    /// The browser has it.
    Opened(String),
    /// There is no desktop here: it is for the user to open it elsewhere.
    Shown(String),
    /// It was not opened, and why.
    Failed(String),
}

/// Opens an address, if it is one of the web and there is a desktop.
pub fn browse(address: &str, seat: Seat) -> Browsed {
    let Some(address) = clean(address) else {
        return Browsed::Failed("only addresses of the web are opened".to_owned());
    };
    if !seat.desktop {
        return Browsed::Shown(address);
    }
    match open::that_detached(&address) {
        Ok(()) => Browsed::Opened(address),
        Err(error) => Browsed::Failed(format!("{address} was not opened: {error}")),
    }
}

/// An address of the web without control characters and blanks; `None` if it is anything else.
fn clean(address: &str) -> Option<String> {
    let plain: String =
        address.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect();
    let lower = plain.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_opened() {
        for (address, expected) in [
            ("https://www.esa.int/smile", Some("https://www.esa.int/smile")),
            ("http://a.example/\x1b]0;x\x07 b\n", Some("http://a.example/]0;xb")),
            ("HTTPS://a.example", Some("HTTPS://a.example")),
            ("file:///etc/passwd", None),
            ("--help", None),
            ("javascript:alert(1)//https://", None),
        ] {
            assert_eq!(clean(address).as_deref(), expected, "{address:?}");
        }
    }

    #[test]
    fn without_a_desktop_an_address_is_only_shown() {
        let seat = Seat { remote: true, desktop: false };
        assert_eq!(browse("https://a.example", seat), Browsed::Shown("https://a.example".to_owned()));
    }
}
