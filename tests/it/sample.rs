//! Small atlases, built in place.

use ron::extensions::Extensions;
use spacepact::atlas::Atlas;
use spacepact::dataset::{Dataset, Entry, Place, Placed};
use spacepact::figure::{Body, Figure, Scene};
use spacepact::model::kind::Kind;
use spacepact::view::{Lens, Network, View as _};

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

pub(crate) fn atlas(entries: &[(Kind, &str)]) -> Atlas {
    let mut dataset = Dataset::default();
    for &(kind, text) in entries {
        dataset.entries.push(Entry {
            kind,
            record: parse(text),
            place: Place::default(),
            added: Vec::new(),
            partial: false,
        });
    }
    let source = r#"(id: "esa-smile", title: "Smile", publisher: "ESA", published: "2019", type: Official)"#;
    dataset.sources.push(Placed { record: parse(source), place: Place::default() });
    Atlas::new(dataset)
}

/// A mission with seven neighbours, one of each sort of tie, and one agency without any.
pub(crate) fn smile() -> Atlas {
    atlas(&[
        (
            Kind::Mission,
            r#"(id: "smile", name: "Solar wind Magnetosphere Ionosphere Link Explorer", short: "SMILE", partners: [
                (who: "esa", as: Leads, role: "payload module", during: "2015/..", sources: ["esa-smile"]),
                (who: "cas", as: Leads, role: "platform", during: "2015/..", sources: ["esa-smile"]),
                (who: "cas", as: Proposes, during: "2015/2016", sources: ["esa-smile"]),
                (who: "avio", as: Launches, during: "2030/..", sources: ["esa-smile"]),
                (who: "csa", as: ContributesTo, during: "2015/2018", sources: ["esa-smile"]),
                (who: "uksa", as: Proposes, sources: ["esa-smile"]),
            ])"#,
        ),
        (Kind::Agency, r#"(id: "esa", name: "European Space Agency", short: "ESA")"#),
        (Kind::Agency, r#"(id: "cas", name: "Chinese Academy of Sciences", short: "CAS")"#),
        (Kind::Agency, r#"(id: "csa", name: "Canadian Space Agency", short: "CSA")"#),
        (Kind::Agency, r#"(id: "uksa", name: "UK Space Agency", short: "UKSA")"#),
        (Kind::Agency, r#"(id: "isro", name: "Indian Space Research Organisation", short: "ISRO")"#),
        (Kind::Company, r#"(id: "avio", name: "Avio")"#),
        (
            Kind::Element,
            r#"(id: "sxi", name: "Soft X-ray Imager of the mission", short: "软X射线", part_of: [(who: "smile", sources: ["esa-smile"])])"#,
        ),
        (
            Kind::Agreement,
            r#"(id: "mou", name: "ESA-CAS Memorandum of Understanding on the mission", during: "2016/2020",
                parties: [(who: "esa"), (who: "cas")], part_of: [(who: "smile")])"#,
        ),
    ])
}

/// A hub with this many missions.
pub(crate) fn hub(missions: usize) -> Atlas {
    let mut texts = vec![(Kind::Agency, r#"(id: "hub", name: "Hub")"#.to_owned())];
    for number in 0..missions {
        let next = (number + 7) % missions;
        let text = format!(
            r#"(id: "m{number}", name: "Mission {number} to {}", partners: [(who: "hub"), (who: "m{next}")])"#,
            "somewhere else".get(..number % 14).unwrap_or_default(),
        );
        texts.push((Kind::Mission, text));
    }
    let entries: Vec<(Kind, &str)> = texts.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    atlas(&entries)
}

pub(crate) fn figure(atlas: &Atlas, id: &str, lens: Lens) -> Figure {
    let focus = atlas.graph.find(id).unwrap();
    Network.figure(atlas, &Lens { focus: vec![focus], ..lens })
}

pub(crate) fn scene(figure: &Figure) -> &Scene {
    let Body::Scene(scene) = &figure.body else { panic!("no scene") };
    scene
}
