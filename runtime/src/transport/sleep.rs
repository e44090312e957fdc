//! Waiting without a runtime: a thread sleeps and wakes the task. It is what a transport has that
//! brings no timer of its own.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// Is ready when the time has passed. Waits are seldom, so that a thread for each is cheap.
pub(super) struct Sleep {
    until: Instant,
    /// Who is to be woken; none before the first poll.
    waker: Option<Arc<Mutex<Waker>>>,
}

impl Sleep {
    pub(super) fn new(time: Duration) -> Self {
        let now = Instant::now();
        // A time that the clock cannot express is one that nobody lives to see.
        let until =
            now.checked_add(time).unwrap_or_else(|| now + Duration::from_secs(u32::MAX.into()));
        Self { until, waker: None }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Poll::Ready(());
        }
        if let Some(waker) = &self.waker {
            waker.lock().unwrap_or_else(PoisonError::into_inner).clone_from(context.waker());
            return Poll::Pending;
        }
        let waker = Arc::new(Mutex::new(context.waker().clone()));
        let woken = Arc::clone(&waker);
        let thread = thread::Builder::new().name("wsdl2rs-wait".to_owned()).spawn(move || {
            thread::sleep(left);
            woken.lock().unwrap_or_else(PoisonError::into_inner).wake_by_ref();
        });
        if thread.is_err() {
            // Without a thread there is no waiting; the next attempt will tell.
            return Poll::Ready(());
        }
        self.waker = Some(waker);
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_woken_when_its_time_has_come() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        for millis in [0, 1, 30] {
            let began = Instant::now();
            let time = Duration::from_millis(millis);
            runtime.block_on(Sleep::new(time));
            assert!(began.elapsed() >= time, "{millis}");
        }
        let forever = Sleep::new(Duration::MAX);
        assert!(forever.until > Instant::now() + Duration::from_secs(1_000_000));
    }
}
