//! What only support groups have between meetings, no page shows and no act brings about in a therapy group, on both engines.

use super::super::{Capability, Charter, Rule};
use super::walk::scene;
use crate::clock::Span;
use crate::identity::AccountKind;
use crate::router::routes;
use crate::scenarios;
use crate::sharing::{Opening, Reading, Side, Space, begin, settle, step_back};
use crate::testing::TestClinic;
use crate::{Error, Result};

/// The routes that belong to a capability of support groups.
pub(super) const ROUTES: &[(Capability, &str, &str)] = &[
    (Capability::ThreadSpace, "POST", "/me/groups/{group}/threads"),
    (Capability::ThreadSpace, "GET", "/care/groups/{group}/threads/settings"),
    (Capability::ThreadSpace, "POST", "/care/groups/{group}/threads/settings"),
    (Capability::ContactExchange, "GET", "/me/groups/{group}/contacts"),
    (Capability::ModerationTeam, "POST", "/care/groups/{group}/moderation/step-back"),
];
/// Routes that both kinds have.
const OF_BOTH: &[(Capability, &str, &str)] = &[
    (Capability::Threads, "GET", "/me/groups/{group}/threads"),
    (Capability::Threads, "GET", "/care/groups/{group}/threads"),
    (Capability::Threads, "POST", "/care/groups/{group}/threads"),
    (Capability::Threads, "GET", "/care/groups/{group}/moderation"),
];

#[test]
fn a_therapy_group_is_forbidden_what_these_routes_are_for() {
    for (capability, method, path) in ROUTES {
        assert_eq!(Charter::therapy().rule(*capability), Rule::Forbidden, "{capability:?}");
        assert_ne!(Charter::support().rule(*capability), Rule::Forbidden, "{capability:?}");
        let routes = routes();
        let is_known = routes.inventory().iter().any(|route| route.method == *method && route.path == *path);
        assert!(is_known, "{method} {path} is no route any more");
    }
    for (capability, ..) in OF_BOTH {
        assert!([Charter::therapy(), Charter::support()].iter().all(|charter| charter.allow(*capability).is_ok()));
    }
}

async fn there(clinic: &TestClinic, charter: Charter, own: &[(Capability, &str, &str)]) -> Result<()> {
    let scene = scene(clinic, charter).await?;
    let mut desk = clinic.desk(scene.founder).await?;
    let mut phone = clinic.tab_for(scene.member, AccountKind::Member).await?;
    for (_, method, path) in own.iter().chain(OF_BOTH) {
        let tab = if path.starts_with("/me/") { &mut phone } else { &mut desk };
        let answer = scene.ask(tab, method, path).await;
        assert_ne!(answer.status, 404, "{method} {path}");
    }
    Ok(())
}

scenarios! {
    async fn the_same_routes_are_there_in_a_support_group(clinic: TestClinic) {
        there(&clinic, Charter::support(), ROUTES).await
    }

    async fn what_both_kinds_have_is_there_in_a_therapy_group_too(clinic: TestClinic) {
        there(&clinic, Charter::therapy(), &[]).await
    }

    async fn no_act_brings_about_what_a_therapy_group_must_not_have(clinic: TestClinic) {
        let scene = scene(&clinic, Charter::therapy()).await?;
        let (group, founder, member) = (scene.group, scene.founder, scene.member);
        let space = Space { is_open: true, reading: Reading::After, slow_minutes: 0, quiet: None };
        for actor in [founder, clinic.system()] {
            let settled = clinic.write(actor, async move |work| settle(work, group, &space).await).await;
            assert_eq!(settled, Err(Error::NotFound));
            let away = clinic.write(actor, async move |work| step_back(work, group, 1).await).await;
            assert_eq!(away, Err(Error::NotFound));
        }
        let begun = clinic.write(member, async move |work| -> Result<()> {
            let (opens_at, title) = (work.now(), "Mine".to_owned());
            let opening = Opening { title, opens_at, closes_at: Some(opens_at + Span::hours(1)) };
            begin(work, group, Side::Member, &opening).await.map(|_| ())
        });
        assert_eq!(begun.await, Err(Error::NotFound));
        Ok(())
    }
}
