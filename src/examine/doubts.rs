//! Doubts about files as they were written, each correction of them tried before it is offered.

use crate::check::{self, Setting};
use crate::diagnostic::{Diagnostic, Fix};
use crate::fix::certain;
use crate::load;
use crate::model::{Host, Source};

/// Doubts about some files that stand together, such as all those of an office. A correction that would change more than
/// words is not offered: neither one that makes a list of a line, nor one that changes the fragment of a heading to which
/// one of them or of `beside` leads; without `beside` anybody may lead there.
pub(super) fn doubts(
    sources: &[Source],
    beside: Option<&[Source]>,
    setting: &Setting,
    own_host: Option<&Host>,
) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for source in sources {
        let mut found = check::source(source, setting, own_host);
        let fixes: Vec<Fix> = found
            .iter()
            .filter_map(|finding| Some(*finding.fix.clone()?))
            .collect();
        if !fixes.is_empty() {
            let is_linked = |fragment: &str| {
                let fragment = format!("#{fragment}");
                beside.is_none_or(|beside| {
                    let mut others = sources.iter().chain(beside);
                    others.any(|other| leads_to(other, &fragment))
                })
            };
            let mut fixes: Vec<&Fix> = fixes.iter().collect();
            fixes.sort_by_key(|fix| (fix.range.start, fix.range.end));
            let shape = |text: &str| load::shape(&source.file, text, is_linked);
            let certain = certain(&source.text, &fixes, shape);
            if certain.len() < fixes.len() {
                for finding in &mut found {
                    finding.fix.take_if(|fix| !certain.contains(&&**fix));
                }
            }
        }
        all.extend(found);
    }
    all
}

/// Whether the address of a link in a text ends in this fragment.
fn leads_to(source: &Source, fragment: &str) -> bool {
    let link = |range: &std::ops::Range<usize>| {
        source
            .text
            .get(range.clone())
            .is_some_and(|link| link.contains(fragment))
    };
    source.fixed.iter().any(link)
}
