//! The decision table: every deed, the word it has in the audit log, and the ties that allow it.

use super::Tie;

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident $code:literal [$($tie:ident),+] $($step_up:ident)?;)+) => {
        /// Something that may be asked: each act, and each reading of a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Deed { $($(#[$doc])* $name,)+ }

        impl Deed {
            /// Every deed, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word written into the audit log.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The ties that allow it; any one is enough.
            pub const fn who_may(self) -> &'static [Tie] {
                match self { $(Self::$name => &[$(Tie::$tie),+],)+ }
            }

            /// Whether the actor must have proved who they are within the last five minutes.
            pub const fn asks_fresh_proof(self) -> bool {
                match self { $(Self::$name => deeds!(@fresh $($step_up)?),)+ }
            }

            /// The deed that a word of the audit log stands for.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|deed| deed.code() == code)
            }
        }
    };
    (@fresh) => { false };
    (@fresh fresh_proof) => { true };
}

deeds! {
    // identity
    /// Try to sign in.
    SignIn "identity.sign-in" [Anyone];
    /// Try to sign in, and be refused.
    RefuseSignIn "identity.sign-in-refused" [Anyone];
    /// Have a code of one's second factor, or a recovery code, looked at.
    ShowSecondFactor "identity.second-factor" [Anyone];
    /// Sign out, or end or lock a login of one's own.
    EndLogin "identity.end-login" [Oneself];
    /// Prove once more who one is.
    ProveAgain "identity.prove-again" [Oneself];
    /// Take up an invitation by its link.
    TakeUpInvitation "identity.take-up" [Anyone];
    /// See one's own settings, devices and sign-in methods.
    SeeOwnSettings "identity.settings" [Oneself];
    /// Change how one's own pages look.
    ChangeOwnLook "identity.look" [Oneself];
    /// Change one's own passphrase, second factor or recovery codes.
    ChangeOwnFactors "identity.factors" [Oneself] fresh_proof;
    /// Change one's own names and ways to be reached.
    ChangeOwnContacts "identity.contacts" [Oneself] fresh_proof;
    /// Invite a person of the staff.
    InviteStaff "identity.invite-staff" [Administrator, System] fresh_proof;
    /// Write the letter that carries an invitation.
    SendInvitation "identity.send-invitation" [System];
    /// Close the account of somebody who has left.
    CloseAccount "identity.close-account" [Administrator, System] fresh_proof;
    /// Create the first administrator by the set-up link.
    SetUp "identity.set-up" [System];

    // audit
    /// Read who opened one's own record.
    SeeOwnAccessReport "audit.own-report" [Oneself];
    /// Read the practice's audit log, without content.
    SeeAuditLog "audit.log" [Administrator, System];

    // practice
    /// See what is still to set up, and how the site is.
    SeeSetUp "practice.set-up" [Administrator, System];
    /// Change how the practice presents itself and what holds for all its groups.
    ChangeSettings "practice.settings" [Administrator, System];
    /// See who works here, how they are reached, and what papers they hold.
    SeeStaff "practice.staff" [Administrator, System];
    /// Correct the names of a person of the staff and how they are reached.
    ChangeColleague "practice.contacts" [Administrator, System] fresh_proof;
    /// Change what a person of the staff does here.
    ChangeRoles "practice.roles" [Administrator, System] fresh_proof;
    /// End a person's work here, with every login at once.
    EndWork "practice.end-work" [Administrator, System] fresh_proof;
    /// Put a licence or training on record, or take it off.
    RecordCredential "practice.record-credential" [Administrator, System];
    /// Say that one has checked a licence or training.
    VerifyCredential "practice.verify-credential" [Administrator, System];
    /// Vouch for somebody who facilitates: identity, code of conduct, references, background.
    VouchFor "practice.vouch" [Administrator, System];
    /// See how one's own papers stand.
    SeeOwnPapers "practice.own-papers" [Oneself];

    // jobs
    /// See how the jobs of the practice stand, without content.
    SeeJobs "jobs.see" [Administrator, System];
    /// Let a job that was set aside be tried anew, or let go of it.
    DecideAboutJob "jobs.decide" [Administrator, System];

    // notices
    /// See and mark as read what one has been told.
    SeeOwnNotices "notices.own" [Oneself];
    /// Write a letter to somebody known here and hand it to the mail server.
    SendMail "notices.send-mail" [System];
    /// Read the letters that were kept instead of sent, in the demo.
    SeeOutbox "notices.outbox" [System];

    // groups
    /// Found a group.
    FoundGroup "groups.found" [Clinician, Facilitator];
    /// See that a group exists, its name and its dates.
    SeeGroup "groups.see" [Leader, CoLeader, Supervisor, Facilitator, Seated, Scheduler, System];
    /// Plan the dates of a group: more of them, another time, or none.
    PlanDates "groups.dates" [Leader, CoLeader, Facilitator, Scheduler, System];
    /// Change a group's state, leaders and words.
    RunGroup "groups.run" [Leader, CoLeader, Facilitator, System];
    /// See who sits in a group, for one's work with it.
    SeeSeats "groups.seats" [Leader, CoLeader, Supervisor, Facilitator, Scheduler, System];
    /// See the names of those who sit in one's own group.
    SeeFellows "groups.fellows" [Seated];

    // agreements
    /// See one's own signatures and the texts under them.
    SeeOwnAgreements "agreements.own" [Oneself];
    /// Sign a text.
    SignAgreement "agreements.sign" [Oneself];
    /// Take one's own signature back.
    WithdrawAgreement "agreements.withdraw" [Oneself];
    /// See the practice's texts and when they were published.
    SeeAgreements "agreements.texts" [Administrator];
    /// Publish the practice's own edition of a text.
    PublishAgreement "agreements.publish" [Administrator] fresh_proof;

    // safety
    /// Tell of a sign of danger.
    RaiseAlert "safety.raise" [Oneself, Leader, CoLeader, Supervisor, Facilitator, Clinician, System];
    /// Read an alert.
    SeeAlert "safety.see" [OnDuty, Leader, CoLeader, Supervisor, Facilitator];
    /// Answer an alert: take it, hand it over, mark, look again, close it, add words.
    AnswerAlert "safety.answer" [OnDuty, Leader, CoLeader, Facilitator];
    /// Set the level of an alert, as a clinician.
    SetLevel "safety.decide" [OnDuty, Leader, CoLeader];
    /// Learn who knows of one's own alert, and say that one has seen the help.
    SeeOwnAlert "safety.own" [Oneself];
    /// Pass an alert on to the next ones.
    EscalateAlert "safety.pass-on" [System];
    /// See who is on duty.
    SeeDuty "safety.see-duty" [Leader, CoLeader, Supervisor, Facilitator, Clinician, Administrator];
    /// Arrange who reads signs of danger and who stands in.
    ArrangeDuty "safety.duty" [Leader, Facilitator, OnDuty, Administrator, System];
    /// Read a member's safety plan.
    SeeSafetyPlan "safety.see-plan" [Oneself, OnDuty, Leader, CoLeader, Supervisor];
    /// Write a safety plan, one's own or together with a member.
    WriteSafetyPlan "safety.write-plan" [Oneself, OnDuty, Leader, CoLeader];
    /// Change the practice's crisis lines.
    EditCrisisLines "safety.lines" [Administrator, System];

    // enrolment
    /// Take down that somebody asks for a place.
    TakeEnquiry "enrolment.enquire" [Leader, CoLeader, Facilitator];
    /// Ask for a place from outside, or for oneself.
    AskForPlace "enrolment.ask" [Anyone];
    /// Pass a participant on to a therapy group, who knows of it.
    ReferOn "enrolment.refer" [Leader, CoLeader, Facilitator];
    /// Say who may join a group alone.
    OpenJoining "enrolment.open" [Leader, CoLeader, Facilitator, System];
    /// See who is on the way into a group, and how far.
    SeeEnrolments "enrolment.list" [Leader, CoLeader, Supervisor, Facilitator, System];
    /// See one person's way into a group: enquiry, dates, preparation, signatures.
    SeeEnrolment "enrolment.see" [Leader, CoLeader, Supervisor, Facilitator];
    /// See whom one works with: names, ways to reach them, and their groups.
    SeePerson "enrolment.person" [Leader, CoLeader, Supervisor, Facilitator];
    /// Correct the names of somebody one works with, and how they are reached.
    ChangePerson "enrolment.contacts" [Leader, CoLeader, Facilitator];
    /// Write down a clinical screening.
    Screen "enrolment.screen" [Leader, CoLeader];
    /// Read a clinical screening.
    ReadScreening "enrolment.read-screening" [Leader, CoLeader, Supervisor];
    /// Write down whether a support group fits.
    CheckSuitability "enrolment.suit" [Leader, CoLeader, Facilitator];
    /// Read whether a support group fits.
    ReadSuitability "enrolment.read-suit" [Leader, CoLeader, Facilitator, Supervisor];
    /// Decide on entry, or agree to another's decision.
    DecideEntry "enrolment.decide" [Leader, CoLeader, Facilitator];
    /// Book a first talk, tick off a preparation, invite.
    PrepareEntry "enrolment.prepare" [Leader, CoLeader, Facilitator];
    /// Offer a free place to somebody who waits.
    OfferPlace "enrolment.offer" [Leader, CoLeader, Facilitator, System];
    /// Answer an offer, for oneself or after a call.
    AnswerOffer "enrolment.answer" [Oneself, Leader, CoLeader, Facilitator];
    /// See one's own way into a group.
    SeeOwnEnrolment "enrolment.own" [Oneself];
    /// Take the steps into a group that are one's own: a name, a place, signatures.
    Join "enrolment.join" [Oneself];
    /// Give a seat to somebody who is ready for it, put it on hold, or take it up again.
    KeepSeat "enrolment.seat" [Leader, CoLeader, Facilitator];
    /// End an enrolment or a membership.
    EndEnrolment "enrolment.end" [Leader, CoLeader, Facilitator, Oneself];
    /// Keep one's own notes on how a group is put together. The word says no more on purpose.
    NoteComposition "enrolment.note" [Leader, CoLeader];
    /// Weigh how a group is put together.
    WeighComposition "enrolment.weigh" [Leader, CoLeader, Facilitator, Supervisor];

    // goals
    /// Read a member's goals, and how far they are.
    SeeGoals "goals.see" [Oneself, Leader, CoLeader, Supervisor];
    /// Propose, revise or end a member's goal, or answer such a proposal.
    AgreeGoal "goals.agree" [Oneself, Leader, CoLeader];
    /// Say how far a member's goal is.
    RateGoal "goals.rate" [Oneself, Leader, CoLeader];
    /// Tell people that it is time to look at a goal again.
    TellOfReview "goals.tell-of-review" [System];
    /// See what a group is for.
    SeeAims "goals.aims" [Seated, Leader, CoLeader, Supervisor];
    /// Say what a group is for.
    SetAims "goals.set-aims" [Leader, CoLeader];
    /// Read and write one's own private steps. Nobody else reads them, for whatever reason.
    KeepOwnSteps "goals.steps" [Oneself];

    // assessments
    /// Answer a questionnaire that one was asked.
    AnswerQuestionnaire "assessments.answer" [Oneself];
    /// Read one person's answers, item by item.
    ReadAnswers "assessments.read" [Oneself, Leader, CoLeader, Supervisor];
    /// Ask a member of the group to answer a questionnaire.
    AssignQuestionnaire "assessments.assign" [Leader, CoLeader, System];
    /// See what the group asks, and when.
    SeeBattery "assessments.battery" [Leader, CoLeader, Supervisor, System];
    /// Change what the group asks, and when.
    SetBattery "assessments.set-battery" [Leader, CoLeader, System];
    /// Load wording into a questionnaire that comes without, with the permission, or take it off again.
    LoadWording "assessments.load-wording" [Clinician, Administrator];
    /// Read wording that was loaded.
    ReadWording "assessments.wording" [SignedIn, System];
    /// Read the scores of everyone in a group.
    SeeScores "assessments.scores" [Leader, CoLeader, Supervisor];
    /// Read one person's scores over time.
    SeeCourse "assessments.course" [Oneself, Leader, CoLeader, Supervisor];

    // techniques
    /// Begin a worksheet, fill it in, finish it or open it again.
    FillSheet "techniques.fill" [Oneself];
    /// Read one's own worksheets, say who may see them, and take that back.
    SeeOwnSheets "techniques.own" [Oneself];
    /// Read a worksheet that its author shows to those who lead.
    ReadSheet "techniques.read" [Leader, CoLeader, Supervisor, Facilitator];
    /// Answer a worksheet in a few words.
    AnswerSheet "techniques.answer" [Leader, CoLeader];
    /// Read what members of a group show to all of it.
    SeeSharedSheets "techniques.shared" [Seated, Leader, CoLeader, Supervisor, Facilitator];
    /// Set homework for a group or one of its members, or take it off.
    AssignHomework "techniques.assign" [Leader, CoLeader];
    /// See what homework a group has, and how far each member is.
    SeeHomework "techniques.homework" [Leader, CoLeader, Supervisor];
    /// See one's own homework, and say how it went.
    DoHomework "techniques.do" [Oneself];
    /// Agree on a target of a diary card, or end it.
    SetTarget "techniques.target" [Oneself, Leader, CoLeader];
    /// See what a group follows, and what comes next in it.
    SeePlan "techniques.plan" [Leader, CoLeader, Supervisor, Facilitator, System];
    /// Choose what a group follows.
    FollowCurriculum "techniques.follow" [Leader, CoLeader, Facilitator];
    /// Copy a curriculum for the practice, or change the copy.
    ChangeCurriculum "techniques.change-curriculum" [Clinician];
    /// Read a copy of the practice's own.
    ReadCurriculum "techniques.curriculum" [SignedIn, System];

    // sessions
    /// Open a session, mark who came, and close it.
    HoldSession "sessions.hold" [Leader, CoLeader, Facilitator, System];
    /// Say that one cannot come.
    SendWord "sessions.word" [Oneself];
    /// Read who came to a group's sessions.
    SeeAttendance "sessions.attendance" [Leader, CoLeader, Supervisor, Facilitator, Scheduler, System];
    /// Read when one person came.
    SeeMemberAttendance "sessions.member" [Oneself, Leader, CoLeader, Supervisor];
    /// Say what was done about an absence.
    AnswerAbsence "sessions.absence" [Leader, CoLeader];
    /// Choose whether mail tells of one's own dates.
    ChooseMail "sessions.mail" [Oneself];

    // plans
    /// See what is planned for a session.
    SeeAgenda "plans.see" [Leader, CoLeader, Supervisor, Facilitator, System];
    /// Plan a session, and run its agenda.
    PrepareSession "plans.prepare" [Leader, CoLeader, Facilitator, System];
    /// Read what those with whom one leads wrote for one before or after a session.
    ReadBrief "plans.brief" [Leader, CoLeader] fresh_proof;
    /// See how much of what was planned came about.
    SeeFidelity "plans.fidelity" [Leader, CoLeader, Supervisor];
    /// Say how much of what was planned came about.
    RateFidelity "plans.rate" [Leader, CoLeader];
    /// Look back at a support group's meeting.
    KeepDebrief "plans.debrief" [Facilitator];

    // sharing
    /// See a group's threads, as one who leads it.
    SeeThreads "sharing.see" [Leader, CoLeader, Supervisor, Facilitator];
    /// Take part in the threads of one's own group: read them, write there, tell of a post.
    TakePartInThreads "sharing.take-part" [Seated];
    /// Open and close threads, arrange how they are read, and write there as one who leads.
    LeadThreads "sharing.lead" [Leader, CoLeader, Facilitator];
    /// See what waits to be looked after.
    SeeMatters "sharing.matters" [Leader, CoLeader, Supervisor, Facilitator, OnDuty];
    /// Look after what was written: let it stand, take it out, ask for a second opinion, step back for a while.
    Moderate "sharing.moderate" [Leader, CoLeader, Facilitator, OnDuty];
    /// Take back what one wrote, show it to others, or speak for it.
    ChangeOwnPost "sharing.own" [Oneself];
    /// Ask somebody in the group to exchange ways to be reached, and answer such a question.
    ExchangeContacts "sharing.contacts" [Seated];
    /// Pass on what nobody has looked after in time.
    PassMatterOn "sharing.pass-on" [System];
    /// Erase a thread whose time is over, with its key.
    EraseThread "sharing.erase" [System];
    // room
    /// See the floor of a meeting of one's own group, and take part.
    TakePart "room.take-part" [Seated];
    /// Lead the floor of a meeting: rounds, turns, time and the board.
    LeadFloor "room.lead" [Leader, CoLeader, Facilitator, System];
    /// See how much each member spoke in a live room, of those who agreed to be counted; oneself, what is one's own.
    SeeTalkTime "room.talk-time" [Oneself, Leader, CoLeader, Supervisor, System];
    /// See whether the members of a group that one supervises agree that one sits in.
    SeeSittingIn "room.sit-in-door" [Supervisor];
    /// Sit in on a live session as whoever supervises the group, where every member has agreed.
    SitIn "room.sit-in" [Supervisor];
    /// Say whether whoever supervises may sit in on the live sessions of one's own group.
    AllowSittingIn "room.allow-sitting-in" [Seated];
    /// Look at the board of a meeting, by its code.
    SeeBoard "room.board" [Anyone];
    /// Change what a support group reads aloud.
    ChangeReadings "room.readings" [Facilitator];

    // notes
    /// Write the record of a session and the notes of its members.
    WriteNotes "notes.write" [Leader, CoLeader];
    /// Read the record of a session and the notes of its members.
    ReadNotes "notes.read" [Leader, CoLeader, Supervisor];
    /// Sign a note, or add to one that is signed.
    SignNote "notes.sign" [Leader, CoLeader];
    /// Sign beside a trainee, or send their note back with words.
    CountersignNote "notes.countersign" [Supervisor];
    /// Read one's own process notes.
    ReadProcessNote "notes.own" [Oneself] fresh_proof;
    /// Write one's own process notes.
    WriteProcessNote "notes.own-words" [Oneself];
    /// Keep the log of a support group's meetings.
    KeepMeetingLog "notes.log" [Facilitator];
    /// Put on record what happened at a support group's meeting.
    ReportIncident "notes.incident" [Facilitator];
    /// Read what happened at a support group's meeting.
    SeeIncident "notes.see-incident" [OnDuty, Facilitator];
    /// Close an incident, with what came of it.
    CloseIncident "notes.close-incident" [OnDuty, Facilitator];

    // feedback
    /// Read the letters to a member; a draft is for those who write it.
    SeeLetters "feedback.letters" [Oneself, Leader, CoLeader, Supervisor];
    /// Begin a letter to a member, and write on it.
    WriteLetter "feedback.write" [Leader, CoLeader];
    /// Give a letter to the member.
    ReleaseLetter "feedback.release" [Leader, CoLeader];
    /// Answer a letter that one was given.
    AnswerLetter "feedback.answer" [Oneself];
    /// See the answers that wait, and say that one was dealt with.
    CloseAnswer "feedback.close" [Leader, CoLeader];
    /// Read what one person's records show.
    SeePatterns "feedback.patterns" [Oneself, Leader, CoLeader, Supervisor];
    /// Say a word to what one's own records show.
    RemarkOnPattern "feedback.remark" [Oneself];
    /// See which scores were shown and talked about.
    SeeTalks "feedback.talks" [Oneself, Leader, CoLeader, Supervisor];
    /// Say that a member's scores were talked about.
    MarkDiscussed "feedback.discussed" [Leader, CoLeader];
    /// Say whether one's own scores were talked about.
    ConfirmTalk "feedback.confirm" [Oneself];

    // endings
    /// See how the ending of a group stands, and how members looked back on it.
    SeeEnding "endings.see" [Leader, CoLeader, Supervisor];
    /// Do what an ending asks for: tick off, ask again, announce, reach whoever left early.
    RunEnding "endings.run" [Leader, CoLeader, System];
    /// Read the summary of a member, also before it is given out.
    ReadSummary "endings.read" [Leader, CoLeader, Supervisor];
    /// Write, sign and give out the summary of a member.
    WriteSummary "endings.write" [Leader, CoLeader];
    /// Sign a summary beside a trainee, or send it back with words.
    CountersignSummary "endings.countersign" [Supervisor];
    /// Read one's own summary, once it is given out.
    SeeOwnSummary "endings.own" [Oneself];
    /// Look back on one's own group, without a name.
    EvaluateGroup "endings.evaluate" [Seated];

    // repairs
    /// See where members' ratings tell of strain, and what was done about it.
    SeeRepairs "repairs.see" [Leader, CoLeader, Supervisor];
    /// Put on record what was done about a member's strain.
    MendStrain "repairs.mend" [Leader, CoLeader];

    // appreciation
    /// See what members of a group have written to each other.
    SeeMemberWords "appreciation.see" [Leader, CoLeader, Supervisor];
    /// Open a group for words between members, pass one on or give it back.
    LeadMemberWords "appreciation.lead" [Leader, CoLeader];
    /// Write to another member of one's group.
    GiveMemberWord "appreciation.give" [Seated];
    /// Read what another member wrote to oneself, and answer it.
    ReceiveMemberWord "appreciation.receive" [Oneself];

    // door
    /// Open or close the public pages of the practice.
    OpenDoor "door.open" [Administrator, System];
    /// Say in public what a group is, and whether it is shown.
    ShowGroup "door.show" [Leader, CoLeader, Facilitator, System];

    // breaches
    /// Report that a confidence was broken, in a group that one belongs to or belonged to.
    ReportBreach "breaches.report" [Oneself];
    /// See how one's own reports stand.
    SeeOwnReports "breaches.own" [Oneself];
    /// Read a report, or a case about a broken confidence.
    SeeBreach "breaches.see" [Leader, CoLeader, Supervisor, Facilitator, Administrator];
    /// Open such a case, and put on record what is done about it.
    HandleBreach "breaches.handle" [Leader, CoLeader, Facilitator, Administrator];
    /// Ask, for such a case, who could see what, from when to when.
    SeeSight "breaches.who" [Leader, CoLeader, Facilitator, Administrator] fresh_proof;
    /// Say that a time limit of such a case is near, or over.
    WatchBreach "breaches.watch" [System];

    // self-checks
    /// Read and write one's own self-checks. Nobody else reads them, for whatever reason.
    KeepOwnChecks "self-checks.own" [Oneself];
    // rights
    /// See what is kept of oneself, until when and why, and what erasing would do.
    SeeOwnRights "rights.see" [Oneself];
    /// Take a copy of what is one's own.
    ExportOwn "rights.export" [Oneself] fresh_proof;
    /// Erase what may go of oneself.
    EraseOwn "rights.erase" [Oneself] fresh_proof;
    /// Ask for something to be corrected that one cannot change by oneself.
    AskToCorrect "rights.ask" [Oneself];
    /// See what is kept of somebody one works with, and what they ask to be corrected.
    SeeKept "rights.kept" [Leader, CoLeader, Supervisor, Facilitator];
    /// Answer somebody who asked for a correction.
    AnswerCorrection "rights.answer" [Leader, CoLeader, Facilitator];
    /// Put records on legal hold, or lift a hold.
    HoldRecords "rights.hold" [Leader, CoLeader];
    /// See what is due to go and when, as counts.
    SeeRetention "rights.retention" [Administrator, System];
    /// Delete what is due.
    Retain "rights.retain" [System];

    // ops
    /// Replace the root key.
    ReplaceRootKey "ops.root-key" [System];
    /// Make a backup.
    MakeBackup "ops.backup" [Administrator, System];
    /// Bring the records back from a backup.
    RestoreBackup "ops.restore" [System];
    /// Shred again what an older database brought back.
    ShredAgain "ops.shred-again" [System];
    /// See which keys and backups there are, and nothing of what they hold.
    SeeInstallation "ops.see" [Administrator, System];
}
