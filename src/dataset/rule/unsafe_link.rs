//! No reader is sent to an unsafe page.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::location::Place;
use crate::model::word::Word;

pub(super) const RULE: Rule = Rule {
    name: "unsafe-link",
    doc: "Links start with http:// or https:// and do not lead to hosts that are known to be hijacked, thrown \
          away, proxies, or to rewrite the texts of others by machine; such a source is named without a link.",
    check: Some(check),
};

/// Hosts that were once somebody else's, or that were made for a day.
const THROWN_AWAY: &[&str] = &[
    "108.161.137.60",
    "aigou888.cn",
    "americanjuggalo.com",
    "bbook.top",
    "chengye-pen.com",
    "chongwenmenhotelbeijing.com",
    "cloudfront.net",
    "daily8.com",
    "dkpw.cn",
    "dpdns.org",
    "everynews.info",
    "gzmlhlf.cn",
    "innoppl.in",
    "leecountyida.com",
    "networklancable.com",
    "nina.az",
    "o-olink.com",
    "orobotics.cn",
    "pages.dev",
    "qxmzdv.cn",
    "retrosearch.org",
    "szjzcy.com",
    "the-uncensored-wiki.com",
    "yibaidns.com",
    "yinlong168.com",
    "yubnub.digital",
];

/// Hosts that show the pages of others as their own.
const PROXIES: &[&str] = &["fanyv88.com", "gov-jp.co"];

/// Hosts whose texts are those of others, reworded by machine.
const REWRITERS: &[&str] = &[
    "africaflying.com",
    "baklach.com",
    "chicagonewsjournal.com",
    "d1softballnews.com",
    "flyingtomars.com",
    "foundernews.eu",
    "gerold.lviv.ua",
    "independencejournal.com",
    "infodol.com",
    "justokworld.com",
    "kaik.ai",
    "longform.social",
];

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for source in &known.dataset.sources {
        if let Some(url) = &source.record.url {
            faults.extend(link(
                known,
                url,
                source.place,
                "leave `url` out; the publisher is shown without a link",
            ));
        }
    }
    for entry in &known.dataset.entries {
        if let Some(url) = &entry.record.website {
            faults.extend(link(known, url, entry.place, "leave `website` out"));
        }
    }
}

fn link(known: &Known<'_>, url: &Word, around: Place, leave_out: &str) -> Option<Diagnostic> {
    let (message, help) = match host(url) {
        None => {
            let help = if url.contains(':') {
                format!("link to a page of the web, or {leave_out}")
            } else {
                format!("write \"https://{}\"", url.trim())
            };
            ("the link does not start with http:// or https://".to_owned(), help)
        }
        Some(host) => {
            let reason = danger(host)?;
            (format!("{host} {reason}"), format!("link to the original, or {leave_out}"))
        }
    };
    Some(known.fault(RULE.name, Severity::Error, url, around, message, help))
}

/// Why nobody should be sent to a host.
fn danger(host: &str) -> Option<&'static str> {
    let listed = |list: &[&str]| list.iter().any(|bad| host == *bad || is_below(host, bad));
    if listed(THROWN_AWAY) {
        Some("is known as a hijacked or throw-away host")
    } else if listed(PROXIES) {
        Some("is a proxy that shows the pages of others as its own")
    } else if listed(REWRITERS) {
        Some("rewrites the texts of others by machine")
    } else {
        None
    }
}

/// Whether a host is a part of a domain: `m.aigou888.cn` of `aigou888.cn`.
fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'))
}

/// The host of a web address.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let host = rest.split_once(':').map_or(rest, |(host, _)| host);
    (!host.is_empty() && !host.contains(char::is_whitespace)).then_some(host)
}
