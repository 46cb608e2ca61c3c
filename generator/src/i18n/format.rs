//! Dates, numbers, lists and alphabetical order as a language writes them.

use icu_calendar::{Date, Gregorian};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

/// The formatters of one language. Making one reads compiled-in data only and costs microseconds.
///
/// The calendar is always the Gregorian one: a date on a page is to be compared with the dates of
/// documents, whatever calendar the reader's language prefers.
pub struct Format {
    date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    decimal: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
    order: Option<CollatorBorrowed<'static>>,
    base: Option<CollatorBorrowed<'static>>,
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Format").finish_non_exhaustive()
    }
}

impl Format {
    /// The formatters for a BCP 47 tag. A tag that isn't one, or a language without data, writes
    /// dates as ISO 8601, plain digits, commas, and sorts by code point.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let locale = Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN);
        let mut base = CollatorOptions::default();
        base.strength = Some(Strength::Primary);
        Self {
            date: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            decimal: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .ok(),
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .ok(),
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).ok(),
            base: Collator::try_new((&locale).into(), base).ok(),
        }
    }

    /// Dates, numbers and lists as another language writes them, for texts in that language; the
    /// order and the letters stay this one's.
    #[must_use]
    pub fn in_words_of(self, tag: &str) -> Self {
        Self {
            order: self.order,
            base: self.base,
            ..Self::new(tag)
        }
    }

    /// A day, written out: `2 November 2026`, `2 novembre 2026`.
    #[must_use]
    pub fn date(&self, year: i32, month: u8, day: u8) -> String {
        match (&self.date, Date::try_new_gregorian(year, month, day)) {
            (Some(formatter), Ok(date)) => formatter.format(&date).to_string(),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// A whole number with the language's digits and grouping.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self.decimal.as_ref().map_or_else(
            || number.to_string(),
            |formatter| formatter.format(&Decimal::from(number)).to_string(),
        )
    }

    /// `a, b and c`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        self.list.as_ref().map_or_else(
            || items.join(", "),
            |formatter| formatter.format(items.iter()).to_string(),
        )
    }

    /// The order of the language's dictionaries; equal only for equal strings, so that sorting is
    /// the same on every machine.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.order
            .as_ref()
            .map_or(Ordering::Equal, |order| order.compare(a, b))
            .then_with(|| a.cmp(b))
    }

    /// The letter under which `term` stands in an A–Z list: `É` stands under `E` in French and
    /// `Å` under itself in Swedish. What doesn't begin with a letter stands under `#`.
    #[must_use]
    pub fn letter(&self, term: &str) -> String {
        let Some(first) = term.chars().find(|c| c.is_alphanumeric()) else {
            return "#".into();
        };
        if first.is_numeric() {
            return "#".into();
        }
        let own: String = first.to_uppercase().nfc().collect();
        let plain: String = own.nfd().take(1).collect();
        let same = self
            .base
            .as_ref()
            .is_some_and(|base| base.compare(&own, &plain) == Ordering::Equal);
        if same { plain } else { own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_the_language_does() {
        assert_eq!(Format::new("fr").date(2026, 11, 2), "2 novembre 2026");
        assert_eq!(Format::new("de").date(2026, 11, 2), "2. November 2026");
        assert_eq!(
            Format::new("ru").date(2026, 11, 2),
            "2 ноября 2026\u{202f}г."
        );
        assert_eq!(Format::new("fr").date(2026, 2, 30), "2026-02-30");
    }

    #[test]
    fn numbers_and_lists() {
        let words = ["a", "b", "c"].map(String::from);
        assert_eq!(Format::new("de").number(12_345), "12.345");
        assert_eq!(Format::new("fr").list(&words), "a, b et c");
    }

    /// The languages of the site, and some whose data one might lack.
    #[test]
    fn each_language_has_its_own_data() {
        let words = ["a", "b"].map(String::from);
        let mut wrong = Vec::new();
        for (tag, date, list) in [
            ("sq", "2 nëntor 2026", "a dhe b"),
            ("sr-Latn", "02. novembar 2026.", "a i b"),
            ("sr-Cyrl", "02. новембар 2026.", "a и b"),
            ("mk", "2 ноември 2026 г", "a и b"),
            ("ro", "2 noiembrie 2026", "a și b"),
            ("bs", "2. novembar 2026.", "a i b"),
            ("uk", "2 листопада 2026 р.", "a і b"),
            ("kk", "2026 ж. 2 қараша", "a және b"),
            ("uz", "2-noyabr, 2026", "a va b"),
            ("ky", "2026-ж. 2-ноябрь", "a жана b"),
            ("tg", "02 Ноябр 2026", "a ва b"),
            ("tk", "2 noýabr 2026", "a we b"),
            ("zh-Hans", "2026年11月2日", "a和b"),
            ("zh-Hant", "2026年11月2日", "a和b"),
            ("fa", "۲ نوامبر ۲۰۲۶", "a و b"),
        ] {
            let format = Format::new(tag);
            let plain = |text: String| text.replace(['\u{202f}', '\u{a0}'], " ");
            wrong.extend(
                [
                    (format.date(2026, 11, 2), date),
                    (format.list(&words), list),
                ]
                .into_iter()
                .filter(|(found, wanted)| plain(found.clone()) != *wanted)
                .map(|(found, wanted)| format!("{tag}: {found}, not {wanted}")),
            );
        }
        assert_eq!(wrong, Vec::<String>::new());
        let sorted = |tag: &str, words: [&'static str; 3]| {
            let mut words = words;
            words.sort_by(|a, b| Format::new(tag).compare(a, b));
            words
        };
        assert_eq!(
            sorted("sr-Latn", ["čas", "cilj", "đak"]),
            ["cilj", "čas", "đak"]
        );
        assert_eq!(sorted("sq", ["çaj", "cep", "dorë"]), ["cep", "çaj", "dorë"]);
        assert_eq!(sorted("uz", ["oʻt", "ot", "zar"]), ["ot", "zar", "oʻt"]);
    }

    #[test]
    fn letters_follow_the_language() {
        assert_eq!(Format::new("fr").letter("État"), "E");
        assert_eq!(Format::new("sv").letter("ålder"), "Å");
        assert_eq!(Format::new("de").letter("Ämter"), "A");
        assert_eq!(Format::new("es").letter("ñandú"), "Ñ");
        assert_eq!(Format::new("ru").letter("жертва"), "Ж");
        assert_eq!(Format::new("en").letter("1 January"), "#");
    }

    #[test]
    fn order_is_the_dictionary_order() {
        let french = Format::new("fr");
        let mut words = ["zone", "État", "abri", "enfant"];
        words.sort_by(|a, b| french.compare(a, b));
        assert_eq!(words, ["abri", "enfant", "État", "zone"]);
    }
}
