//! `sanad build`

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use super::MISTAKES;
use super::progress::ProgressLine;
use crate::Result;
use crate::cli::Build;
use crate::diagnostic::{Lang, Severity};
use crate::options::{Options, Say};
use crate::pipeline;
use crate::report::Report;

pub(super) fn build(typed: Build) -> Result<ExitCode> {
    let options = Options::resolve(typed)?;
    let start = Instant::now();
    let shown = ProgressLine::new(options.say != Say::Summary);
    let report = pipeline::build(&options, &shown);
    shown.end();
    let report = report?;
    let mistakes = report.mistakes(Lang::default());
    let _ = anstream::stderr().write_all(mistakes.as_bytes());
    let seconds = start.elapsed().as_secs_f64();
    let said = match options.say {
        Say::Nothing => String::new(),
        Say::Summary => summary(&report, &options, seconds) + "\n",
        Say::Json => json(&report, seconds) + "\n",
    };
    // A reader who has closed the pipe has seen enough.
    let _ = anstream::stdout().write_all(said.as_bytes());
    Ok(if report.has_errors() {
        ExitCode::from(MISTAKES)
    } else {
        ExitCode::SUCCESS
    })
}

fn summary(report: &Report, options: &Options, seconds: f64) -> String {
    let files = report.files;
    let kilobytes = files.bytes.div_ceil(1024);
    let changes = format!(
        "{} written, {} unchanged, {} removed",
        count(files.written, "file"),
        files.kept,
        files.removed
    );
    let mut pruned = report.pruned.join(", ");
    if !pruned.is_empty() {
        pruned = format!("; removed, because no table names them: {pruned}");
    }
    // What would be counted depends on what had changed, for only that is read; so nothing is counted.
    let doubts = if report.built > report.unchanged {
        "\nA build looks for mistakes only; `sanad check` finds what is doubtful"
    } else {
        ""
    };
    format!(
        "{} in {}: {changes}; {kilobytes} KB in {seconds:.2} s{pruned}{doubts}",
        count(report.built, "portal"),
        options.out.display()
    )
}

/// The report for programs; its keys are a promise.
fn json(report: &Report, seconds: f64) -> String {
    let Report {
        built,
        unchanged,
        failed,
        replaced: _,
        directory_replaced: _,
        pruned,
        files,
        stages,
        findings,
    } = report;
    let mistakes = findings
        .iter()
        .filter(|(finding, _)| finding.severity == Severity::Error)
        .count();
    serde_json::json!({
        "offices": { "built": built, "unchanged": unchanged, "failed": failed.len(), "removed": pruned },
        "files": { "written": files.written, "kept": files.kept, "removed": files.removed, "bytes": files.bytes },
        "mistakes": mistakes,
        "seconds": {
            "all": seconds,
            "load": stages.load.as_secs_f64(),
            "render": stages.render.as_secs_f64(),
            "write": stages.write.as_secs_f64(),
        },
    })
    .to_string()
}

fn count(number: usize, thing: &str) -> String {
    if number == 1 {
        format!("1 {thing}")
    } else {
        format!("{number} {thing}s")
    }
}
