//! An agenda whose blocks are fitted into the minutes that there are.

use super::{Agenda, Block};
use crate::limits::BLOCK_MINUTES_MAX;

impl Agenda {
    /// Fits the blocks that have not begun into what the others leave of so many minutes: each keeps its share, at least a minute,
    /// and the longest takes the rest.
    pub fn fit(&mut self, minutes: u32) {
        let begun: u32 = self.blocks.iter().filter(|block| !block.is_open()).map(|block| block.minutes).sum();
        let left = minutes.saturating_sub(begun);
        let mut open: Vec<&mut Block> = self.blocks.iter_mut().filter(|block| block.is_open()).collect();
        let planned = open.iter().map(|block| block.minutes).sum::<u32>().max(1);
        for block in &mut open {
            block.minutes = (block.minutes * left / planned).clamp(1, BLOCK_MINUTES_MAX);
        }
        let rest = left.saturating_sub(open.iter().map(|block| block.minutes).sum());
        if let Some(longest) = open.into_iter().max_by_key(|block| block.minutes) {
            longest.minutes = (longest.minutes + rest).min(BLOCK_MINUTES_MAX);
        }
    }
}

#[cfg(test)]
mod rules {
    use super::super::Progress;
    use super::*;

    fn fitted(blocks: &[(u32, Progress)], minutes: u32) -> Vec<u32> {
        let block = |(id, (minutes, progress)): (u32, &(u32, Progress))| Block {
            progress: *progress,
            ..Block::new(id, "Part", *minutes)
        };
        let mut agenda = Agenda::of((1..).zip(blocks).map(block).collect());
        agenda.fit(minutes);
        agenda.blocks.iter().map(|block| block.minutes).collect()
    }

    #[test]
    fn each_block_keeps_its_share_and_the_longest_takes_the_rest() {
        let open = |minutes| (minutes, Progress::Open);
        assert_eq!(fitted(&[open(10), open(80), open(30)], 90), [7, 61, 22]);
        assert_eq!(fitted(&[open(10), open(20)], 60), [20, 40]);
        assert_eq!(fitted(&[], 90), [0; 0]);
    }

    #[test]
    fn what_has_begun_keeps_its_minutes_and_nothing_is_shorter_than_a_minute() {
        let blocks = [(30, Progress::Done), (40, Progress::Skipped), (20, Progress::Open), (60, Progress::Open)];
        assert_eq!(fitted(&blocks, 90), [30, 40, 5, 15]);
        assert_eq!(fitted(&blocks, 60), [30, 40, 1, 1]);
    }
}
