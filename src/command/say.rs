//! What is said on standard output.

use std::io::{self, ErrorKind, Write as _};

use crate::{Error, Result};

/// Says something, all of it. A reader who has closed the pipe has seen enough; any other output that cannot be written
/// would be taken for an empty one, and an empty list of mistakes is good news.
pub(super) fn say(text: impl AsRef<[u8]>) -> Result<()> {
    let mut out = anstream::stdout();
    let said = out.write_all(text.as_ref()).and_then(|()| out.flush());
    enough(said).map_err(Error::Say)
}

/// That a reader went away is no fault.
pub(super) fn enough(said: io::Result<()>) -> io::Result<()> {
    said.or_else(|error| match error.kind() {
        ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}
