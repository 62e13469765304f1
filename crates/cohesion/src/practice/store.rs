//! SQL of the practice.

use ::store::params;

use super::Role;
use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::work::Work;

::store::statements! {
    ROLES_OF = "select role
        from roles
        where practice_id = $1
          and person_id = $2
          and until_ms is null
        order by role";

    INSERT_ROLE = "insert into roles
        (practice_id, person_id, role, since_ms)
        values ($1, $2, $3, $4)";
}

pub(super) async fn roles_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Role>> {
    let rows = work.rows(&ROLES_OF, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Role::from_code(row.take()?)).collect()
}

pub(super) async fn insert_role(work: &mut Work<'_>, _: &Grant, person: PersonId, role: Role) -> Result<()> {
    work.run(&INSERT_ROLE, params![work.practice(), person, role.code(), work.now()]).await?;
    Ok(())
}
