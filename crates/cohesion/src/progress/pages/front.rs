//! The site's address alone: the way in for whoever is not signed in, and for everybody else where their day begins.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::Result;
use crate::app::App;
use crate::identity::{self, Visitor};
use crate::practice::{self, Role};
use crate::web::go;

/// A visitor gets the page at once: being sent on would cost a slow connection one more round.
pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    if app.config().demo {
        return Ok(go("/demo"));
    }
    let Some(person) = visitor.actor.person() else { return Ok(identity::way_in(&visitor.view).into_response()) };
    let roles = app.read(visitor.actor, async move |work| practice::roles_of(work, person).await).await?;
    Ok(go(home(&roles)))
}

/// Whoever has several parts begins with the one in which people wait for them.
fn home(roles: &[Role]) -> &'static str {
    let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    match roles {
        [] => "/me",
        _ if has(&[Role::Clinician, Role::Supervisor]) => "/care",
        _ if has(&[Role::Facilitator, Role::Scheduler]) => "/care/groups",
        _ => "/admin",
    }
}

#[cfg(test)]
mod tests {
    use super::home;
    use crate::identity::AccountKind;
    use crate::practice::Role::{self, Administrator, Clinician, Facilitator, Scheduler, Supervisor};
    use crate::scenarios;

    #[test]
    fn a_day_begins_where_people_wait() {
        let cases: [(&[Role], &str); 7] = [
            (&[], "/me"),
            (&[Administrator], "/admin"),
            (&[Clinician], "/care"),
            (&[Supervisor], "/care"),
            (&[Scheduler], "/care/groups"),
            (&[Facilitator, Administrator], "/care/groups"),
            (&[Administrator, Clinician], "/care"),
        ];
        for (roles, expected) in cases {
            assert_eq!(home(roles), expected, "{roles:?}");
        }
    }

    scenarios! {
        async fn the_bare_address_is_the_way_in_and_then_ones_own_start(clinic: TestClinic) {
            let front = clinic.tab().get("/").await;
            assert_eq!(front.status, 200);
            assert!(front.body.contains("action=\"/sign-in\""), "{}", front.body);
            let (mara, sam) = (clinic.clinician().await?, clinic.somebody("Sam").await?);
            assert_eq!(clinic.desk(mara).await?.get("/").await.location(), "/care");
            assert_eq!(clinic.tab_for(sam, AccountKind::Member).await?.get("/").await.location(), "/me");
            Ok(())
        }
    }
}
