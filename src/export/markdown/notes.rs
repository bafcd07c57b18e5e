//! The footnotes: a reference, its address, the places that are cited, and what speaks against it.

use super::Report;
use super::escape::{address, code, escape, is_address};
use crate::export::matter::Matter;
use crate::export::words::line;
use crate::graph::{Cite, ClaimId, SourceId};

impl Report<'_> {
    /// A definition for every footnote that is named; below, a list of the sources that none names.
    pub(super) fn notes(&mut self) {
        let matter = Matter::new(self.sheet);
        let sources = matter.extract.sources();
        let mut notes = Vec::new();
        let mut further = Vec::new();
        let places = Places::new(&matter);
        for (number, &id) in sources.iter().enumerate() {
            let text = reference(&matter, &places, id);
            if self.cited[number] {
                notes.push(format!("[^{}]: {text}", number + 1));
            } else {
                further.push(format!("- {text}"));
            }
        }
        if !further.is_empty() {
            self.block("## Further sources");
            self.block(&further.join("\n"));
        }
        if !notes.is_empty() {
            self.block("---");
            self.block(&notes.join("\n"));
        }
    }
}

/// Where and with which words each source is cited, by number of the source.
struct Places<'a>(Vec<Vec<&'a Cite>>);

impl<'a> Places<'a> {
    fn new(matter: &Matter<'a>) -> Self {
        let mut places = vec![Vec::new(); matter.sources().len() + 1];
        let claims: Vec<ClaimId> = matter.claims().collect();
        for cite in claims.iter().flat_map(|&claim| &matter.graph.claim(claim).cites) {
            let at = usize::from(matter.number(cite.source));
            if (cite.at.is_some() || cite.quote.is_some()) && !places[at].contains(&cite) {
                places[at].push(cite);
            }
        }
        Self(places)
    }
}

fn reference(matter: &Matter<'_>, places: &Places<'_>, id: SourceId) -> String {
    let source = matter.graph.source(id);
    let mut out = escape(&source.reference());
    match source.record.url.as_deref().map(line) {
        Some(url) if is_address(&url) => out += &format!(". {}", address(&url)),
        Some(url) => out += &format!(". {}", code(&url)),
        None => {}
    }
    for cite in &places.0[usize::from(matter.number(id))] {
        let at = cite.at.as_deref().map(escape);
        let quote = cite.quote.as_deref().map(|quote| escape(&crate::view::phrase::quoted(quote)));
        out += &format!(" — {}", at.into_iter().chain(quote).collect::<Vec<_>>().join(": "));
    }
    if let Some(weak) = &source.record.weak {
        out += &format!(" *weak: {}*", escape(weak));
    }
    out
}
