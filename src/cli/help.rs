//! What stands below the help of each command: examples, what to know, exit codes.

pub(super) const HELP: &str = "Examples:
  sanad new site my-portals            a project to begin with
  sanad build                          content + theme → public/
  sanad check --lang bn                what is wrong or doubtful, in Bangla
  sanad build --help                   more of each command, with examples

Exit codes:
  0  fine
  1  mistakes in the content: the offices concerned keep their last good portal, all others are built
  2  wrong usage, or a fault of the machine";

pub(super) const BUILD_HELP: &str = "Examples:
  sanad build                          all portals, from content/ and themes/ into public/
  sanad build --office rupganj.narayanganj
  sanad build --out /srv/public --compress gzip,br
  sanad build --shard 2/8              the second of eight parts, for eight machines

Only what changed is written. What a person left in the output stays.

Exit codes:
  0  fine
  1  mistakes in the content: the offices concerned keep their last good portal, all others are built
  2  wrong usage, or a fault of the machine";

pub(super) const SHOW_HELP: &str = "Examples:
  sanad show rupganj.narayanganj
  sanad show rupganj.narayanganj --content ../content

Exit codes:
  0  fine
  2  no such office, wrong usage, or a fault of the machine";

pub(super) const COMPLETIONS_HELP: &str = "Examples; a new shell knows them:
  sanad completions bash > ~/.local/share/bash-completion/completions/sanad
  sanad completions fish > ~/.config/fish/completions/sanad.fish
  sanad completions zsh > ~/.zfunc/_sanad        with `fpath+=~/.zfunc` before `compinit` in ~/.zshrc
  sanad completions elvish >> ~/.config/elvish/rc.elv
  sanad completions powershell >> $PROFILE

The folder must be there: mkdir -p ~/.local/share/bash-completion/completions

Exit codes:
  0  printed
  2  wrong usage";

pub(super) const MANUAL_HELP: &str = "Examples:
  sanad manual | man -l -              to read it at once
  sanad manual > ~/.local/share/man/man1/sanad.1     then: man sanad

The folder must be there: mkdir -p ~/.local/share/man/man1

Exit codes:
  0  printed
  2  wrong usage";

pub(super) const SCHEMA_HELP: &str = "Examples:
  sanad schema                        all of them, into content/.schema
  sanad schema --out /srv/schemas
  sanad schema office                 prints one

A YAML file names its schema in its first line, as those of `sanad new` do:
  # yaml-language-server: $schema=../../../.schema/office.json

Exit codes:
  0  written, or all is the same already
  2  wrong usage, or a fault of the machine";

pub(super) const SERVE_HELP: &str = "Examples:
  sanad serve                          then open the address that it prints
  sanad serve --open                   opens the browser too
  sanad serve --lang bn --port 4000

Every change in content and theme is built as it is saved, and the browser shows it by itself. Mistakes lie over the last
good page until they are mended. Drafts and notices of days to come are shown, marked [খসড়া] and [আগামী]; nothing of this
is published: `sanad build` does that. Ctrl-C ends it and leaves nothing behind.

Exit codes:
  0  ended by you
  2  wrong usage, or a fault of the machine";

pub(super) const CHECK_HELP: &str = "Examples:
  sanad check                          all findings, in the language of the locale
  sanad check --lang bn --only phone-length private-mail
  sanad check --fix                    writes the corrections that are certain, and prints what it changed
  sanad check --explain private-mail   what a code means, why it matters, what to do
  sanad check --format sarif           for code hosts and editors
  sanad check --report calls           which offices somebody has to telephone: open calls/index.html

A finding that is right as it is can be answered for, in the file where it stands:
  allow:
    - code: private-mail
      reason: the office has no other address yet

Exit codes:
  0  fine; there may be warnings and notes
  1  mistakes that cannot be published, or warnings with --deny warnings
  2  wrong usage, or a fault of the machine";

/// What stands below the help of `new`: examples, the rule, exit codes.
macro_rules! new_help {
    ($examples:literal) => {
        concat!(
            "Examples:\n",
            $examples,
            "\n\nNothing that is there is overwritten: either all files are written, or none.\n\n",
            "Exit codes:\n",
            "  0  written; what is still to be filled in is said\n",
            "  2  wrong usage, something is there already, or a fault of the machine"
        )
    };
}

pub(super) use new_help;
