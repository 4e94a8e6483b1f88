//! The findings in what the program says on the terminal.

/// A finding as the terminal shows it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) code: String,
    pub(crate) place: String,
    pub(crate) marked: String,
}

/// The findings in what a run has said, in the order of their places.
pub(super) fn findings(said: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for line in said.lines() {
        if let Some(rest) = ["error[", "warning[", "note["]
            .iter()
            .find_map(|severity| line.strip_prefix(severity))
        {
            let code = rest.split(']').next().unwrap_or_default().to_owned();
            findings.push(Finding {
                code,
                place: String::new(),
                marked: String::new(),
            });
        } else if let (Some(finding), Some((_, place))) =
            (findings.last_mut(), line.split_once("--> "))
        {
            place.clone_into(&mut finding.place);
        } else if let (Some(finding), Some((place, rest))) = (findings.last(), of_many(line)) {
            // What is said of many places in one file is said once, above them.
            let file = finding.place.split([',', ':']).next().unwrap_or_default();
            let next = Finding {
                code: finding.code.clone(),
                place: format!("{file}:{place}"),
                marked: marked(rest),
            };
            if finding.place.contains(", ") {
                findings.pop();
            }
            findings.push(next);
        } else if let (Some(finding), Some((_, rest))) = (findings.last_mut(), line.split_once('»'))
        {
            rest.split('«')
                .next()
                .unwrap_or_default()
                .clone_into(&mut finding.marked);
        }
    }
    // In the order of their places, however they were shown.
    findings.sort_by_key(|finding| {
        let mut parts = finding.place.rsplitn(3, ':');
        let number = |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok());
        let (column, line) = (number(parts.next()), number(parts.next()));
        let file = parts.next().unwrap_or_default().to_owned();
        (file, line, column, finding.code.clone())
    });
    findings
}

/// `12:5 | a line with »what is wrong«` → `12:5` and the rest.
fn of_many(line: &str) -> Option<(&str, &str)> {
    let (place, rest) = line.trim_start().split_once(" |")?;
    let (row, column) = place.split_once(':')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(row) && is_number(column)).then_some((place, rest))
}

fn marked(line: &str) -> String {
    let rest = line.split_once('»').map_or("", |(_, rest)| rest);
    rest.split('«').next().unwrap_or_default().to_owned()
}
