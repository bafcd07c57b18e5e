//! A table of races: every line runs ours and a baseline by turns, so that both meet the same machine.
//!
//! The ratio is the median of the ratios of all rounds, not that of two medians: what slows a round down
//! slows both runners down.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long a line may take, and how many rounds it has at least.
const PATIENCE: Duration = Duration::from_millis(250);
const ROUNDS: usize = 7;
/// A round is as long for both: the faster runs several times, so that neither the clock nor what else the
/// machine does tells for one of them alone. It lasts so long at least.
const ROUND: Duration = Duration::from_micros(300);

/// The lines that are asked for, printed as they are run.
pub(crate) struct Table {
    /// A line is run if its name contains one of these; all are, if there are none.
    wanted: Vec<String>,
    group: &'static str,
    /// The heading, until a line below it is run.
    heading: Option<String>,
}

impl Table {
    pub(crate) fn new(wanted: Vec<String>) -> Self {
        Self { wanted, group: "", heading: None }
    }

    /// Starts a group of lines; `baseline` says what they are held against.
    pub(crate) fn group(&mut self, group: &'static str, baseline: &str) {
        self.group = group;
        self.heading = Some(format!("{group}: against {baseline}"));
    }

    /// Whether a line of this name is asked for.
    pub(crate) fn wants(&self, name: &str) -> bool {
        let name = format!("{} {name}", self.group);
        self.wanted.is_empty() || self.wanted.iter().any(|wanted| name.contains(wanted))
    }

    /// Runs ours and the baseline by turns and prints a line.
    pub(crate) fn race(&mut self, name: &str, mut ours: impl Runner, mut baseline: impl Runner) {
        if !self.wants(name) {
            return;
        }
        if let Some(heading) = self.heading.take() {
            println!("\n{heading}\n{:<44}{:>11}{:>11}{:>9}", "", "median", "baseline", "ratio");
        }
        let (one, other) = (once(&mut ours), once(&mut baseline));
        let round = one.max(other).max(ROUND);
        let [often, as_often] = [one, other].map(|time| (round.as_nanos() / time.as_nanos()) as u32);
        let (mut took, mut stood, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        let begun = Instant::now();
        while ratios.len() < ROUNDS || begun.elapsed() < PATIENCE {
            let one = ours(often).as_secs_f64() / f64::from(often);
            let other = baseline(as_often).as_secs_f64() / f64::from(as_often);
            took.push(one);
            stood.push(other);
            ratios.push(one / other);
        }
        let (took, stood, ratio) = (median(took), median(stood), median(ratios));
        let name = format!("{} {name}", self.group);
        println!("{name:<44}{:>11}{:>11}{:>9}", time(took), time(stood), digits(ratio));
    }
}

/// Runs something so many times, and says how long that took.
pub(crate) trait Runner: FnMut(u32) -> Duration {}
impl<F: FnMut(u32) -> Duration> Runner for F {}

/// A runner of this work.
pub(crate) fn run<T>(mut work: impl FnMut() -> T) -> impl Runner {
    run_on(|| (), move |()| work())
}

/// A runner of work on something that is made while the clock stands.
pub(crate) fn run_on<S, T>(mut prepare: impl FnMut() -> S, mut work: impl FnMut(S) -> T) -> impl Runner {
    move |times| {
        let mut once = || {
            let made = black_box(prepare());
            clock(|| work(made))
        };
        (0..times).map(|_| once()).sum()
    }
}

/// How long some work takes; what comes of it is dropped while the clock stands.
pub(crate) fn clock<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let done = black_box(work());
    let took = start.elapsed();
    drop(done);
    took
}

/// How long a runner takes once; warms it up on the way.
fn once(runner: &mut impl Runner) -> Duration {
    runner(1).min(runner(1)).max(Duration::from_nanos(50))
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn time(seconds: f64) -> String {
    match seconds * 1e3 {
        ms if ms >= 0.1 => format!("{} ms", digits(ms)),
        ms => format!("{} µs", digits(ms * 1e3)),
    }
}

/// A number with some three digits that count.
fn digits(number: f64) -> String {
    let places = match number {
        100.0.. => 0,
        10.0.. => 1,
        0.1.. => 2,
        _ => 4,
    };
    format!("{number:.places$}")
}
