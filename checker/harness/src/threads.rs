//! The threads of this process, as the system sees them.

/// How many threads there are now, or `None` where the system does not say.
pub fn threads_now() -> Option<usize> {
    Some(std::fs::read_dir("/proc/self/task").ok()?.count())
}

/// Whether every thread but the caller is blocked, or `None` where the system
/// does not say.
pub fn others_are_blocked() -> Option<bool> {
    let me = own_id()?;
    for task in std::fs::read_dir("/proc/self/task").ok()? {
        let task = task.ok()?;
        if task.file_name().to_str() == Some(&me) {
            continue;
        }
        // A thread whose file is gone has ended meanwhile: not blocked.
        let Ok(stat) = std::fs::read_to_string(task.path().join("stat")) else {
            return Some(false);
        };
        if !is_blocked(&stat)? {
            return Some(false);
        }
    }
    Some(true)
}

/// Reads the state from a line of `/proc/PID/stat`. It follows the name, which
/// stands in parentheses and may itself hold any character.
fn is_blocked(stat: &str) -> Option<bool> {
    let (_, rest) = stat.rsplit_once(')')?;
    Some(matches!(rest.trim_start().chars().next()?, 'S' | 'I'))
}

#[cfg(target_os = "linux")]
fn own_id() -> Option<String> {
    Some(rustix::thread::gettid().as_raw_nonzero().to_string())
}

#[cfg(not(target_os = "linux"))]
fn own_id() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_follows_the_name_whatever_the_name_is() {
        assert_eq!(is_blocked("7 (a) R) S 1 7"), Some(true));
        assert_eq!(is_blocked("7 (S) R 1 7"), Some(false));
        assert_eq!(is_blocked("nonsense"), None);
    }
}
