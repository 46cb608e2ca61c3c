//! A fair shuffle from the system's randomness.

/// Fisher and Yates: every order is equally likely.
pub(super) fn shuffle<T>(items: &mut [T]) -> Result<(), getrandom::Error> {
    for last in (1..items.len()).rev() {
        items.swap(last, below(last as u64 + 1)?);
    }
    Ok(())
}

/// A uniform number below `bound`; draws again where the remainder would favour small ones.
fn below(bound: u64) -> Result<usize, getrandom::Error> {
    let fair = u64::MAX - u64::MAX % bound;
    loop {
        let drawn = getrandom::u64()?;
        if drawn < fair {
            return Ok(usize::try_from(drawn % bound).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_orders_of_three_come_about_equally_often() {
        const DRAWS: u32 = 6_000;
        let mut seen = std::collections::BTreeMap::new();
        for _ in 0..DRAWS {
            let mut items = [1, 2, 3];
            shuffle(&mut items).unwrap();
            *seen.entry(items).or_insert(0_u32) += 1;
        }
        assert_eq!(seen.len(), 6);
        // 1,000 expected each; 200 is seven standard deviations.
        assert!(
            seen.values().all(|count| count.abs_diff(1_000) < 200),
            "{seen:?}"
        );
    }
}
