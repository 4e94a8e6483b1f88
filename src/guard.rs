//! Work that may panic, kept from taking all the rest along.
//!
//! A panic is a fault of the program, never of the content. What was under way is lost by it; everything else goes on, and
//! somebody is told what to report.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once, PoisonError};

use crate::escape;
use crate::model::Language;

thread_local! {
    /// How many guards stand around what this thread does.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// The last panic of this thread within a guard.
    static LAST: RefCell<Option<Panic>> = const { RefCell::new(None) };
}

/// How many guards there are in all threads.
static GUARDS: AtomicUsize = AtomicUsize::new(0);
/// The last panic of a thread without a guard of its own while another had one: whoever hands work to other threads hears
/// of their panics, but not where they were.
static ELSEWHERE: Mutex<Option<Panic>> = Mutex::new(None);

/// A fault of the program that ended what was under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panic {
    message: String,
    /// File and line of the source; nobody knows them before [`watch`] was called.
    place: Option<String>,
}

impl Panic {
    fn new(payload: &dyn Any, place: Option<String>) -> Self {
        let text = payload.downcast_ref::<&str>().copied();
        let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Self {
            message: text.unwrap_or("it does not say why").to_owned(),
            place,
        }
    }

    /// What to tell people, in one line: what happened, that nothing published is harmed, and what to do.
    #[must_use]
    pub fn told(&self, lang: Language) -> String {
        // The message may quote content.
        let message = escape::terminal(&self.message);
        match lang {
            Language::English => {
                let place = self.place.as_ref();
                let place = place.map_or(String::new(), |place| format!(" at {place}"));
                format!(
                    "a fault of the program, not of the content: {message}{place}; what was published before is \
                     untouched; please report it with this line and the content that was changed last"
                )
            }
            Language::Bangla => {
                let place = self.place.as_ref();
                let place = place.map_or(String::new(), |place| format!(" ({place})"));
                format!(
                    "এটি প্রোগ্রামের ত্রুটি, কনটেন্টের নয়: {message}{place}; আগে যা প্রকাশিত হয়েছে, তা অক্ষত আছে; \
                     এই লাইন এবং সর্বশেষ যে কনটেন্ট বদলেছেন, তা দিয়ে ত্রুটিটি জানান"
                )
            }
        }
    }
}

impl fmt::Display for Panic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Language::English))
    }
}

/// Remembers where panics are from now on. One that no guard stands around is told at once, to `otherwise`; one within a
/// guard is for whoever set up the guard to tell.
pub(crate) fn watch(otherwise: impl Fn(&PanicHookInfo<'_>, &Panic) + Send + Sync + 'static) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        set_hook(Box::new(move |info| {
            let place = info.location();
            let place = place.map(|place| format!("{}:{}", place.file(), place.line()));
            let panic = Panic::new(info.payload(), place);
            if DEPTH.get() > 0 {
                LAST.set(Some(panic));
            } else if GUARDS.load(Ordering::SeqCst) > 0 {
                *ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner) = Some(panic);
            } else {
                otherwise(info, &panic);
            }
        }));
    });
}

/// Does work that may panic.
///
/// What the work changes must be of no use after a panic, or whole all the same.
///
/// # Errors
/// What is known of the panic.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Panic> {
    DEPTH.set(DEPTH.get() + 1);
    GUARDS.fetch_add(1, Ordering::SeqCst);
    LAST.set(None);
    let result = catch_unwind(AssertUnwindSafe(work));
    GUARDS.fetch_sub(1, Ordering::SeqCst);
    DEPTH.set(DEPTH.get() - 1);
    result.map_err(|payload| {
        let panic = Panic::new(&*payload, None);
        let is_it = |known: &Panic| known.message == panic.message;
        let elsewhere = || {
            let mut elsewhere = ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner);
            elsewhere.take().filter(is_it)
        };
        LAST.take()
            .filter(is_it)
            .or_else(elsewhere)
            .unwrap_or(panic)
    })
}

#[cfg(test)]
mod tests {
    use std::panic::take_hook;
    use std::sync::Once;

    use super::{guarded, watch};
    use crate::model::Language;

    /// Panics that no guard stands around, such as those of other tests, are told as ever.
    fn watched() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            let usual = take_hook();
            watch(move |info, _| usual(info));
        });
    }

    fn here(line: u32) -> String {
        format!("{}:{line}", file!())
    }

    #[test]
    fn work_that_ends_well_gives_what_it_made() {
        assert_eq!(guarded(|| 7), Ok(7));
    }

    #[test]
    fn a_panic_is_known_by_its_message_and_its_place() {
        watched();
        let line = line!() + 1;
        let panic = guarded(|| panic!("number {}", 7)).expect_err("a panic");
        assert_eq!(panic.message, "number 7");
        assert_eq!(panic.place, Some(here(line)));
        let told = panic.to_string();
        assert!(
            told.contains(&format!("number 7 at {}", here(line))),
            "{told}"
        );
        assert!(panic.told(Language::Bangla).contains(&here(line)));
    }

    #[test]
    fn a_panic_in_a_guard_within_a_guard_ends_the_inner_work_only() {
        watched();
        let outer = guarded(|| {
            let inner = guarded(|| panic!("inner"));
            (inner, 7)
        });
        let (inner, seven) = outer.expect("the outer work goes on");
        assert_eq!(seven, 7);
        assert_eq!(inner.expect_err("a panic").message, "inner");
    }

    #[test]
    fn the_place_of_a_panic_that_came_from_another_thread_is_known() {
        watched();
        let line = line!() + 2;
        let panic = guarded(|| {
            let other = std::thread::spawn(|| panic!("from another thread"));
            let Err(payload) = other.join();
            std::panic::resume_unwind(payload);
        });
        let panic = panic.expect_err("a panic");
        assert_eq!(panic.message, "from another thread");
        assert_eq!(panic.place, Some(here(line)));
    }

    #[test]
    fn what_a_panic_quotes_cannot_change_the_terminal_nor_begin_a_line() {
        watched();
        let panic = guarded(|| panic!("\u{1b}]0;pwned\u{7}\nerror: none")).expect_err("a panic");
        assert!(!panic.to_string().contains(char::is_control));
    }
}
