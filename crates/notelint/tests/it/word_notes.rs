//! Notes full of words that are also names, and of the member's own name.

use notelint::Member;

use crate::dice::Dice;

const SENTENCES: &[&str] = &[
    // will, may
    "Will continue the diary card next week.",
    "Will she return on Tuesday? She said she will.",
    "Will not take the tram alone yet.",
    "May benefit from a shorter hierarchy.",
    "May I skip this round, she asked.",
    "She may come late, and he will wait.",
    "\"Will I ever feel normal?\" he asked.",
    "His will was read in the spring; the will names her brother.",
    "Plan: Will discuss with supervisor.",
    "Will also review sleep. May need a referral.",
    "Whether it will help, time will tell.",
    "Lacks the will to get up before noon.",
    "Relapse in early May; since May no use.",
    "Next review on 12 May, or May 19 at the latest.",
    "By the end of May the course is over.",
    "In May and June the group pauses.",
    "Last seen in April, then again in June.",
    "From May to July she worked nights.",
    "April was hard; June may be easier.",
    "May 2026 is the date of the hearing.",
    "She will, however, stay.",
    "Will be seen individually on Friday.",
    "Will likely finish by August.",
    "Says that will power is not the point.",
    "Will you come back, the leader asked.",
    "May have misread the tone.",
    // mark, bill, grant
    "Mark the calendar for the booster.",
    "He made his mark on the worksheet.",
    "There is a mark on her left arm, old and healed.",
    "Mark each step with a tick.",
    "Bill the insurer for 90853.",
    "The bill was paid, and another bill came.",
    "Bill paid on Monday.",
    "Afraid of the electricity bill.",
    "Grant access to the shared plan.",
    "Her grant ended; a grant from the city may follow.",
    "Took it for granted, then wrote a grant application.",
    "Marks on the calendar show four good days.",
    "She tends to mark herself down.",
    "Worried about bills and the rent.",
    "The bill said 90 euros.",
    "A mark of progress, he said.",
    "Bill of rights for assertive people was handed out.",
    // hope, grace, faith, joy, art, dawn
    "Hope was the theme of the round.",
    "Hope is returning, slowly.",
    "She has hope for the summer.",
    "Grace and patience were the words she took home.",
    "Grace is something she wants to give herself.",
    "He handled it with grace.",
    "Faith matters to her; her faith community helps.",
    "Faith has carried him through.",
    "Joy came up twice in the diary card.",
    "Found joy in cooking again, and some joy in music.",
    "Art helps her to calm down.",
    "Art supplies were put out.",
    "Attends art therapy on Thursdays.",
    "At dawn the worry is worst; dawn brings some calm.",
    "Dawn is the hardest hour.",
    "Hope to see fewer urges next week.",
    "In the hope that it passes, he waits.",
    "Hope, trust and patience were on the board.",
    "She chose the values Faith, Hope and Courage from the cards.",
    "Grace period for the form ends on 3 March.",
    "Joy was rated 2, sadness 4.",
    "Faith, not fear, was his answer.",
    "There is little hope left, he said.",
    "Lost hope in March.",
    "She lives in hope and fear.",
    "State Hope Scale 31 today.",
    "Volunteers at Grace Church and at Hope House.",
    "Lives near Rose Street.",
    "Hope helped her through the week.",
    // rose, drew, pat, sue, chance, jack, rob, nick, ray, gene, frank
    "He rose early on five days.",
    "Rose to the challenge in the role-play.",
    "Anxiety rose from 30 to 60, then fell.",
    "A rose from the garden was her anchor object.",
    "She drew a map of her week and drew strength from it.",
    "Drew a line under the matter.",
    "Gave himself a pat on the back.",
    "Pat answers do not help her.",
    "Threatened to sue the landlord.",
    "Did not sue in the end.",
    "Took the chance to speak.",
    "Chance encounters on the bus still scare him.",
    "By chance she met her sister.",
    "A jack of all trades, as he puts it.",
    "Felt robbed of time; nobody will rob him of this.",
    "In the nick of time he called.",
    "A ray of light, she wrote.",
    "Worries about a gene test.",
    "To be frank, she is tired.",
    "Frank discussion of the rules.",
    "Frank about her drinking.",
    "The robin outside the window was his grounding point.",
    "Ivy grows over the wall in her drawing.",
    "Put a lily on the grave.",
    "Spoke to the dean about her exam.",
    "Walks two miles a day. Miles walked: 14.",
    "Summer was better than winter for her.",
    "Last Summer they moved.",
    "In summer he sleeps outside.",
    "This summer will be the first sober one.",
    // surnames that are words
    "Brown rice and vegetables again.",
    "Young people on the bus made her anxious.",
    "He was young when it began.",
    "A stone in her pocket as an anchor.",
    "Stone by stone, he said.",
    "The baker greeted her, a small win.",
    "The price of saying no feels high.",
    "Walked up the hill twice.",
    "A walk by the marsh, and one in the woods.",
    "Chess: king and queen.",
    "Field trip planned.",
    "A fox crossed the road.",
    "Moody in the mornings.",
    "Moody and flat on most days.",
    "Banks were closed, so the rent is late.",
    "Price lists were compared.",
    "Uses a walker since the fall.",
    "Hill walking is her plan.",
    // headings and lists
    "\nPlan\nWill review goals\nMay move to monthly sessions",
    "\nHope and Recovery Skills\nCovered module two.",
    "\n- Mark progress on the chart\n- Will practise twice",
    "\nMOOD: LOW. PLAN: WILL CALL ON FRIDAY.",
    "She WILL NOT go back to him.",
];
const OWN: &[&str] = &[
    "{Given} said that the week was long.",
    "{Own} attended for 90 minutes.",
    "{GIVEN} spoke twice.",
    "{Given}’s goal was reviewed.",
    "Ms {Surname} agreed to the plan.",
    "{Initials} signed the agreement.",
    "Mail to {email} was answered.",
    "File {surname}_phq9.pdf was added.",
];

/// The member whose chart it is, and eight sentences: six of words, two of the member's own name.
pub fn note(dice: &mut Dice, members: &[Member]) -> (String, String) {
    let member = dice.pick(members);
    let (given, surname) = member.legal.split_once(' ').unwrap();
    let initials = [given, surname].map(|name| name.chars().take(1).collect::<String>() + ".").concat();
    let mut sentences: Vec<String> = (0..6).map(|_| (*dice.pick(SENTENCES)).to_owned()).collect();
    for _ in 0..2 {
        let own = dice.pick(OWN).replace("{Given}", given).replace("{Own}", &member.legal);
        let own = own
            .replace("{GIVEN}", &given.to_uppercase())
            .replace("{Surname}", surname)
            .replace("{Initials}", &initials);
        sentences.push(
            own.replace("{email}", &member.email).replace("{surname}", &surname.to_lowercase().replace(' ', "-")),
        );
    }
    dice.shuffle(&mut sentences);
    let apart = |sentence: String| if sentence.starts_with('\n') { sentence + "\n" } else { sentence + " " };
    (member.id.clone(), sentences.into_iter().map(apart).collect())
}
