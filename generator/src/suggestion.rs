//! “Did you mean …?”: the nearest of the words that would have been right.

/// Candidates beyond this number are not compared: on a page of thousands of headings the nearest
/// of the first thousands is help enough.
const MOST: usize = 5_000;

/// The candidate nearest to `word`, if it is near enough to be what was meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length > 200 {
        return None;
    }
    // A third of the letters may differ, one at least, and never all of them.
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .take(MOST)
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= limit * 4)
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit && *distance < length)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// “Did you mean …?” about the nearest candidate, else `otherwise`.
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    nearest(word, candidates).map_or_else(otherwise, |near| format!("Did you mean “{near}”?"))
}

/// The first few of many, as a sentence's end: `a, b, c and 12 more`.
pub fn first_few<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 8;
    let mut words = words.into_iter();
    let mut text = words.by_ref().take(SHOWN).collect::<Vec<_>>().join(", ");
    let more = words.count();
    if more > 0 {
        text = format!("{text} and {more} more");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_not() {
        let keys = ["title", "description", "nav_title", "order"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("Descripton", keys), Some("description"));
        assert_eq!(nearest("navtitle", keys), Some("nav_title"));
        assert_eq!(nearest("provisions", keys), None);
        assert_eq!(nearest("x", ["y"]), None);
    }

    #[test]
    fn many_are_cut() {
        assert_eq!(first_few(["a", "b"]), "a, b");
        assert_eq!(
            first_few(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
            "1, 2, 3, 4, 5, 6, 7, 8 and 2 more"
        );
    }
}
