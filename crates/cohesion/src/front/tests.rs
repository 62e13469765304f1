//! Scenarios of the first step: nobody is led to a page that is not there.

use axum::http::StatusCode;

use crate::access::Actor;
use crate::identity::AccountKind;
use crate::practice::Role;
use crate::router::routes;
use crate::testing::{Circle, Tab, TestClinic};
use crate::web::{Area, Words};
use crate::{Result, scenarios};

const AREAS: [Area; 6] = [Area::Public, Area::Member, Area::Care, Area::Lead, Area::Admin, Area::Plain];

#[test]
fn every_place_and_every_home_is_a_page() {
    let routes = routes();
    let is_page = |path: &str| routes.inventory().iter().any(|route| route.method == "GET" && route.path == path);
    for area in AREAS {
        assert!(is_page(area.home()), "{area:?}");
        for path in area.places(Words::english()).iter().map(|place| place.path).chain(area.settings()) {
            assert!(is_page(path), "{path}");
        }
    }
}

/// Where `/` leads, and that there is a page.
async fn first_page(tab: &mut Tab) -> String {
    let to = tab.get("/").await.location().to_owned();
    assert_eq!(tab.get(&to).await.status, StatusCode::OK, "{to}");
    to
}

async fn desk_of(clinic: &TestClinic, actor: Actor) -> Result<String> {
    let mut tab = clinic.tab_for(actor, AccountKind::Staff).await?;
    Ok(first_page(&mut tab).await)
}

scenarios! {
    async fn nobody_begins_with_the_form_that_signs_in(clinic: TestClinic) {
        let front = clinic.tab().get("/").await;
        assert!(front.status == StatusCode::OK && front.body.contains("action=\"/sign-in\""), "{}", front.body);
        Ok(())
    }

    async fn a_member_begins_with_their_today(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let mut tab = clinic.tab_for(circle.member, AccountKind::Member).await?;
        assert_eq!(first_page(&mut tab).await, "/me");
        Ok(())
    }

    async fn staff_begin_where_their_work_is(clinic: TestClinic) {
        for (called, roles, desk) in [
            ("Mara", &[Role::Clinician, Role::Administrator][..], "/care"),
            ("Finn", &[Role::Facilitator], "/lead"),
            ("Sofia", &[Role::Scheduler], "/care/groups"),
            ("Ada", &[Role::Administrator], "/admin"),
        ] {
            let colleague = clinic.colleague(called, roles).await?;
            assert_eq!(desk_of(&clinic, colleague).await?, desk, "{called}");
        }
        Ok(())
    }
}
