//! Set expressions: what is read, what is refused and how.

use super::super::fixture::graph;
use super::*;

fn read(text: &str) -> Result<String, String> {
    let graph = graph();
    let index = Index::build(&graph);
    let name = |id| graph.entity(id).id().to_owned();
    parse(text, &graph, &index).map(|sets| sets.words(&name)).map_err(|error| error.to_string())
}

#[test]
fn names_signs_and_brackets_are_read() {
    for (text, words) in [
        ("esa", "esa"),
        ("  esa & 国家航天局 ", "esa & cnsa"),
        ("European Space Agency - cnsa", "esa - cnsa"),
        ("\"European Space Agency\"-change-6", "esa - change-6"),
        ("“Old Probe” |esa", "probe | esa"),
        ("change-6 -esa", "change-6 - esa"),
        ("change-6- esa", "change-6 - esa"),
        ("esa | cnsa & accord", "esa | cnsa & accord"),
        ("(esa | cnsa) & accord", "(esa | cnsa) & accord"),
        ("esa - cnsa | accord", "esa - cnsa | accord"),
        ("esa - (cnsa | accord)", "esa - (cnsa | accord)"),
        ("((esa))", "esa"),
        ("esa - cnsa & accord", "esa - cnsa & accord"),
        ("esa & (cnsa & accord)", "esa & (cnsa & accord)"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(words), "{text}");
        assert_eq!(read(words).as_deref(), Ok(words), "{text}");
    }
}

#[test]
fn errors_say_where_what_was_read_and_what_would_be_right() {
    for (text, words) in [
        ("", "no set is named; write \"artemis-accords & ilrs\" or \"ceos - isecg\""),
        ("esa & & cnsa", "esa & & cnsa: at letter 7 stands \"&\" where a name or \"(\" should"),
        ("- esa", "- esa: at letter 1 stands \"-\" where a name or \"(\" should"),
        ("esa &", "esa &: a name or \"(\" should follow at the end"),
        (
            "esa probe",
            "esa probe: at letter 5 follows \"probe\"; write & (and), | (or) or - (without) before it",
        ),
        (
            "(esa) \"cnsa\"",
            "(esa) \"cnsa\": at letter 7 follows \"cnsa\"; write & (and), | (or) or - (without) before it",
        ),
        ("esa & \"cnsa", "esa & \"cnsa: at letter 7 a quote is opened and not closed"),
        ("(esa & cnsa", "(esa & cnsa: at letter 1 a bracket is opened and not closed"),
        ("esa)", "esa): at letter 4 a bracket is closed that was not opened"),
        ("()", "(): at letter 2 stands \")\" where a name or \"(\" should"),
        ("esa & xyz", "nothing here is called \"xyz\"; try another spelling or an id"),
    ] {
        assert_eq!(read(text), Err(words.to_owned()), "{text}");
    }
    assert!(
        read(&"(".repeat(100_000)).is_err_and(|error| error.ends_with("beyond 64 sets or open brackets"))
    );
    assert!(read(&"esa&".repeat(100_000)).is_err_and(|error| error.contains("beyond 64")));
}

#[test]
fn no_text_makes_it_fall_and_what_is_read_is_read_back_the_same() {
    let graph = graph();
    let index = Index::build(&graph);
    let name = |id| graph.entity(id).id().to_owned();
    let pieces = [
        "esa",
        "cnsa",
        "change-6",
        "\"accord\"",
        "&",
        "|",
        "-",
        "(",
        ")",
        " ",
        "\"",
        "“",
        "é",
        "国",
        "\u{301}",
        "–",
        "x",
    ];
    let mut state = 7_u64;
    let mut next = |below: usize| {
        // Knuth's MMIX generator; the high bits are the good ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut good = 0;
    for _ in 0..4000 {
        let text: String = (0..=next(9)).map(|_| pieces[next(pieces.len())]).collect();
        match parse(&text, &graph, &index) {
            Ok(sets) => {
                good += 1;
                assert_eq!(parse(&sets.words(&name), &graph, &index), Ok(sets), "{text}");
            }
            Err(error) => {
                assert!(error.at >= 1 && error.at <= text.chars().count() + 1, "{text}");
                assert!(!error.to_string().is_empty());
            }
        }
    }
    assert!(good > 100, "{good}");
}
