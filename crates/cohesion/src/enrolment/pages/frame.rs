//! The frame around each page about one person's way, and the guard that a form is about the person it was opened for.

use super::super::{Enrolment, deeds, light, store};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::groups::{self, Group};
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::web::{Fields, Form, Page, View, Width};
use crate::work::Work;
use crate::{Error, Result, say};

/// Whom a page is about.
pub(super) struct Subject {
    pub enrolment: Enrolment,
    pub called: String,
    pub group: Group,
    standing: Standing,
}

impl Subject {
    /// Whether the actor may do this here: a page offers nothing else.
    pub fn may(&self, deed: Deed) -> bool {
        self.standing.allows(deed)
    }

    /// The address of this way.
    pub fn path(&self) -> String {
        format!("/care/enrolments/{}", self.enrolment.id)
    }

    /// The unseen field that says whom a form was opened for.
    pub fn field(&self, fields: &Fields<'_>) -> maud::Markup {
        fields.hidden("person", &self.enrolment.person.to_string())
    }
}

/// Looks a way up for whoever may see it.
pub(super) async fn look(work: &mut Work<'_>, id: EnrolmentId) -> Result<Subject> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    let called = light::called_by_staff(work, &grant, &enrolment).await?;
    let group = groups::group(work, &grant, enrolment.group).await?;
    let standing = groups::standing(work, enrolment.group).await?;
    Ok(Subject { enrolment, called, group, standing })
}

/// Looks a way up for whoever may do this on it: for a page that is a form and nothing else. What is a member's own deed too
/// is theirs to do on their own pages.
pub(super) async fn look_to(work: &mut Work<'_>, deed: Deed, id: EnrolmentId) -> Result<Subject> {
    let subject = look(work, id).await?;
    deeds::may(work, deed, &subject.enrolment).await?;
    Ok(subject)
}

/// The way here, the person's name, and room for a form.
pub(super) fn frame(view: &View, subject: &Subject, title_key: &'static str) -> Page {
    let group = &subject.group;
    let at = format!("/care/groups/{}", group.id);
    let page = Page::new(view, title_key)
        .width(Width::Mid)
        .crumb("/care/groups", say!(view.words, "place-groups"))
        .crumb(&at, group.words.name.clone())
        .crumb(format!("{at}/people"), say!(view.words, "groups-tab-people"))
        .crumb(subject.path(), subject.called.clone());
    page.heading(&subject.called)
}

/// Does an act with what was read of a form, about the person whom it was opened for: a form of one tab never reaches the
/// person of another. Whoever may not do the deed hears nothing of the form either.
pub(super) async fn act<T, F>(
    app: &App,
    who: &Who,
    (id, deed): (EnrolmentId, Deed),
    form: &Form,
    read: Result<T>,
    act: F,
) -> Result<()>
where
    T: Send + 'static,
    F: AsyncFn(&mut Work<'_>, &T) -> Result<()> + Send + 'static,
{
    let opened_for = form.value("person").to_owned();
    let guarded = async move |work: &mut Work<'_>| {
        let enrolment = store::find(work, id).await?;
        for asked in [Deed::SeeEnrolment, deed] {
            deeds::may(work, asked, &enrolment).await?;
        }
        if enrolment.person.to_string() != opened_for {
            return Err(Error::Conflict("enrolment-conflict-other-person"));
        }
        act(work, read.as_ref().map_err(Error::clone)?).await
    };
    app.write(who.actor, guarded).await
}
