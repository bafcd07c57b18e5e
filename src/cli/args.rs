//! What may be typed: built from the table of views, so that a new view has its subcommand at once.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::dataset::Thin;
use crate::export::FORMATS;
use crate::view::{Opt, VIEWS, View, bare, options};

const ABOUT: &str = "A terminal atlas of international space cooperation: who works with whom in space, on what, \
since when, under which agreement, who said what about it, and on whose word we know.";

const AFTER: &str = "\
Without a subcommand the atlas opens in the terminal.

Examples:
  spacepact entity smile                          the dossier of SMILE
  spacepact stances esa tiangong                  what ESA said of Tiangong, and how it changed
  spacepact network cnsa --at 2015                who was around CNSA by the end of 2015
  spacepact list --where 'kind:agreement with:esa with:cnsa'
  spacepact timeline smile --format markdown -o smile.md

Exit codes: 0 fine, 1 nothing found, 2 wrong use or faulty data.";

/// The whole command line.
pub(super) fn command() -> Command {
    Command::new("spacepact")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .after_help(AFTER)
        .subcommand_value_name("VIEW")
        .subcommand_help_heading("Views and commands")
        .disable_help_subcommand(true)
        .args(data_options())
        .args(terminal_options())
        .subcommands(VIEWS.iter().map(|view| view_command(*view)))
        .subcommand(search())
        .subcommand(check())
        .subcommand(saved())
        .subcommand(Command::new("keys").about("Print what keys do in the terminal"))
}

fn data_options() -> [Arg; 2] {
    [
        Arg::new("data")
            .long("data")
            .value_name("DIR")
            .action(ArgAction::Append)
            .value_parser(value_parser!(std::path::PathBuf))
            .global(true)
            .help("Lay the records of this folder (or exported .ron file) over the bundled ones; may be given more than once"),
        Arg::new("only")
            .long("only")
            .action(ArgAction::SetTrue)
            .requires("data")
            .global(true)
            .help("Leave the bundled data out"),
    ]
}

fn terminal_options() -> [Arg; 4] {
    [
        Arg::new("theme")
            .long("theme")
            .value_name("NAME")
            .global(true)
            .value_parser(["dark", "light", "contrast"])
            .help("Colours of the screen and of pictures"),
        Arg::new("color")
            .long("color")
            .value_name("WHEN")
            .global(true)
            .value_parser(["auto", "none", "16", "256", "rgb"])
            .default_value("auto")
            .help("How many colours; auto asks the environment, and obeys NO_COLOR"),
        Arg::new("ascii").long("ascii").action(ArgAction::SetTrue).help("Draw with ASCII only"),
        Arg::new("no-mouse")
            .long("no-mouse")
            .action(ArgAction::SetTrue)
            .help("Leave the mouse to the terminal"),
    ]
}

fn view_command(view: &'static dyn View) -> Command {
    let takes = view.takes();
    let mut command = Command::new(view.name()).about(view.doc());
    if *takes.end() > 0 && bare(view).is_none() {
        command = command.arg(
            Arg::new("focus")
                .value_name("ENTITY")
                .num_args(takes.clone())
                .required(*takes.start() > 0)
                .help(view.focus_doc()),
        );
    }
    command.args(options(view).map(lens_option)).args(output_options())
}

fn lens_option(option: &'static Opt) -> Arg {
    let arg = Arg::new(option.name).value_name(option.value).help(option.doc);
    let arg = if option.bare { arg.num_args(0..) } else { arg.long(option.name).allow_hyphen_values(true) };
    let choices: Vec<&str> = (option.choices)().into_iter().map(|(name, _)| name).collect();
    if choices.is_empty() { arg } else { arg.value_parser(PossibleValuesParser::new(choices)) }
}

fn output_options() -> [Arg; 5] {
    let formats: Vec<&str> = FORMATS.iter().map(|format| format.name()).collect();
    [
        Arg::new("format")
            .long("format")
            .short('f')
            .value_name("FORMAT")
            .value_parser(PossibleValuesParser::new(formats))
            .help("Format; without it text, or what the ending of the file says"),
        Arg::new("output")
            .long("output")
            .short('o')
            .value_name("FILE")
            .value_parser(value_parser!(std::path::PathBuf))
            .help("Write to a file; one that exists is kept unless --force is given"),
        Arg::new("force").long("force").action(ArgAction::SetTrue).help("Replace a file that exists"),
        Arg::new("plain")
            .long("plain")
            .action(ArgAction::SetTrue)
            .help("Text without lines and signs, for screen readers and logs"),
        Arg::new("open")
            .long("open")
            .action(ArgAction::SetTrue)
            .conflicts_with_all(["format", "output", "plain"])
            .help("Open the atlas at this view"),
    ]
}

fn search() -> Command {
    Command::new("search")
        .about("Find entities by any of their names")
        .arg(
            Arg::new("words")
                .value_name("WORDS")
                .num_args(1..)
                .required(true)
                .help("Words in any order and script, and filters such as kind:agency"),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .value_parser(value_parser!(usize))
                .default_value("20")
                .help("At most so many"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .short('f')
                .value_name("FORMAT")
                .value_parser(["text", "json"])
                .default_value("text")
                .help("json prints a list of objects with id, kind, name, short and score"),
        )
}

fn saved() -> Command {
    Command::new("saved")
        .about("List the saved views; print, open or remove one")
        .arg(Arg::new("name").value_name("NAME").help("The name under which the view was saved"))
        .arg(
            Arg::new("remove")
                .long("remove")
                .action(ArgAction::SetTrue)
                .requires("name")
                .help("Take it off the list"),
        )
        .arg(
            Arg::new("save")
                .long("save")
                .value_name("COMMAND")
                .requires("name")
                .conflicts_with("remove")
                .help("Save the view that this command prints: 'spacepact pair esa cnsa'"),
        )
        .args(output_options())
}

fn check() -> Command {
    Command::new("check")
        .about("Say everything that is wrong with a dataset")
        .arg(
            Arg::new("dir")
                .value_name("DIR")
                .value_parser(value_parser!(std::path::PathBuf))
                .help("A folder in the form of data/, checked by itself; without it the bundled data"),
        )
        .arg(Arg::new("explain").long("explain").value_name("RULE").help("Say what a rule asks for"))
        .arg(
            Arg::new("list")
                .long("list")
                .value_name("WHAT")
                .value_parser(PossibleValuesParser::new(
                    Thin::ALL.iter().map(|thin| {
                        PossibleValue::new(thin.name()).help(format!("Claims that {}", thin.doc()))
                    }),
                ))
                .help("List the claims that rest on little, one a line, instead of the faults"),
        )
        .arg(
            Arg::new("release")
                .long("release")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["explain", "list"])
                .help("Print the record of what this version holds, for releases/VERSION.txt; `changes --since` reads it"),
        )
}
