//! Ticks of a time axis.

/// Ticks from one year to another, at most so many, each with its label.
pub fn ticks(from: f64, to: f64, most: usize) -> Vec<(f64, String)> {
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
        .into_iter()
        .find(|step| (to - from) / step <= most.max(1) as f64)
        .unwrap_or(100.0);
    let mut year = (from / step).ceil() * step;
    let mut out = Vec::new();
    while year <= to {
        out.push((year, format!("{year:.0}")));
        year += step;
    }
    out
}
