//! Who may read what: security.md's table, said for each kind of word.

use crate::groups::LeaderRole;
use crate::testing::canary::{Canary, What};
use crate::testing::whole::{Name, Ring};

/// Whether this person may read this word; nobody is signed out, and reads none but what a group says in public.
pub fn may_read(reader: Option<Name>, canary: &Canary) -> bool {
    reader.map_or(canary.what == What::Public, |reader| may_one_read(reader, canary))
}

fn may_one_read(reader: Name, canary: &Canary) -> bool {
    let (of, ring) = (canary.of, canary.of.ring());
    let part = ring.and_then(|ring| reader.leads(ring));
    let (works_with_them, leads_the_therapy) =
        (part.is_some(), part.is_some_and(|part| part != LeaderRole::Facilitator));
    match canary.what {
        // One's own, and those who lead the group; of the staff whoever runs the site.
        What::Contact => reader == of || works_with_them || (reader == Name::Ada && is_staff(of)),
        // The same, and those who are told of a danger; who leads, and who does what among the staff, is no secret.
        What::Called if is_staff(of) => reader == of || is_staff(reader) || reader.ring().is_some(),
        What::Called => reader == of || works_with_them || was_told(reader, of),
        What::Shown => may_read_shown_name(reader, of),
        // What was signed is the signer's own copy; what is kept or written for oneself nobody else reads, by whatever part.
        What::Signature
        | What::Step
        | What::SelfCheck
        | What::SheetKept
        | What::Process
        | What::Brief
        | What::PatternAlone => reader == of,
        // Whoever leads the therapy with its author, and no supervisor.
        What::BriefShared => reader == of || treats_in(reader, led_by(of)),
        // What was asked, said and decided on the way in and out, written beside somebody's attendance, or done about a
        // danger, is for those who lead, never for the member.
        What::WayIn | What::Leaving | What::Remark | What::Answer => works_with_them,
        // Whoever wrote it down, and no other leader; whoever runs the site.
        What::Apart => reader == Name::Mara,
        What::Paper => reader == Name::Ada,
        // Those who answer for it; and a plan is the member's and the therapists' too.
        What::Danger => works_with_them || was_told(reader, of),
        What::Plan => reader == of || leads_the_therapy || was_told(reader, of),
        // Nobody, while so few have answered; and everybody, what a group says in public.
        What::LookingBack => false,
        What::Public => true,
        What::ThreadTitle
        | What::PostToGroup
        | What::PostToLeaders
        | What::TakenOut
        | What::Report
        | What::ContactWay => may_read_in_thread(reader, canary),
        What::BreachReport | What::BreachToOffice | What::BreachCase => may_read_of_breach(reader, canary),
        // Whoever wrote it, whoever it was passed on to, and those who lead.
        What::MemberWord => reader == of || reader == Name::Sam || leads_the_therapy,
        // The member and those who lead the therapy.
        What::WordGivenBack
        | What::Summary
        | What::Beside
        | What::Goal
        | What::InTheWay
        | What::Letter
        | What::PatternWord
        | What::Talked => reader == of || leads_the_therapy,
        // Those who write it, and nobody else until it is given; a hold is never told to whom it is about.
        What::LetterDraft | What::Hold => treats_in(reader, ring),
        // The same; and where somebody is, they have said themselves.
        What::Reach => reader == of || treats_in(reader, ring),
        // The member and those who lead; whoever plans the dates learns that they are away and not why.
        What::Word | What::SheetShown | What::Reply | What::Correction => reader == of || works_with_them,
        What::SheetToGroup => ring.is_some_and(|ring| reader.sits_in(ring)) || works_with_them,
        What::Aim | What::Reading => has_to_do_with(reader, of),
        What::Homework => reader.sits_in(Ring::Therapy) || reader.leads(Ring::Therapy).is_some(),
        // Those who lead the therapy, and never the member.
        What::Note | What::Discussed => leads_the_therapy,
        // Whoever leads the group that it is the record of, or the plan; and what it is for tells what its members suffer from.
        What::Record | What::Log | What::Agenda | What::Fidelity | What::Debrief | What::Focus | What::Incident => {
            leads_group_of(reader, of) || is_on_duty_for(reader, canary.what)
        }
        What::Group => has_to_do_with_group_of(reader, of),
    }
}

/// Those who sit there with them: where the charter hides who belongs, since Pat wrote under that name, and Quin asked under
/// theirs. And whoever leads or plans the dates.
fn may_read_shown_name(reader: Name, of: Name) -> bool {
    let is_near = of.ring().is_some_and(|ring| reader.sits_in(ring) || reader.leads(ring).is_some());
    reader == of || is_near || reader == Name::Sofia
}

/// Everybody who has to do with the group, and who is on the way into it or has left: their own page names what keeps a
/// record of them.
fn has_to_do_with_group_of(reader: Name, leader: Name) -> bool {
    let is_known_there = reader.ring().is_some_and(|ring| led_by(leader) == Some(ring));
    has_to_do_with(reader, leader) || is_known_there || reader == Name::Sofia
}

/// The same for what is written between meetings.
fn may_read_in_thread(reader: Name, canary: &Canary) -> bool {
    let Some(ring) = canary.of.ring().or_else(|| led_by(canary.of)) else { return false };
    let leads = reader.leads(ring).is_some();
    match canary.what {
        // Everybody in the group, and those who lead it.
        What::ThreadTitle | What::PostToGroup => reader.sits_in(ring) || leads,
        // Those who look after it, and not even whoever told.
        What::Report => leads,
        // Whoever gives it, until the other one agrees.
        What::ContactWay => reader == canary.of,
        // Its writer, and those who lead.
        _ => reader == canary.of || leads,
    }
}

/// Of a broken confidence: whoever reported it, those who lead, and whoever runs the site; what was told to the office alone,
/// nobody who leads.
fn may_read_of_breach(reader: Name, canary: &Canary) -> bool {
    let leads = |ring: Option<Ring>| ring.is_some_and(|ring| reader.leads(ring).is_some());
    reader == Name::Ada
        || match canary.what {
            What::BreachCase => leads(led_by(canary.of)),
            What::BreachReport => reader == canary.of || leads(canary.of.ring()),
            _ => reader == canary.of,
        }
}

/// Whether a page shows such a word at all.
pub fn is_shown(canary: &Canary) -> bool {
    // The other practice has pages of its own, and Stan's people know nothing of him but his name.
    canary.what != What::LookingBack
        && canary.of != Name::Fay
        && (canary.of != Name::Stan || canary.what != What::Contact)
}

/// The group that somebody leads first of all.
fn led_by(leader: Name) -> Option<Ring> {
    Ring::ALL.into_iter().find(|ring| ring.leader() == leader)
}

/// Whether somebody sits in the group that this person leads, or leads it too.
fn has_to_do_with(reader: Name, leader: Name) -> bool {
    led_by(leader).is_some_and(|ring| reader.sits_in(ring) || reader.leads(ring).is_some())
}

fn leads_group_of(reader: Name, leader: Name) -> bool {
    led_by(leader).is_some_and(|ring| reader.leads(ring).is_some())
}

/// Whether somebody leads a group as its therapist, and not as a supervisor.
fn treats_in(reader: Name, ring: Option<Ring>) -> bool {
    let part = ring.and_then(|ring| reader.leads(ring));
    matches!(part, Some(LeaderRole::Leader | LeaderRole::CoLeader))
}

/// Whether somebody is on duty, where such a word is for them too.
fn is_on_duty_for(reader: Name, what: What) -> bool {
    what == What::Incident && matches!(reader, Name::Mara | Name::Cleo)
}

fn is_staff(name: Name) -> bool {
    !name.roles().is_empty() && name != Name::Fay
}

/// Whoever was told of an open concern about somebody: the duty, who stands in, and in the end all who lead.
fn was_told(reader: Name, of: Name) -> bool {
    let is_open = matches!(of, Name::Sam | Name::Jo | Name::Dana | Name::Eli | Name::Pat);
    let leads = of.ring().is_some_and(|ring| reader.leads(ring).is_some());
    is_open && (matches!(reader, Name::Mara | Name::Cleo) || leads)
}
