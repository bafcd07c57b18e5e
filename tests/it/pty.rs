//! The program on a real terminal: it comes, and it leaves nothing behind, however it ends.

mod console;

use std::time::Duration;

use console::{Console, signal};
use spacepact::tui::terminal::{Terminal, guard_panics};
use vt100::MouseProtocolMode;

const PROGRAM: &str = env!("CARGO_BIN_EXE_spacepact");

const TINY: [&str; 3] = ["--only", "--data", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tiny")];

/// Nothing that was switched on is still on.
fn assert_clean(console: &Console) {
    console.with_screen(|screen| {
        assert!(!screen.alternate_screen(), "the alternate screen is still on");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pasted text is still in brackets");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse is still reported");
    });
    assert!(console.is_cooked(), "the terminal is still raw");
    assert_eq!(console.titles(), (1, 1), "the title is put away and brought back once");
}

fn shows_itself(screen: &vt100::Screen) -> bool {
    screen.alternate_screen() && screen.contents().contains("Explore")
}

/// Runs the program until its first frame is on the screen.
fn started() -> Console {
    let console = Console::run(PROGRAM, &TINY);
    console.wait("the first frame", shows_itself);
    console
}

#[test]
fn quitting_leaves_the_terminal_as_it_was() {
    let mut console = started();
    console.with_screen(|screen| {
        assert!(screen.hide_cursor() && screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::ButtonMotion);
    });
    assert!(!console.is_cooked());
    console.write("q");
    assert_eq!(console.ended(), 0);
    assert_clean(&console);
}

#[test]
fn a_signal_ends_the_program_at_once() {
    for (name, code) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let mut console = started();
        signal(name, console.process());
        assert_eq!(console.ended(), code, "SIG{name}");
        assert_clean(&console);
    }
}

#[test]
fn every_frame_is_written_at_one_go() {
    let mut console = started();
    console.write("\x1b[B\x1b[B?");
    console.wait("the help", |screen| screen.contents().contains(" Help "));
    console.write("\x03");
    console.wait("the panes", |screen| !screen.contents().contains(" Help "));
    console.write("q");
    console.ended();
    let text = console.text();
    let inside = text.split("\x1b[?2026h").skip(1);
    let whole = inside.filter(|frame| frame.contains("\x1b[?2026l")).count();
    assert!(whole > 1);
    assert_eq!(whole, text.matches("\x1b[?2026h").count());
}

#[test]
fn another_size_is_drawn_at_once() {
    let mut console = started();
    console.resize(132, 40);
    console.wait("a wider frame", |screen| screen.contents().contains("✦ spacepact"));
    console.write("q");
    assert_eq!(console.ended(), 0);
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut console = started();
    console.write("M");
    console.wait("no mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
    console.write("M");
    console.wait("the mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion);
    // The first tab but one is pressed.
    console.write("\x1b[<0;18;1M\x1b[<0;18;1m");
    console.wait("the network", |screen| screen.contents().contains("Network ·"));
    console.write("q");
    assert_eq!(console.ended(), 0);
}

/// Here is no desktop, so the terminal is asked to copy.
#[test]
fn text_is_copied_by_the_terminal_and_the_way_is_said() {
    let mut console = started();
    console.write("y");
    console.wait("the menu", |screen| screen.contents().contains(" Copy "));
    console.write("i");
    console.wait("a word about it", |screen| screen.contents().contains("sent to the terminal (OSC 52)"));
    // What is selected at first: `smile`, in base 64.
    assert!(console.text().contains("\x1b]52;c;c21pbGU=\x1b\\"));
    console.write("q");
    assert_eq!(console.ended(), 0);
}

/// The shell has job control: it is told that the program stopped, and lets it go on.
#[test]
fn suspended_and_continued_by_a_shell() {
    let prompt = |screen: &vt100::Screen| screen.contents().trim_end().ends_with("ready>");
    let mut console = Console::run("/bin/sh", &["-i"]);
    console.write("PS1='rea''dy> '\r");
    console.wait("the shell", prompt);
    console.write(&format!("{PROGRAM} {}\r", TINY.join(" ")));
    console.wait("the first frame", shows_itself);
    console.write("\x1a");
    console.wait("the shell again", |screen| prompt(screen) && screen.contents().contains("Stopped"));
    console.with_screen(|screen| {
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    });
    console.write("fg\r");
    console.wait("the frame after", shows_itself);
    console.write("q");
    console.wait("the shell at last", prompt);
    console.write("exit\r");
    console.ended();
}

/// Where nobody could let it go on, the program does not stop.
#[test]
fn without_a_shell_it_is_not_suspended() {
    let mut console = started();
    console.write("\x1a");
    console.wait("a word about it", |screen| {
        screen.alternate_screen() && screen.contents().contains("there is no shell here")
    });
    console.write("q");
    assert_eq!(console.ended(), 0);
}

#[test]
fn where_nothing_can_be_drawn_it_says_so() {
    let output = std::process::Command::new(PROGRAM).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no terminal"));
    let mut console = Console::run("/usr/bin/env", &["TERM=dumb", PROGRAM]);
    assert_eq!(console.ended(), 2);
    assert!(console.text().contains("there is no terminal"));
}

/// Runs a test of this file, one of those that are ignored, on a terminal of its own.
fn acted(test: &str) -> Console {
    let myself = std::env::current_exe().expect("this test has a file");
    let myself = myself.to_str().expect("its name is text");
    Console::run(myself, &["--exact", test, "--ignored", "--nocapture", "--test-threads=1"])
}

#[test]
#[ignore = "is played on a terminal of its own by the test below"]
fn panics_while_it_draws() {
    guard_panics();
    let mut terminal = Terminal::enter((80, 24), true).expect("there is a terminal");
    terminal.draw(|frame| frame.render_widget("a whole frame", frame.area())).expect("it is drawn");
    terminal.draw(|_| panic!("the sky falls")).expect("it never comes here");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let mut console = acted("pty::panics_while_it_draws");
    assert_ne!(console.ended(), 0);
    assert_clean(&console);
    console
        .with_screen(|screen| assert!(screen.contents().contains("the sky falls"), "{}", screen.contents()));
}

#[test]
#[ignore = "is played on a terminal of its own by the test below"]
fn hears_no_signal() {
    let (wake, _unheard) = std::sync::mpsc::channel();
    spacepact::tui::wake::watch(&wake).expect("signals are watched");
    let mut terminal = Terminal::enter((80, 24), true).expect("there is a terminal");
    terminal.draw(|frame| frame.render_widget("Explore", frame.area())).expect("it is drawn");
    std::thread::sleep(Duration::from_mins(1));
}

#[test]
fn a_loop_that_is_stuck_is_ended_all_the_same() {
    let mut console = acted("pty::hears_no_signal");
    console.wait("the first frame", shows_itself);
    signal("TERM", console.process());
    assert_eq!(console.ended(), 143);
    assert_clean(&console);
}
