//! What may go where is as in the original.

#[path = "../../std/tests/search/auto_traits.rs"]
mod auto_traits;

use auto_traits::same_auto_traits;
use parking_lot as standin;

#[test]
fn auto_traits_are_those_of_parking_lot() {
    same_auto_traits![
        Mutex,
        MutexGuard<'static>,
        MappedMutexGuard<'static>,
        FairMutex,
        FairMutexGuard<'static>,
        RwLock,
        RwLockReadGuard<'static>,
        RwLockWriteGuard<'static>,
        RwLockUpgradableReadGuard<'static>,
        MappedRwLockReadGuard<'static>,
        MappedRwLockWriteGuard<'static>,
        ReentrantMutex,
        ReentrantMutexGuard<'static>,
    ];
}
