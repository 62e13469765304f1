//! Checkpoints are made where there is news, and outlive an older database.

use std::sync::atomic::{AtomicU64, Ordering};

use super::deeds;
use crate::audit::outside;
use crate::audit::{Checkpoint, Finding, checkpoint, verify};
use crate::limits::{CHECKPOINT_LINES_KEPT, CHECKPOINT_LINES_MAX};
use crate::scenarios;
use crate::work::Head;

scenarios! {
    async fn an_empty_log_is_intact_and_needs_no_checkpoint(clinic: TestClinic) {
        assert_eq!(checkpoint(&clinic.app).await?, None);
        let report = verify(&clinic.app, |_, _| ()).await?;
        assert!(report.is_intact());
        assert_eq!(report.chains.len(), 0);
        Ok(())
    }

    async fn a_checkpoint_is_made_where_there_is_news_and_kept_outside_too(clinic: TestClinic) {
        deeds(&clinic, 7).await?;
        let first = checkpoint(&clinic.app).await?.expect("there is news");
        assert_eq!((first.number, first.head.seq), (1, 7));
        assert_eq!(checkpoint(&clinic.app).await?, None);
        deeds(&clinic, 1).await?;
        let second = checkpoint(&clinic.app).await?.expect("there is news again");
        assert_eq!((second.number, second.head.seq), (2, 8));
        let path = outside::path(clinic.app.config());
        let text = std::fs::read_to_string(&path).expect("the file is there");
        assert_eq!(text, format!("{first}\n{second}\n"));
        let report = verify(&clinic.app, |_, _| ()).await?;
        assert!(report.is_intact(), "{report:?}");
        assert_eq!((report.chains[0].links, report.outside_count), (8, 2));
        assert_eq!(report.chains[0].newest, Some((2, second.at)));
        Ok(())
    }

    async fn a_log_that_has_grown_since_is_intact_too_and_progress_is_told(clinic: TestClinic) {
        deeds(&clinic, 5).await?;
        checkpoint(&clinic.app).await?;
        deeds(&clinic, 5).await?;
        let (done, all) = (AtomicU64::new(0), AtomicU64::new(0));
        let report = verify(&clinic.app, |at, of| {
            done.store(at, Ordering::SeqCst);
            all.store(of, Ordering::SeqCst);
        });
        assert!(report.await?.is_intact());
        assert_eq!((done.into_inner(), all.into_inner()), (10, 10));
        Ok(())
    }

    async fn verifying_writes_nothing(clinic: TestClinic) {
        deeds(&clinic, 3).await?;
        let links = verify(&clinic.app, |_, _| ()).await?.chains[0].links;
        assert_eq!(verify(&clinic.app, |_, _| ()).await?.chains[0].links, links);
        Ok(())
    }

    async fn a_line_that_a_crash_cut_short_is_passed_over(clinic: TestClinic) {
        deeds(&clinic, 3).await?;
        checkpoint(&clinic.app).await?;
        let path = outside::path(clinic.app.config());
        let whole = std::fs::read_to_string(&path).expect("the file is there");
        std::fs::write(&path, format!("{whole}cohesion audit checkpo")).expect("the file is written");
        assert!(verify(&clinic.app, |_, _| ()).await?.is_intact());
        deeds(&clinic, 1).await?;
        checkpoint(&clinic.app).await?;
        let report = verify(&clinic.app, |_, _| ()).await?;
        assert!(report.is_intact(), "{report:?}");
        assert_eq!(report.outside_count, 2);
        Ok(())
    }

    async fn without_the_file_the_rest_is_still_held_together(clinic: TestClinic) {
        deeds(&clinic, 3).await?;
        checkpoint(&clinic.app).await?;
        std::fs::remove_file(outside::path(clinic.app.config())).expect("the file was there");
        let report = verify(&clinic.app, |_, _| ()).await?;
        assert!(report.is_intact());
        assert_eq!(report.outside_count, 0);
        Ok(())
    }

    async fn a_long_file_is_shortened_to_its_newest_lines(clinic: TestClinic) {
        let (_, key) = clinic.app.vault().audit_keys();
        let made = |number| Checkpoint::sign(clinic.practice, number, Head { seq: number, hash: [7; 32] }, crate::testing::START, key);
        let path = outside::path(clinic.app.config());
        let lines = i64::try_from(CHECKPOINT_LINES_MAX).unwrap_or_default();
        let one = made(1);
        std::fs::write(&path, format!("{one}\n").repeat(CHECKPOINT_LINES_MAX)).expect("the file is written");
        outside::append(&path, &made(lines + 1))?;
        let (kept, findings) = outside::read(&path, &key.signing().public())?;
        assert_eq!((kept.len(), findings.len()), (CHECKPOINT_LINES_KEPT + 1, 0));
        assert_eq!(kept.last().map(|newest| newest.number), Some(lines + 1));
        Ok(())
    }

    async fn a_line_that_somebody_else_signed_is_told(clinic: TestClinic) {
        deeds(&clinic, 3).await?;
        let made = checkpoint(&clinic.app).await?.expect("there is news");
        let stranger = keyring::RootKey::generate()?.derive(keyring::Purpose::AuditSigning);
        let forged = Checkpoint::sign(clinic.practice, made.number + 1, made.head, made.at, &stranger);
        outside::append(&outside::path(clinic.app.config()), &forged)?;
        let report = verify(&clinic.app, |_, _| ()).await?;
        assert_eq!(report.findings().collect::<Vec<_>>(), [&Finding::OutsideForged { line: 2 }]);
        Ok(())
    }
}
