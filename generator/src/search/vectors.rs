//! The vectors under `tests/fixtures/search/`, which the browser's side reads too.
//!
//! `WAYMARK_WRITE_VECTORS=<folder of text, one sub-folder per language>` writes them anew; words
//! come from that text, answers from this side, and `node --test` then says where the other
//! side disagrees.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::analysis::Analysis;
use super::fold::fold;
use super::token::is_pair;

/// Words that are kept of the official languages, evenly picked from the sorted list.
const OFFICIAL_WORDS: usize = 2_500;
/// Words that are kept of other languages.
const WORDS: usize = 600;
const OFFICIAL: [&str; 6] = ["en", "fr", "de", "it", "ru", "es"];

/// Every language that has a stemmer on both sides.
const TWINS: &str =
    "ar bs ca da de el en eo es et eu fr ga hi hr hu hy id it ne nl no pt ro ru sr sv ta tr yi";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/search")
}

/// Texts whose words are worth a vector, by what they try.
const TEXTS: &[(&str, &str, &str)] = &[
    (
        "apostrophes",
        "uk",
        "Об’єднані сім'ї: м’який, пʼять; 'в лапках'",
    ),
    (
        "elision",
        "fr",
        "L’homme qu'il a vu aujourd’hui, jusqu’à l'île d'Oléron",
    ),
    ("elision", "it", "dell’uomo, un'altra, c'è l’acqua"),
    (
        "possessive",
        "en",
        "children's rights; the victims' families; don’t, o'clock",
    ),
    (
        "hyphen and number",
        "en",
        "anti-trafficking, P16, MC.DEC/14/06, 1,000 (2001)",
    ),
    (
        "composition",
        "fr",
        "E\u{301}TE\u{301}, cœur, Ærø, \u{fb01}lle",
    ),
    ("ending", "de", "Andrea’s Haus, Grimm'sche"),
    ("sharp s", "de", "STRASSE, Straße, Maße, Übergröße"),
    ("dotless i", "tr", "ISPARTA, Iğdır, İSTANBUL, ısı"),
    ("dotless i", "az", "QIZIL, İNSAN"),
    ("final sigma", "el", "ΟΔΟΣ, ΣΊΣΥΦΟΣ, λόγος"),
    ("soft hyphen", "de", "Men\u{ad}schen\u{ad}handel"),
    ("tatweel", "ar", "كتـــاب، مُدَرِّسَةٌ، أطفال، إلى"),
    ("joiners", "fa", "می\u{200c}خواهم، کتاب\u{200c}ها، گفت"),
    ("in-word marks", "hy", "Ինչո՞ւ, այո՛, եւ ևս"),
    ("gershayim", "he", "צה״ל, צה\"ל, ג׳ירפה, שָׁלוֹם, \"בית\""),
    ("apostrophes", "be", "аб’ява, сям'я, п`яць"),
    ("apostrophes", "uz", "oʻzbek, o‘zbek, gʼozal, ma'no"),
    ("dotless i", "az-Latn", "QIZIL, İNSAN"),
    ("dotless i", "tr_TR", "ISPARTA, İĞDIR"),
    (
        "script subtags",
        "sr-Latn",
        "Žrtve trgovine ljudima, Đorđe, ljubav, ǆ",
    ),
    (
        "script subtags",
        "sr-Cyrl",
        "Жртве трговине људима, Ђорђе, љубав",
    ),
    ("script subtags", "zh-Hans", "打击人口贩运"),
    (
        "combining marks",
        "vi",
        "Nạn buo\u{302}n ba\u{301}n người, tie\u{302}\u{301}ng Việt",
    ),
    ("combining marks", "mk", "Ќе, ѓавол, и\u{300}, не\u{301}што"),
    (
        "Cyrillic beyond Russian",
        "kk",
        "Адам саудасы, ҚҰҚЫҚ, әйел, өмір",
    ),
    ("Georgian capitals", "ka", "ᲐᲓᲐᲛᲘᲐᲜᲘ ადამიანი"),
    ("pairs", "lo", "ການຄ້າມະນຸດ"),
    ("pairs", "km", "ការជួញដូរមនុស្ស"),
    ("pairs", "my", "လူကုန်ကူးမှု"),
    (
        "Arabic script beyond Arabic",
        "ps",
        "د انسانانو قاچاق، ښځې، ګروه",
    ),
    (
        "Arabic script beyond Arabic",
        "ur",
        "انسانی اسمگلنگ، یہ کیا ہے",
    ),
    ("vowel signs", "hi", "मानव तस्करी के शिकार, हिन्दी"),
    ("vowel signs", "bn", "মানব পাচার, ক্ষতি"),
    ("vowel signs", "ta", "மனித கடத்தல்"),
    ("pairs", "zh", "打击人口贩运，2000年《议定书》, git仓库"),
    ("pairs", "ja", "人身取引の被害者、ガイドライン、ﾃｽﾄ"),
    ("pairs", "th", "การค้ามนุษย์ คือ"),
    ("hangul", "ko", "인신매매 피해자를 보호"),
    (
        "mixed scripts",
        "ru",
        "GitHub-репозиторий, Ёлка, йод, IBM’овский",
    ),
    (
        "long words",
        "ka",
        "ადამიანებით ვაჭრობა გადმოგვაკონტრრევოლუციონერებინაო",
    ),
    ("astral", "en", "𝒜𝒷 𐐀𐐨 😀 x😀y 𠀀𠀁𠀂"),
    (
        "markup and controls",
        "en",
        "<script>alert('x')</script>\u{0}\u{7}\tend",
    ),
    ("lone marks", "en", "\u{301} a\u{301} \u{301}b ' '' a' 'a"),
];

fn texts() -> Value {
    let vectors = TEXTS.iter().map(|&(name, lang, text)| {
        let surfaces = Analysis::of(lang).surfaces(text);
        let folded: Vec<String> = surfaces.iter().map(|surface| fold(surface)).collect();
        json!({ "name": name, "lang": lang, "text": text, "surfaces": surfaces, "folded": folded })
    });
    vectors.collect()
}

#[test]
fn texts_give_these_words() {
    let path = fixtures().join("words.json");
    if std::env::var_os("WAYMARK_WRITE_VECTORS").is_some() {
        std::fs::create_dir_all(fixtures().join("stems")).expect("fixtures can be written");
        let json = serde_json::to_string_pretty(&texts()).expect("plain data");
        std::fs::write(&path, json + "\n").expect("fixtures can be written");
    }
    let kept: Value = serde_json::from_slice(&std::fs::read(path).expect("fixture")).expect("JSON");
    assert_eq!(kept, texts());
}

#[test]
fn words_have_these_stems() {
    if let Some(folder) = std::env::var_os("WAYMARK_WRITE_VECTORS") {
        for entry in std::fs::read_dir(&folder).expect("a folder of text") {
            write_stems(&entry.expect("readable").path());
        }
    }
    let mut languages = Vec::new();
    for entry in std::fs::read_dir(fixtures().join("stems")).expect("fixtures") {
        let path = entry.expect("readable").path();
        let lang = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let analysis = Analysis::of(&lang);
        let list = std::fs::read_to_string(&path).expect("readable");
        for line in list.lines() {
            let (word, stem) = line.split_once('\t').expect("word, tab, stem");
            assert_eq!(analysis.stem(word), stem, "{lang}: {word}");
        }
        let least = if OFFICIAL.contains(&lang.as_str()) {
            2_000
        } else {
            300
        };
        assert!(list.lines().count() >= least, "{lang} has too few words");
        languages.push(lang);
    }
    for lang in TWINS.split(' ') {
        assert!(
            languages.iter().any(|name| name == lang),
            "no words for {lang}"
        );
    }
}

fn write_stems(folder: &Path) {
    let lang = folder
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let analysis = Analysis::of(&lang);
    if analysis.twin().is_none() {
        return;
    }
    let mut words = BTreeSet::new();
    for file in walkdir::WalkDir::new(folder).into_iter().flatten() {
        if file.path().extension().is_some_and(|end| end == "md") {
            words.extend(analysis.surfaces(&std::fs::read_to_string(file.path()).expect("text")));
        }
    }
    words.retain(|word| !is_pair(word) && word.chars().all(|c| !c.is_numeric()));
    let most = if OFFICIAL.contains(&lang.as_str()) {
        OFFICIAL_WORDS
    } else {
        WORDS
    };
    let every = std::env::var_os("WAYMARK_ALL_WORDS").map_or(words.len().div_ceil(most), |_| 1);
    let mut lines = String::new();
    for word in words.iter().step_by(every.max(1)) {
        lines.extend([word, "\t", &analysis.stem(word), "\n"]);
    }
    std::fs::write(fixtures().join(format!("stems/{lang}.txt")), lines).expect("writable");
}
