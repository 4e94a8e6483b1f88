//! What the program says of itself: help, completions, the manual page; colours at a terminal only.

use std::process::{Command, Stdio};

use sanad::cli;

use crate::support::project;

/// Every command with the words that lead to it, those below `new` too.
fn commands() -> Vec<(Vec<String>, cli::Grammar)> {
    fn add(above: &[String], grammar: &cli::Grammar, all: &mut Vec<(Vec<String>, cli::Grammar)>) {
        for command in grammar.get_subcommands() {
            let words = [above, &[command.get_name().to_owned()]].concat();
            add(&words, command, all);
            all.push((words, command.clone()));
        }
    }
    let mut all = Vec::new();
    add(&[], &cli::grammar(), &mut all);
    assert!(
        all.len() >= 10,
        "build check show new office department notice page site …"
    );
    all
}

/// Runs the program in no particular place.
fn sanad(arguments: &[&str], variables: &[(&str, &str)]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sanad"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    let output = command
        .args(arguments)
        .envs(variables.iter().copied())
        .env("LC_ALL", "C")
        .current_dir(project())
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn every_command_says_what_it_does_with_examples_and_exit_codes() {
    for (words, command) in commands() {
        let typed = words.join(" ");
        let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        arguments.push("--help");
        let (help, _) = sanad(&arguments, &[]);
        assert!(command.get_about().is_some(), "{typed}");
        assert!(help.contains("\nExamples"), "{typed}\n{help}");
        assert!(
            help.contains(&format!("\n  sanad {typed} "))
                || help.contains(&format!("\n  sanad {typed}\n")),
            "{typed}\n{help}"
        );
        assert!(help.contains("\nExit codes:\n  0  "), "{typed}\n{help}");
        assert!(help.contains("\n  2  "), "{typed}\n{help}");
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{typed}: {argument}");
        }
    }
}

/// The words of a line of an example, up to a comment, a pipe or a redirection; quotes are not used.
fn words_of(line: &str) -> Option<Vec<&str>> {
    let line = line.strip_prefix("  sanad ")?;
    let end = line.find("   ").unwrap_or(line.len());
    let words = line[..end].split_whitespace();
    Some(
        words
            .take_while(|word| !matches!(*word, "|" | ">" | ">>"))
            .collect(),
    )
}

#[test]
fn every_example_of_a_help_is_understood() {
    let mut examples = 0;
    for (_, command) in commands() {
        let help = command.get_after_help().expect("a help").to_string();
        for words in help.lines().filter_map(words_of) {
            let typed = ["sanad"].iter().chain(&words);
            let understood = cli::grammar().try_get_matches_from(typed);
            if let Err(error) = understood {
                assert!(!error.use_stderr(), "{words:?}: {error}");
            }
            examples += 1;
        }
    }
    assert!(examples > 20);
}

#[test]
fn completions_of_every_shell_know_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (script, _) = sanad(&["completions", shell], &[]);
        for (words, command) in commands() {
            let name = words.last().expect("a word");
            assert!(script.contains(name.as_str()), "{shell}: {name}");
            for option in command
                .get_arguments()
                .filter_map(|argument| argument.get_long())
            {
                assert!(script.contains(option), "{shell}: {name} --{option}");
            }
        }
    }
    let (_, error) = sanad(&["completions", "cmd"], &[]);
    assert!(
        error.contains("[possible values: bash, zsh, fish, elvish, powershell]"),
        "{error}"
    );
}

#[test]
fn bash_understands_its_completions() {
    let (script, _) = sanad(&["completions", "bash"], &[]);
    let typed = format!(
        "{script}\nCOMP_WORDS=(sanad check --rep); COMP_CWORD=2; _sanad sanad --rep check; echo \"${{COMPREPLY[@]}}\""
    );
    let output = Command::new("bash")
        .arg("-c")
        .arg(typed)
        .stderr(Stdio::inherit())
        .output();
    // Where there is no bash there is nothing to be understood.
    let Ok(output) = output else { return };
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "--report");
}

#[test]
fn the_manual_page_holds_every_command_option_example_and_exit_code() {
    let (page, _) = sanad(&["manual"], &[]);
    assert!(page.contains("\n.TH SANAD 1 "), "{page}");
    let plain = page
        .replace("\\-", "-")
        .replace("\\fB", "")
        .replace("\\fR", "");
    for (words, command) in commands() {
        let typed = words.join(" ");
        assert!(
            page.contains(&format!("\"SANAD {}\"", typed.to_uppercase())),
            "{typed}"
        );
        for option in command
            .get_arguments()
            .filter_map(|argument| argument.get_long())
        {
            assert!(plain.contains(&format!("--{option}")), "{typed} --{option}");
        }
        let help = command.get_after_help().expect("a help").to_string();
        for line in help.lines().filter(|line| line.starts_with("  ")) {
            assert!(plain.contains(line), "{typed}: {line}");
        }
    }
    assert!(
        !page.lines().any(|line| line.ends_with(' ')),
        "no white space at the ends of lines"
    );
}

#[test]
fn there_are_no_colours_but_at_a_terminal_and_none_where_nobody_wants_any() {
    let runs: [&[&str]; 6] = [
        &["check"],
        &["show", "rupganj.narayanganj"],
        &["--help"],
        &["check", "--help"],
        &["no-such-command"],
        &["build", "--content", "nowhere"],
    ];
    for arguments in runs {
        for variables in [&[][..], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]] {
            let (out, error) = sanad(arguments, variables);
            assert!(!out.is_empty() || !error.is_empty(), "{arguments:?}");
            assert!(
                !out.contains('\u{1b}') && !error.contains('\u{1b}'),
                "{arguments:?} {variables:?}"
            );
        }
    }
    let (forced, _) = sanad(&["check"], &[("CLICOLOR_FORCE", "1")]);
    assert!(forced.contains('\u{1b}'), "a terminal gets colours");
}
