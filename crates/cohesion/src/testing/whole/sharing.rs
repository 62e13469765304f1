//! What is written between meetings in the story: a therapy group's thread with hours, and a support group's, in both of which
//! somebody tells of a post; one that was taken out, and two who may come to exchange contacts.

use super::story::Story;
use super::{Name, Ring, Things};
use crate::clock::Span;
use crate::sharing::{
    Audience, Done, ExchangeId, Kind, MatterId, Opening, PostId, Reading, Reason, Sending, Side, Space, ThreadId,
    Writing, appeal, ask_contact, begin, exchanges, matters, report, settle, take_out, write,
};
use crate::testing::canary::What;
use crate::{Error, Result};

impl Story {
    /// Mara opens a thread for her group until Tuesday. In Finn's group Pat opens one; Quin answers nothing, tells of a post, and
    /// asks Pat to exchange contacts.
    pub async fn share_between_meetings(&mut self) -> Result<()> {
        let (therapy, support) = (self.groups[&Ring::Therapy], self.groups[&Ring::Support]);
        let space = Space { is_open: true, reading: Reading::After, slow_minutes: 0, quiet: None };
        self.act(Name::Finn, async move |work| settle(work, support, &space).await).await?;
        for (opener, side, group, writer, teller) in [
            (Name::Mara, Side::Leading, therapy, Name::Sam, Name::Jo),
            (Name::Pat, Side::Member, support, Name::Pat, Name::Quin),
        ] {
            let title = self.plant(opener, What::ThreadTitle);
            let thread = self.act(opener, async move |work| {
                let (title, opens_at) = (title.clone(), work.now());
                begin(work, group, side, &Opening { title, opens_at, closes_at: Some(opens_at + Span::days(4)) }).await
            });
            let thread = thread.await?;
            let post = self.write_there(writer, thread, Audience::Named, What::PostToGroup).await?;
            self.write_there(writer, thread, Audience::Leaders, What::PostToLeaders).await?;
            let words = self.plant(teller, What::Report);
            self.act(teller, async move |work| report(work, post, Reason::Privacy, &words).await).await?;
            let waiting = self.act(self.leads(group), async move |work| matters(work, group).await).await?;
            let matter: MatterId = waiting.readable.first().ok_or(Error::NotFound)?.id;
            self.posts.insert(writer, (thread, post, matter));
        }
        self.take_one_out().await?;
        let (_, post, _) = self.posts[&Name::Pat];
        let way = self.plant(Name::Quin, What::ContactWay);
        self.act(Name::Quin, async move |work| ask_contact(work, post, &way).await).await?;
        let now = self.clinic.app.clock().now();
        self.come_to(now).await
    }

    fn leads(&self, group: crate::id::GroupId) -> Name {
        if group == self.groups[&Ring::Support] { Name::Finn } else { Name::Mara }
    }

    async fn write_there(&mut self, writer: Name, thread: ThreadId, audience: Audience, what: What) -> Result<PostId> {
        let (text, note) = (self.plant(writer, what), Some(self.plant(writer, what)));
        let (kind, answers, sending) = (Kind::Give, None, Sending::First);
        let writing = Writing { kind, audience, text, note, answers, sending };
        match self.act(writer, async move |work| write(work, thread, Side::Member, &writing).await).await? {
            Done::Posted(post) => Ok(post),
            _ => Err(Error::NotFound),
        }
    }

    /// Finn takes a post of Pat's out, and Pat asks for another look.
    async fn take_one_out(&mut self) -> Result<()> {
        let (thread, ..) = self.posts[&Name::Pat];
        let post = self.write_there(Name::Pat, thread, Audience::Named, What::PostToLeaders).await?;
        let [told, asked] = [(); 2].map(|()| self.plant(Name::Pat, What::TakenOut));
        self.act(Name::Finn, async move |work| take_out(work, post, Reason::Selling, &told).await).await?;
        self.act(Name::Pat, async move |work| appeal(work, post, &asked).await).await
    }

    /// What addresses can name of it.
    pub fn shared_by(&self, name: Name, things: Things) -> Things {
        match self.posts.get(&name) {
            Some((thread, post, matter)) => things.with("thread", thread).with("post", post).with("matter", matter),
            None => things,
        }
    }

    /// The exchange for which somebody was asked.
    pub async fn exchange_of(&self, name: Name) -> Result<ExchangeId> {
        let group = self.groups[&Ring::Support];
        let found = self.act(name, async move |work| exchanges(work, group).await).await?;
        found.readable.first().map(|exchange| exchange.id).ok_or(Error::NotFound)
    }
}
