//! HTML by the parser of a browser: nothing is mended, every footnote leads to its source, nothing runs and
//! nothing is fetched.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::check;

fn all<'h>(page: &'h Html, selector: &str) -> Vec<scraper::ElementRef<'h>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn a_page_is_what_a_browser_expects() {
    check("html", |case, text| {
        let page = Html::parse_document(text);
        assert!(page.errors.is_empty(), "{}: {:?}", case.name, page.errors);
        assert_eq!(all(&page, "html[lang], head > title, main, h1, footer").len(), 5, "{}", case.name);
        for head in all(&page, "th") {
            assert!(head.attr("scope").is_some(), "{}", case.name);
        }
        for table in all(&page, "table") {
            let heads = table.select(&Selector::parse("th").unwrap()).count();
            for row in table.select(&Selector::parse("tbody tr").unwrap()) {
                assert_eq!(row.select(&Selector::parse("td").unwrap()).count(), heads, "{}", case.name);
            }
        }
        let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|element| element.attr("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{}", case.name);
        for link in all(&page, "a") {
            let to = link.attr("href").unwrap();
            let inside = to.strip_prefix('#').is_some_and(|id| unique.contains(id));
            assert!(inside || to.starts_with("http://") || to.starts_with("https://"), "{}: {to}", case.name);
        }
        let alive = "script, link, img, iframe, object, embed, [src], [onclick], [onload]";
        assert!(all(&page, alive).is_empty(), "{}", case.name);
        let listed = all(&page, "main > ol > li").len();
        assert_eq!(listed, case.figure.extract.sources().len(), "{}", case.name);
    });
}
