//! What is written after the first session: the record, a note that is signed and added to, one that is still a draft,
//! what two leaders keep for themselves, and the log of the support group’s meeting.

use super::story::Story;
use super::{Name, Ring};
use crate::Result;
use crate::notes::{
    Added, Format, MeetingLog, Outcome, Sheet, Signing, Typed, add, append, desk, keep, keep_log, sign,
    write_process_note,
};
use crate::sessions::{close, open};
use crate::testing::canary::What;

impl Story {
    /// Mara writes about Sam and Jo, and signs what she wrote of Sam. Finn keeps the log.
    pub async fn write_about_it(&mut self) -> Result<()> {
        let session = self.sessions[&Ring::Therapy][0].id;
        let (sam, jo) = (self.people[&Name::Sam], self.people[&Name::Jo]);
        let shared = Some(Typed { seen: 0, parts: self.four(Name::Mara, What::Record), ..Typed::default() });
        let notes = vec![
            (sam, Format::Birp, Typed { seen: 0, parts: self.four(Name::Sam, What::Note), ..Typed::default() }),
            (jo, Format::Soap, Typed { seen: 0, parts: self.four(Name::Jo, What::Note), ..Typed::default() }),
        ];
        let sheet = Sheet { shared, notes };
        let signing = Signing { people: vec![sam], ..Signing::default() };
        let signed = self.act(Name::Mara, async move |work| {
            keep(work, session, &sheet).await?;
            sign(work, session, &signing).await
        });
        assert_eq!(signed.await?, [(sam, Outcome::Signed)]);
        for section in self.act(Name::Mara, async move |work| desk(work, session).await).await?.sections {
            let name = if section.person == sam { Name::Sam } else { Name::Jo };
            self.notes.extend(section.note.map(|note| (name, note.id)));
        }
        let (note, addendum) = (self.notes[&Name::Sam], self.plant(Name::Sam, What::Note));
        let added = self.act(Name::Cleo, async move |work| add(work, note, &addendum).await).await?;
        assert_eq!(added, Added::Done);
        let more = self.plant(Name::Mara, What::Record);
        let added = self.act(Name::Cleo, async move |work| append(work, session, &more).await).await?;
        assert_eq!(added, Added::Done);
        for name in [Name::Mara, Name::Cleo] {
            let words = self.plant(name, What::Process);
            self.act(name, async move |work| write_process_note(work, session, 0, &words).await).await?;
        }
        self.keep_the_log().await
    }

    async fn keep_the_log(&mut self) -> Result<()> {
        let meeting = self.sessions[&Ring::Support][0].id;
        let [topic, incidents] = [(); 2].map(|()| self.plant(Name::Finn, What::Log));
        let log = MeetingLog { heads: 2, topic, incidents };
        self.act(Name::Finn, async move |work| {
            open(work, meeting).await?;
            keep_log(work, meeting, 0, &log).await?;
            close(work, meeting).await
        })
        .await
    }

    fn four(&mut self, of: Name, what: What) -> Vec<String> {
        (0..4).map(|_| self.plant(of, what)).collect()
    }
}
