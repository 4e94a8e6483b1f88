//! `sanad build`

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use super::MISTAKES;
use super::progress::ProgressLine;
use super::say::say;
use crate::Result;
use crate::cli::Build;
use crate::diagnostic::Severity;
use crate::escape;
use crate::model::{Language, digits};
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
    let mistakes = report.mistakes(options.lang);
    let _ = anstream::stderr().write_all(mistakes.as_bytes());
    let seconds = start.elapsed().as_secs_f64();
    let said = match options.say {
        Say::Nothing => String::new(),
        Say::Summary => summary(&report, &options, seconds) + "\n",
        Say::Json => json(&report, seconds) + "\n",
    };
    say(said)?;
    // What could be done was done, and has been told.
    if let Some(fault) = report.fault {
        return Err(fault);
    }
    Ok(if report.has_errors() {
        ExitCode::from(MISTAKES)
    } else {
        ExitCode::SUCCESS
    })
}

fn summary(report: &Report, options: &Options, seconds: f64) -> String {
    let files = report.files;
    let kilobytes = files.bytes.div_ceil(1024);
    let out = escape::terminal(&options.out.to_string_lossy());
    let pruned = report.pruned.join(", ");
    // What would be counted depends on what had changed, for only that is read; so nothing is counted.
    let all_is_known = report.built == report.unchanged;
    match options.lang {
        Language::English => {
            let pruned = match &*pruned {
                "" => String::new(),
                hosts => format!("; removed, because no table names them: {hosts}"),
            };
            let doubts = if all_is_known {
                ""
            } else {
                "\nA build looks for mistakes only; `sanad check` finds what is doubtful"
            };
            format!(
                "{} in {out}: {} written, {} unchanged, {} removed; {kilobytes} KB in {seconds:.2} s{pruned}{doubts}",
                count(report.built, "portal"),
                count(files.changed, "file"),
                files.kept,
                files.removed,
            )
        }
        Language::Bangla => {
            let [portals, written, kept, removed] =
                [report.built, files.changed, files.kept, files.removed].map(digits::number);
            let kilobytes = digits::to_bangla(&kilobytes.to_string());
            let seconds = digits::to_bangla(&format!("{seconds:.2}"));
            let pruned = match &*pruned {
                "" => String::new(),
                hosts => format!("; কোনো সারণিতে নাম নেই বলে মুছে ফেলা হয়েছে: {hosts}"),
            };
            let doubts = if all_is_known {
                ""
            } else {
                "\nএখানে শুধু ভুল খোঁজা হয়; সন্দেহজনক কিছু আছে কি না, `sanad check` দেখায়"
            };
            format!(
                "{out} ফোল্ডারে {portals}টি পোর্টাল: {written}টি ফাইল লেখা হয়েছে, {kept}টি আগের মতোই আছে, {removed}টি মুছে ফেলা হয়েছে; {kilobytes} কিলোবাইট, {seconds} সেকেন্ড{pruned}{doubts}"
            )
        }
    }
}

/// The report for programs; its keys are a promise.
fn json(report: &Report, seconds: f64) -> String {
    let Report {
        named: _,
        built,
        unchanged,
        failed,
        fault: _,
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
        "files": { "written": files.changed, "kept": files.kept, "removed": files.removed, "bytes": files.bytes },
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
