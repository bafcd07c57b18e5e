//! What people type and what they must find, over the bundled data.

use std::sync::LazyLock;

use spacepact::dataset::{self, Input};
use spacepact::graph::{EntityId, Graph};
use spacepact::search::Index;

static ATLAS: LazyLock<(Graph, Index)> = LazyLock::new(|| {
    let graph = Graph::build(dataset::read(&Input::bundled()).0);
    let index = Index::build(&graph);
    (graph, index)
});

/// What is typed, and what comes first.
const FIRST: &[(&str, &str)] = &[
    // Short names, before everything that has them in a longer name.
    ("esa", "esa"),
    ("ESA", "esa"),
    ("nasa", "nasa"),
    ("cnsa", "cnsa"),
    ("iss", "iss"),
    ("smile", "smile"),
    ("ilrs", "ilrs"),
    ("isro", "isro"),
    ("cas", "cas"),
    ("ec", "european-commission"),
    ("eu", "eu"),
    ("uksa", "uksa"),
    ("spacex", "spacex"),
    // Full names, and their beginnings.
    ("european space agency", "esa"),
    ("european space", "esa"),
    ("china", "state-cn"),
    ("china national", "cnsa"),
    ("outer space treaty", "outer-space-treaty"),
    ("moon agreement", "moon-agreement"),
    ("wolf", "wolf-amendment"),
    ("asia pacific space", "apsco"),
    ("e", "esa"),
    // Other names, former names, names in other languages.
    ("usa", "state-us"),
    ("uk", "state-gb"),
    ("turkey", "state-tr"),
    ("webb", "jwst"),
    ("css", "tiangong"),
    ("hope", "emirates-mars-mission"),
    ("national space organization", "tasa"),
    ("agencia espacial espanola", "aee"),
    ("deutsches zentrum", "dlr"),
    ("comisión nacional de actividades", "conae"),
    ("french space agency", "cnes"),
    // Accents, typed or not.
    ("wörner", "jan-woerner"),
    ("worner", "jan-woerner"),
    ("jahn", "sigmund-jaehn"),
    ("uznanski", "slawosz-uznanski"),
    ("pham tuan", "pham-tuan"),
    ("kirac", "yusuf-kirac"),
    ("lopez-alegria", "michael-lopez-alegria"),
    ("simon bolivar", "venesat-1"),
    ("ceska kosmicka", "cso"),
    ("iris2", "iris2"),
    // Other scripts, whole and begun.
    ("国家航天局", "cnsa"),
    ("微笑", "smile"),
    ("中国", "state-cn"),
    ("嫦娥六号", "change-6"),
    ("吴伟仁", "wu-weiren"),
    ("亚太空间", "apsco"),
    ("роскос", "roscosmos"),
    ("Роскосмос", "roscosmos"),
    ("МКС", "iss"),
    ("рогозин", "dmitry-rogozin"),
    ("गगनयान", "gaganyaan"),
    ("المنصوري", "hazza-al-mansouri"),
    ("مركز محمد بن راشد", "mbrsc"),
    ("우주항공청", "kasa"),
    ("우주항공", "kasa"),
    ("きぼう", "kibo"),
    ("宇宙航空", "jaxa"),
    // One script for another.
    ("इसरो", "isro"),
    ("гагарин", "gagarin-ctc"),
    ("roskosmos", "roscosmos"),
    ("tiangong", "tiangong"),
    ("guojiahangtianju", "cnsa"),
    ("путин", "vladimir-putin"),
    // Words in any order.
    ("china nasa", "topic-nasa-china-nationals-2025"),
    ("agreement esa cmsa", "esa-cmsa-2014"),
    ("weiren wu", "wu-weiren"),
    ("soyuz apollo", "apollo-soyuz"),
    ("station research lunar", "ilrs"),
    ("cmsa unoosa", "unoosa-cmsa-call"),
    // Apostrophes, hyphens and numbers.
    ("chang'e 6", "change-6"),
    ("chang’e-6", "change-6"),
    ("change6", "change-6"),
    ("apollo–soyuz", "apollo-soyuz"),
    ("double-star", "double-star"),
    ("\"double star\"", "double-star"),
    // Surnames.
    ("aschbacher", "josef-aschbacher"),
    ("putin", "vladimir-putin"),
    ("xi", "xi-jinping"),
    ("rodota", "antonio-rodota"),
    // Initials.
    ("vp", "vladimir-putin"),
    // A letter wrong, missing, too many or in the wrong place.
    ("aschbahcer", "josef-aschbacher"),
    ("tiangnog", "tiangong"),
    ("jxaa", "jaxa"),
    ("roscsmos", "roscosmos"),
    ("gaganyan", "gaganyaan"),
    ("europan space agency", "esa"),
    ("copus", "copuos"),
    ("aschbahc", "josef-aschbacher"),
    // Scattered letters.
    ("artacc", "artemis-accords"),
    ("wolfamend", "wolf-amendment"),
    ("中科院", "cas"),
];

/// What is typed, and what must be among the first three.
const AMONG_THREE: &[(&str, &[&str])] = &[
    ("jose", &["josef-aschbacher"]),
    ("chang", &["change-8", "change-7", "change-5"]),
    ("嫦娥", &["change-8", "change-7", "change-5"]),
    ("space station", &["iss", "tiangong"]),
    ("agence spatiale", &["esa", "csa"]),
    ("artemis", &["artemis-programme", "artemis-accords"]),
    ("china space", &["cnsa", "cmsa"]),
    ("axiom", &["ax-4", "ax-3", "axiom-space"]),
    ("ce6", &["change-6"]),
    ("fw", &["frank-wolf", "frank-de-winne"]),
    ("neuquen", &["neuquen-station", "neuquen-agreement-2012"]),
];

/// What is typed, and what it must not find.
const NOT_FOUND: &[(&str, &str)] = &[
    ("esa -cmsa", "esa-cmsa-2014"),
    ("\"star double\"", "double-star"),
    ("\"tiangnog\"", "tiangong"),
    ("musk", "yousuf-khan"),
    ("", "esa"),
    (" - ", "esa"),
];

fn found(words: &str, limit: usize) -> Vec<&'static str> {
    let (graph, index) = &*ATLAS;
    let hits = index.search(graph, words, limit, &|_| true);
    hits.iter().map(|hit| graph.entity(hit.entity).id()).collect()
}

#[test]
fn what_is_meant_comes_first() {
    let wrong: Vec<_> = FIRST
        .iter()
        .map(|&(words, id)| (words, id, found(words, 3)))
        .filter(|(_, id, found)| found.first() != Some(id))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_may_be_meant_is_among_the_first_three() {
    for &(words, ids) in AMONG_THREE {
        let found = found(words, 3);
        assert!(ids.iter().all(|id| found.contains(id)), "{words:?}: {found:?}");
    }
}

#[test]
fn what_is_excluded_or_far_fetched_is_not_found() {
    for &(words, id) in NOT_FOUND {
        assert!(!found(words, usize::MAX).contains(&id), "{words:?}");
    }
}

#[test]
fn every_name_finds_its_entity_and_is_marked_from_end_to_end() {
    let (graph, index) = &*ATLAS;
    for id in graph.entity_ids() {
        for name in graph.entity(id).all_names() {
            let hits = index.search(graph, &format!("\"{name}\""), usize::MAX, &|entity| entity == id);
            let marks = hits.first().map(|hit| (hit.matched.chars().count(), hit.marks.as_slice()));
            let marked = marks.is_some_and(|(letters, marks)| {
                let sorted = marks.is_sorted_by(|a, b| a < b);
                sorted && !marks.is_empty() && marks.iter().all(|&mark| mark < letters)
            });
            assert!(marked, "{name:?}: {hits:?}");
        }
    }
}

#[test]
fn a_hit_shows_the_letters_that_matched() {
    let (graph, index) = &*ATLAS;
    let shown = |words: &str| {
        let hits = index.search(graph, words, 1, &|_| true);
        hits.first().map(|hit| {
            let letter = |(at, letter): (usize, char)| {
                if hit.marks.contains(&at) { format!("[{letter}]") } else { letter.to_string() }
            };
            hit.matched.chars().enumerate().map(letter).collect::<String>().replace("][", "")
        })
    };
    for (words, marked) in [
        ("aschb", "Josef [Aschb]acher"),
        ("worn", "Johann-Dietrich [Wörn]er"),
        ("微笑", "[微笑]卫星"),
        ("роскос", "[Роскос]мос"),
        ("change6", "[Chang]'[e]-[6]"),
        ("weiren wu", "[Wu] [Weiren]"),
        ("artacc", "[Art]emis [Acc]ords"),
        ("aschbahcer", "Josef [Aschbacher]"),
    ] {
        assert_eq!(shown(words).as_deref(), Some(marked), "{words}");
    }
}

#[test]
fn misspelt_words_are_put_right() {
    let (_, index) = &*ATLAS;
    for (words, right) in [
        ("aschbahcer", &["Aschbacher"][..]),
        ("tiangnog", &["Tiangong"]),
        ("europan space agency", &["European space agency", "Europa space agency"]),
        ("european space agency", &[]),
        ("xqzjk", &[]),
    ] {
        assert_eq!(index.suggest(words), right, "{words}");
    }
}

#[test]
fn arguments_resolve_to_one_entity_or_say_which_could_be_meant() {
    let (graph, index) = &*ATLAS;
    for (text, id) in [
        ("ESA", "esa"),
        ("china", "state-cn"),
        ("cn", "state-cn"),
        ("国家航天局", "cnsa"),
        ("Tiangong", "tiangong"),
        ("tiangong space station", "tiangong"),
        ("Aschbacher", "josef-aschbacher"),
        ("chang'e 6", "change-6"),
        ("wolf amendment", "wolf-amendment"),
        ("moon-village", "topic-moon-village"),
    ] {
        assert_eq!(index.resolve(graph, text).map(|entity| graph.entity(entity).id()), Ok(id), "{text}");
    }
    for (text, candidate) in
        [("aschbahcer", "josef-aschbacher"), ("space agency", "esa"), ("mars", "mars-express")]
    {
        let error = index.resolve(graph, text).map_err(|error| error.to_string());
        assert!(matches!(&error, Err(words) if words.contains(candidate)), "{text}: {error:?}");
    }
}

#[test]
fn every_id_and_every_name_of_its_own_resolves() {
    let (graph, index) = &*ATLAS;
    for id in graph.entity_ids() {
        let entity = graph.entity(id);
        assert_eq!(index.resolve(graph, entity.id()), Ok(id));
        let error = index.resolve(graph, entity.name()).err();
        let named = |id: EntityId| (graph.entity(id).id().to_owned(), graph.entity(id).name().to_owned());
        // Two entities may have one name; then both are named.
        assert!(error.is_none_or(|error| error.candidates.contains(&named(id))), "{}", entity.name());
    }
}
