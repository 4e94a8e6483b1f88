//! What is told of a name that no Windows can hold: what has it could not be copied to a Windows server or a stick.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::is_refused_by_windows;

/// The finding about a name; `None` for one that every system can hold.
pub(super) fn refused(name: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
    is_refused_by_windows(name).then(|| {
        Diagnostic::error(
            "reserved-name",
            place(),
            (
                format!("no Windows can hold a file or folder called `{name}`"),
                format!("উইন্ডোজে `{name}` নামের কোনো ফাইল বা ফোল্ডার রাখা যায় না"),
            ),
            (
                "choose another name; con, prn, aux, nul, com0 to com9 and lpt0 to lpt9 are taken, with any ending, and a name cannot \
                 hold < > : \" | ? * \\ or end in a dot or a space",
                "অন্য নাম দিন; `con`, `prn`, `aux`, `nul`, `com0`–`com9`, `lpt0`–`lpt9` উইন্ডোজের নিজের নাম, শেষাংশ যা-ই হোক; নামে `< > : \" | ? * \\` \
                 থাকতে পারে না, শেষে ডট বা ফাঁকা জায়গাও নয়",
            ),
        )
    })
}
