//! BibTeX: the sources of a figure, for LaTeX, Zotero and JabRef. The last entry is the dataset itself.
//!
//! Classic fields (`year`, `month`, `howpublished`) and those of BibLaTeX (`date`, `langid`) stand side by
//! side, since each is passed over by the programs that do not know it. Text keeps its letters (UTF-8);
//! what LaTeX would take for a command is escaped.

use std::io::{self, Write};

use super::matter::Matter;
use super::words::line;
use super::{Format, Sheet, remarks};
use crate::graph::{Source, SourceId};
use crate::model::date::Date;
use crate::model::source::SourceType;

/// The sources, for LaTeX.
pub struct BibTex;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Format for BibTex {
    fn name(&self) -> &'static str {
        "bibtex"
    }

    fn extension(&self) -> &'static str {
        "bib"
    }

    fn doc(&self) -> &'static str {
        "its sources, for LaTeX, Zotero, JabRef"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        for remark in remarks(sheet) {
            // An at sign would begin an entry.
            writeln!(out, "% {}", line(&remark).replace('@', "(at)"))?;
        }
        for &id in matter.bibliography() {
            writeln!(out)?;
            out.write_all(entry(&matter, id).as_bytes())?;
        }
        writeln!(out)?;
        out.write_all(dataset(sheet).as_bytes())
    }
}

/// The fields of an entry, in order.
struct Fields(String);

impl Fields {
    fn add(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0 += &format!("  {name} = {{{}}},\n", escape(&line(value)));
        }
    }

    /// A name or a title that no style may take apart or put into lower case.
    fn fixed(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0 += &format!("  {name} = {{{{{}}}}},\n", escape(&line(value)));
        }
    }

    /// A value that LaTeX takes as it is.
    fn raw(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0 += &format!("  {name} = {{{}}},\n", value.replace(['{', '}', '\\'], ""));
        }
    }
}

fn entry(matter: &Matter<'_>, id: SourceId) -> String {
    let source = matter.graph.source(id);
    let record = &source.record;
    let within = matches!(record.kind, SourceType::Press | SourceType::Paper);
    let mut fields = Fields(String::new());
    fields.fixed("author", record.author.as_deref().unwrap_or(&record.publisher));
    fields.fixed("title", &record.title);
    fields.add(if within { "journal" } else { "howpublished" }, &record.publisher);
    dates(&mut fields, source);
    fields.raw("url", &line(record.url.as_deref().unwrap_or_default()));
    fields.raw("langid", record.lang.as_deref().map_or("", language));
    let seen_at = record.seen_at.as_deref().map(|place| format!("read at {place}"));
    let weak = record.weak.as_deref().map(|weak| format!("weak: {weak}"));
    fields.add("note", &seen_at.into_iter().chain(weak).collect::<Vec<_>>().join("; "));
    fields.add("keywords", record.kind.name());
    format!("@{}{{{},\n{}}}\n", if within { "article" } else { "misc" }, source.id(), fields.0)
}

fn dates(fields: &mut Fields, source: &Source) {
    let Some(first) = source.published.and_then(Date::start) else { return };
    let first = first.to_string();
    let mut parts = first.trim_end_matches('~').split('-');
    fields.raw("date", &first);
    fields.raw("year", parts.next().unwrap_or_default());
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    if let Some(month) = month.and_then(|month| MONTHS.get(month.checked_sub(1)?)) {
        fields.0 += &format!("  month = {month},\n");
    }
}

fn dataset(sheet: &Sheet<'_>) -> String {
    let stamp = sheet.stamp;
    let mut fields = Fields(String::new());
    fields.fixed("title", &stamp.dataset);
    fields.add("version", &stamp.version);
    fields.raw("date", &stamp.data_as_of);
    fields.raw("year", stamp.data_as_of.get(..4).unwrap_or_default());
    fields.add("note", &format!("{}; licence {}; {}", stamp.cite_as, stamp.licence, stamp.command));
    format!("@misc{{spacepact-dataset,\n{}}}\n", fields.0)
}

/// The name of a language as BibLaTeX knows it; its code where it knows none.
fn language(code: &str) -> &str {
    match code {
        "en" => "english",
        "zh" => "chinese",
        "ru" => "russian",
        "fr" => "french",
        "de" => "german",
        "es" => "spanish",
        "pt" => "portuguese",
        "it" => "italian",
        "ja" => "japanese",
        "ko" => "korean",
        "ar" => "arabic",
        other => other,
    }
}

/// Text as LaTeX takes it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', letter]),
            // Braces have to be in pairs, even escaped ones.
            '{' => out += "(",
            '}' => out += ")",
            '\\' => out += "\\textbackslash ",
            '~' => out += "\\textasciitilde ",
            '^' => out += "\\textasciicircum ",
            // Inside of braces a quote is a quote.
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_latex_would_run_is_escaped() {
        assert_eq!(escape("50 % of R&D {x} _a_ \\b"), "50 \\% of R\\&D (x) \\_a\\_ \\textbackslash b");
        assert_eq!(escape("国家航天局 “x”"), "国家航天局 “x”");
    }
}
