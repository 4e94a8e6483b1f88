//! The yardstick: a country of N offices, built in the time it takes to copy it?
//!
//! `cargo bench -- 10 100 495` makes the content (the real shared charter; five notices and two pages of its own per
//! office; names from the gazetteer where it is there, made-up ones otherwise), builds it with the release program into a
//! folder in memory, and prints for each N: pages, wall and CPU time, peak memory, user time per page, and the ratio to `cp -r` of the
//! finished output in the same run; then a build with nothing changed, with one notice edited, with one line of the
//! shared charter edited, with the theme edited; and a check of everything, for which a page and a copy mean nothing. `cargo bench -- --make DIR 495` only makes the content, for a profiler. Machines are noisy, so ratios count, not seconds.

#[path = "preview.rs"]
mod preview;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use tempfile::TempDir;

const NOTICES: usize = 5;
const PAGES: usize = 2;

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    if let (Some("--make"), Some(folder), Some(offices)) =
        (words.next().as_deref(), words.next(), words.next())
    {
        let root = PathBuf::from(folder);
        fs::create_dir_all(&root).expect("a folder");
        Site { root }.make(offices.parse().expect("a number of offices"));
        return;
    }
    let arguments: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let sizes = if arguments.is_empty() {
        vec![10, 100, 495]
    } else {
        arguments
    };
    say(
        "| offices | build | pages | wall s | user s | system s | peak MB | user ms a page | ÷ cp -r | ÷ all |\n|---|---|---|---|---|---|---|---|---|---|",
    );
    for offices in sizes {
        measure(offices);
    }
}

#[expect(clippy::print_stdout, reason = "a bench reports to the terminal")]
fn say(line: &str) {
    println!("{line}");
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Memory is steady where disks are not; `SANAD_BENCH=disk` measures those.
fn workplace() -> TempDir {
    let memory = Path::new("/dev/shm");
    let on_disk = std::env::var_os("SANAD_BENCH").is_some_and(|place| place == "disk");
    if memory.is_dir() && !on_disk {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    }
    .expect("a temporary folder")
}

fn measure(offices: usize) {
    let folder = workplace();
    let site = Site {
        root: folder.path().to_owned(),
    };
    site.make(offices);
    // In turn, the better of two: machines are noisy.
    let mut built = site.build();
    let pages = site.pages();
    let mut copied = site.copy();
    if offices <= 1000 {
        fs::remove_dir_all(site.root.join("public")).expect("the output");
        built = built.or_better(site.build());
        copied = copied.min(site.copy());
    }
    let all = built.wall;
    let say = |what, run: &Run| report(offices, what, pages, run, copied, all);
    say("all", &built);
    say("nothing changed", &site.build());
    site.edit(
        "content/doict/offices/u1.d0/notices/n0.md",
        "লেখা",
        "অন্য লেখা",
    );
    say("one notice", &site.build());
    site.edit("content/doict/charter.yaml", "অনাবশ্যক", "অপ্রয়োজনীয়");
    say("one line of the charter", &site.build());
    // Each portal is made of the one before the last from now on.
    site.edit("content/doict/charter.yaml", "অপ্রয়োজনীয়", "অনাবশ্যক");
    say("the same line again", &site.build());
    site.edit(
        "themes/portal/static/style.css",
        "--ink: #17231e",
        "--ink: #17231f",
    );
    say("theme", &site.build());
    report_check(offices, &site.run(&["check"]), all);
    fs::remove_dir_all(site.root.join("public")).expect("the output");
    site.preview(offices);
}

struct Site {
    root: PathBuf,
}

/// What one run took.
struct Run {
    wall: f64,
    user: f64,
    system: f64,
    megabytes: f64,
}

impl Run {
    fn or_better(self, other: Self) -> Self {
        if other.wall < self.wall { other } else { self }
    }
}

impl Site {
    fn make(&self, offices: usize) {
        copy(&project().join("themes"), &self.root.join("themes"));
        copy(&project().join("content"), &self.root.join("content"));
        let department = self.root.join("content/doict");
        fs::remove_dir_all(department.join("offices")).expect("the offices of the project");
        let names = names(offices);
        let mut table = "id,upazila,officer,post,phone,email,verified_on\n".to_owned();
        for (at, name) in names.iter().enumerate() {
            let id = format!("u{at}.d{}", at / 10 % 64);
            writeln!(table, "{id},{name},নমুনা কর্মকর্তা {at},assistant-programmer,017{at:08},office{at}@doict.example,2025-06-30").expect("a String");
            let folder = department.join("offices").join(&id);
            fs::create_dir_all(folder.join("notices")).expect("a folder");
            fs::create_dir_all(folder.join("pages")).expect("a folder");
            for notice in 0..NOTICES {
                let text = format!(
                    "---\ntitle: {name} উপজেলার নমুনা বিজ্ঞপ্তি {notice}\ndate: 2025-0{}-15\nsummary: একটি নমুনা।\n---\n\n{}",
                    notice + 1,
                    paragraphs(name, 3)
                );
                fs::write(folder.join(format!("notices/n{notice}.md")), text).expect("a notice");
            }
            for page in 0..PAGES {
                let text = format!(
                    "---\ntitle: {name} উপজেলার নমুনা পাতা {page}\n---\n\n## পরিচয়\n\n{}",
                    paragraphs(name, 6)
                );
                fs::write(folder.join(format!("pages/p{page}.md")), text).expect("a page");
            }
        }
        fs::write(department.join("offices.csv"), table).expect("the table");
        let mut districts = "id,name,division,office,host,designation,phone,email\n".to_owned();
        for at in 0..64 {
            writeln!(districts, "d{at},নমুনা জেলা {at},নমুনা বিভাগ {},জেলা কার্যালয় {at},www.d{at}.example,প্রোগ্রামার,02000000{at:02},d{at}@doict.example", at % 8)
                .expect("a String");
        }
        fs::write(department.join("districts.csv"), districts).expect("the table");
    }

    fn build(&self) -> Run {
        self.run(&["build", "--quiet"])
    }

    /// Runs the release program under `time`, which tells CPU time and peak memory.
    fn run(&self, arguments: &[&str]) -> Run {
        let start = Instant::now();
        let output = Command::new("/usr/bin/time")
            .args(["-f", "%U %S %M", env!("CARGO_BIN_EXE_sanad")])
            .args(arguments)
            .current_dir(&self.root)
            .output()
            .expect("Debian's package `time` is installed");
        let wall = start.elapsed().as_secs_f64();
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{text}");
        let figures: Vec<f64> = text
            .split_whitespace()
            .filter_map(|figure| figure.parse().ok())
            .collect();
        Run {
            wall,
            user: figures[0],
            system: figures[1],
            megabytes: figures[2] / 1024.0,
        }
    }

    /// From saving to new bytes in `sanad serve`: a file of one office, and what all offices share.
    fn preview(&self, offices: usize) {
        let portal = "doict.u1.d0.gov.bd";
        let (notice, vision) = (
            format!("{portal}/notices/n0/index.html"),
            format!("{portal}/vision-mission/index.html"),
        );
        let style = format!("{portal}/index.html");
        let edits = [
            (
                "content/doict/offices/u1.d0/notices/n0.md",
                "লেখা",
                "অদেখা",
                &*notice,
                "অদেখা",
            ),
            (
                "content/doict/charter.yaml",
                "জ্ঞানভিত্তিক",
                "অজ্ঞানভিত্তিক",
                &*vision,
                "অজ্ঞানভিত্তিক",
            ),
            (
                "themes/portal/strings/bn.yaml",
                "মূল অংশে যান",
                "মূল কথা দেখুন",
                &*style,
                "মূল কথা দেখুন",
            ),
        ];
        let cold = preview::cold(&self.root, &self.root, &style).as_millis();
        let took = preview::measure(&self.root, &self.root, &edits);
        let [notice, charter, theme] = [0, 1, 2].map(|at| took[at].as_millis());
        say(&format!(
            "\n{offices} offices, `sanad serve`: from its start to the first page {cold} ms; from saving to new bytes one notice {notice} ms, one line of the charter {charter} ms, one string of the theme {theme} ms\n"
        ));
    }

    /// The yardstick itself: seconds that `cp -r` of the output takes.
    fn copy(&self) -> f64 {
        let target = self.root.join("copy");
        let start = Instant::now();
        let status = Command::new("cp")
            .arg("-r")
            .arg(self.root.join("public"))
            .arg(&target)
            .status()
            .expect("cp runs");
        let seconds = start.elapsed().as_secs_f64();
        assert!(status.success());
        fs::remove_dir_all(target).expect("the copy");
        seconds
    }

    fn pages(&self) -> usize {
        walkdir::WalkDir::new(self.root.join("public"))
            .into_iter()
            .flatten()
            .filter(|entry| entry.path().extension().is_some_and(|end| end == "html"))
            .count()
    }

    fn edit(&self, name: &str, from: &str, to: &str) {
        let path = self.root.join(name);
        let text = fs::read_to_string(&path).expect("a text");
        assert!(text.contains(from), "{name}");
        fs::write(path, text.replacen(from, to, 1)).expect("a text");
    }
}

fn report(offices: usize, what: &str, pages: usize, run: &Run, copied: f64, all: f64) {
    #[expect(clippy::cast_precision_loss, reason = "a number of pages")]
    let each = run.user * 1000.0 / pages as f64;
    let Run {
        wall,
        user,
        system,
        megabytes,
    } = run;
    say(&format!(
        "| {offices} | {what} | {pages} | {wall:.2} | {user:.2} | {system:.2} | {megabytes:.0} | {each:.3} | {:.2} | {:.2} |",
        wall / copied,
        wall / all,
    ));
}

/// A check makes no pages and copies nothing.
fn report_check(offices: usize, run: &Run, all: f64) {
    let Run {
        wall,
        user,
        system,
        megabytes,
    } = run;
    let share = wall / all;
    say(&format!(
        "| {offices} | check | – | {wall:.2} | {user:.2} | {system:.2} | {megabytes:.0} | – | – | {share:.2} |"
    ));
}

/// Names of upazilas from the gazetteer beside the project, made-up ones where it is absent or too short.
fn names(offices: usize) -> Vec<String> {
    let gazetteer =
        fs::read_to_string(project().join("../shared/gazetteer/upazilas.csv")).unwrap_or_default();
    let known: Vec<&str> = gazetteer
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').nth(3))
        .collect();
    (0..offices)
        .map(|at| {
            known
                .get(at)
                .map_or_else(|| format!("নমুনাপুর {at}"), |name| (*name).to_owned())
        })
        .collect()
}

fn paragraphs(name: &str, count: usize) -> String {
    let text = "উপজেলার সরকারি দপ্তর, শিক্ষা প্রতিষ্ঠান ও নাগরিকের জন্য নমুনা লেখা, যা মাপার কাজে ব্যবহার করা হয়। সেবার তালিকা [সেবাসমূহ](/services) পাতায় আছে।";
    (0..count).fold(String::new(), |mut all, at| {
        write!(all, "{name} {text} অনুচ্ছেদ {at}।\n\n").expect("a String");
        all
    })
}

fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp")
        .arg("-r")
        .arg(from)
        .arg(to)
        .status()
        .expect("cp runs");
    assert!(status.success());
}
