//! A live room in real browsers with devices of their own making: the door, the waiting room, sound and pictures that arrive,
//! turns, chat, a moment for oneself, being taken out, other devices, today's word, and the end.

use std::time::{Duration, Instant};

use fantoccini::Locator;

use browser::{LOW_MOOD, Outcome, Site, Tab, said};
use serde_json::Value;

/// How long sound and pictures may take to arrive on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Keeps every connection that the page makes, so that its numbers can be asked for.
const WATCH: &str = "const Peer = window.RTCPeerConnection; window.peers = [];
    window.RTCPeerConnection = function (...given) { const peer = new Peer(...given); window.peers.push(peer); return peer; };
    window.RTCPeerConnection.prototype = Peer.prototype;";

/// Frames of pictures that were decoded, and the energy of sound that was heard, over all that comes in.
const ARRIVED: &str = "const done = arguments[arguments.length - 1];
    const peer = (window.peers ?? []).at(-1);
    if (!peer) return done([0, 0]);
    peer.getStats().then((stats) => {
        let frames = 0, energy = 0;
        stats.forEach((one) => { if (one.type === 'inbound-rtp') { frames += one.framesDecoded ?? 0; energy += one.totalAudioEnergy ?? 0; } });
        done([frames, energy]);
    });";

/// Files that the program may hold open in its folder while people meet: its records, and who holds them.
const OWN_FILES: [&str; 4] = ["cohesion.db", "cohesion.db-wal", "cohesion.db-shm", "cohesion.lock"];

/// Everybody who meets.
struct Hour {
    leader: Tab,
    second: Tab,
    sam: Tab,
    lee: Tab,
    jo: Tab,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_meets_in_the_live_room() -> Outcome {
    let site = Site::demo()?;
    let hour = Hour::of(&site).await?;
    let Hour { leader, second, sam, lee, jo } = &hour;
    let session = open_session(&site, leader).await?;
    let own = session.replace("/care/", "/me/");

    come_to_the_door(sam, &own).await?;
    sam.sees("Nobody who leads is here yet").await?;
    sam.is_well().await?;
    for tab in [leader, second] {
        tab.go(&format!("{session}/room")).await?;
    }
    leader.sees("Let Sam in").await?;
    sam.sees("lets you in").await?;
    leader.press("Let Sam in").await?;
    sam.sees("Turn microphone on").await?;
    lee.go(&format!("{own}/door")).await?;
    lee.tick_first("counting").await?;
    answer(lee).await?;
    answer_at_the_door(jo, &own).await?;
    leader.press("Let all in").await?;
    for tab in [lee, jo] {
        tab.sees("Turn microphone on").await?;
    }

    see_and_hear(&hour).await?;
    nothing_is_recorded(&site)?;
    check_in(&hour).await?;
    take_turns(leader, sam).await?;
    write(leader, second, sam).await?;
    mute(leader, sam).await?;
    part_and_come_back(&hour).await?;
    step_aside(leader, sam).await?;
    talk_alone(&hour).await?;
    sam.is_well().await?;
    leader.is_well().await?;
    take_out(leader, sam).await?;
    lee.sees("Turn microphone off").await?;
    set_up(lee).await?;
    share_a_word(leader, second, lee).await?;
    leader.press("End it for everybody").await?;
    for tab in [leader, second, lee, jo] {
        tab.sees("This room is over").await?;
    }
    see_talk_time(leader, lee, (&session, &own)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_meets_at_a_server_with_an_address_of_its_own() -> Outcome {
    let site = Site::demo_with_rooms_elsewhere()?;
    let hour = Hour::of(&site).await?;
    let Hour { leader, sam, .. } = &hour;
    let session = open_session(&site, leader).await?;
    let own = session.replace("/care/", "/me/");
    leader.go(&format!("{session}/room")).await?;
    answer_at_the_door(sam, &own).await?;
    leader.press("Let Sam in").await?;
    sam.sees("Turn microphone on").await?;
    assert_eq!(sam.third_parties().await?, Vec::<String>::new());
    leader.press("End it for everybody").await?;
    sam.sees("This room is over").await
}

impl Hour {
    async fn of(site: &Site) -> Outcome<Self> {
        let desk = || Tab::open_with_devices(1280, 900);
        let phone = || Tab::open_with_devices(390, 844);
        let (leader, second, sam, lee, jo) =
            (desk().await?, desk().await?, phone().await?, phone().await?, phone().await?);
        let hour = Self { leader, second, sam, lee, jo };
        let personas = ["therapist", "coleader", "member", "second-member", "third-member"];
        for (tab, persona) in hour.all().into_iter().zip(personas) {
            tab.on_each_page(WATCH).await?;
            tab.becomes(site, persona).await?;
        }
        Ok(hour)
    }

    const fn all(&self) -> [&Tab; 5] {
        [&self.leader, &self.second, &self.sam, &self.lee, &self.jo]
    }
}

/// Lee is counted, and whoever said no is not listed; what is put down when the room is over is there soon.
async fn see_talk_time(leader: &Tab, lee: &Tab, (session, own): (&str, &str)) -> Outcome {
    let until = Instant::now() + PATIENCE;
    while !leader.text().await.contains("of those who agreed spoke") {
        if Instant::now() > until {
            return Err(format!("no talk time is kept: {}", leader.text().await));
        }
        leader.go(&format!("{session}/talk")).await?;
    }
    leader.sees("Lee").await?;
    leader.is_well().await?;
    lee.go(&format!("{own}/talk")).await?;
    lee.sees("These are your own numbers").await?;
    lee.is_well().await
}

/// Whoever leads has the talk counted of those who agree.
async fn have_it_counted(leader: &Tab) -> Outcome {
    leader.press("How the group meets").await?;
    leader.tick_first("counting").await?;
    leader.press("Keep").await
}

/// Sam and Lee together, Jo with whoever leads.
async fn prepare_small_groups(leader: &Tab, session: &str) -> Outcome {
    leader.go(&format!("{session}/room")).await?;
    leader.press("Prepare small groups").await?;
    for name in ["Sam", "Lee"] {
        leader.select_labelled(name, "Small group 1").await?;
    }
    leader.press("Keep").await
}

/// Prepares the next session of the group, and opens it; its address.
async fn open_session(site: &Site, leader: &Tab) -> Outcome<String> {
    leader.go(&site.page("/care/groups")).await?;
    leader.press(LOW_MOOD).await?;
    let session = leader.session_ahead(site).await?;
    prepare_small_groups(leader, &session).await?;
    have_it_counted(leader).await?;
    leader.go(&session).await?;
    leader.press("Open the session").await?;
    Ok(session)
}

/// Answers what is asked, badly at first, and waits.
async fn come_to_the_door(member: &Tab, own: &str) -> Outcome {
    member.go(&format!("{own}/room")).await?;
    member.sees("How do you want to take part today?").await?;
    member.press("Try them").await?;
    let shown = member.client.wait().at_most(PATIENCE).for_element(Locator::Css("device-check video")).await;
    said(shown, "looking at oneself")?;
    member.is_well().await?;
    member.tick_first("agreed").await?;
    member.choose("place", "overheard").await?;
    member.type_into("whereabouts", "12 Mill Lane, Galway").await?;
    member.press("I am ready").await?;
    member.sees("Where somebody can listen, please choose writing only.").await?;
    member.choose("place", "alone").await?;
    member.type_into("call-back", "091 555 0100").await?;
    member.press("I am ready").await
}

/// The short way in.
async fn answer_at_the_door(member: &Tab, own: &str) -> Outcome {
    member.go(&format!("{own}/door")).await?;
    answer(member).await
}

async fn answer(member: &Tab) -> Outcome {
    member.tick_first("agreed").await?;
    member.choose("place", "alone").await?;
    member.type_into("whereabouts", "At home, 4 Quay Street").await?;
    member.type_into("call-back", "091 555 0101").await?;
    member.press("I am ready").await?;
    member.sees("lets you in").await
}

async fn see_and_hear(hour: &Hour) -> Outcome {
    for tab in [&hour.leader, &hour.sam, &hour.lee, &hour.jo] {
        tab.press("Turn microphone on").await?;
        tab.press("Turn camera on").await?;
        tab.sees("Turn camera off").await?;
    }
    hour.second.press("Turn the sound on").await?;
    for tab in hour.all() {
        until_both_arrive(tab).await?;
    }
    Ok(())
}

/// While sound and pictures go between five browsers, no file is open that could take them.
fn nothing_is_recorded(site: &Site) -> Outcome {
    let is_known = |path: &String| path.starts_with("/dev/") || OWN_FILES.iter().any(|own| path.ends_with(own));
    match site.open_files()?.into_iter().find(|path| !is_known(path)) {
        Some(path) => Err(format!("the program holds {path} open while people meet")),
        None => Ok(()),
    }
}

/// Each says how they come, from 0 to 10; only counts are shown, and only when the leader shows them.
async fn check_in(hour: &Hour) -> Outcome {
    hour.leader.type_at("#ask-ratings", "How are you here today?\u{e007}").await?;
    for (tab, rating) in [(&hour.sam, "4"), (&hour.lee, "6"), (&hour.jo, "6")] {
        tab.sees("How are you here today?").await?;
        tab.press(rating).await?;
    }
    hour.leader.sees("3 have answered").await?;
    hour.leader.press("Show what came").await?;
    hour.jo.sees("6: 2").await?;
    hour.leader.press("Put it away").await
}

/// Small groups as they were prepared: whoever stayed does not hear them.
async fn part_and_come_back(hour: &Hour) -> Outcome {
    hour.leader.press("Open those that are prepared").await?;
    for tab in [&hour.sam, &hour.lee] {
        tab.sees("small group 1").await?;
    }
    hour.lee.press("Please come to me").await?;
    hour.leader.sees("Lee asks you to come").await?;
    hour.leader.press("I have seen this").await?;
    let before = arrived(&hour.jo).await?;
    hour.leader.press("All back together").await?;
    for tab in [&hour.sam, &hour.lee] {
        tab.loses("You are in small group 1").await?;
    }
    until_more_than(&hour.jo, before.0).await
}

/// Whoever leads goes to a room apart with one member, while the other leader is with the group.
async fn talk_alone(hour: &Hour) -> Outcome {
    hour.leader.press_beside("About Jo", "Talk alone").await?;
    hour.jo.sees("You talk alone with").await?;
    hour.jo.press("Back to the others").await?;
    hour.jo.sees("Turn microphone off").await
}

async fn until_more_than(tab: &Tab, frames: f64) -> Outcome {
    let until = tokio::time::Instant::now() + PATIENCE;
    while tokio::time::Instant::now() < until {
        if arrived(tab).await?.0 > frames + 10.0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    Err(format!("no more pictures than {frames} on {}", tab.address().await))
}

/// Waits until twenty frames of pictures were decoded and something was heard.
async fn until_both_arrive(tab: &Tab) -> Outcome {
    let until = tokio::time::Instant::now() + PATIENCE;
    let mut last = (0.0, 0.0);
    while tokio::time::Instant::now() < until {
        last = arrived(tab).await?;
        if last.0 >= 20.0 && last.1 > 0.0001 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    Err(format!("{last:?} frames and energy on {}: {}", tab.address().await, tab.text().await))
}

async fn arrived(tab: &Tab) -> Outcome<(f64, f64)> {
    let found = said(tab.client.execute_async(ARRIVED, Vec::new()).await, "asking for numbers")?;
    let number = |place: usize| found.get(place).and_then(Value::as_f64).unwrap_or_default();
    Ok((number(0), number(1)))
}

async fn take_turns(leader: &Tab, member: &Tab) -> Outcome {
    leader.press("Begin the round").await?;
    member.sees("It is your turn.").await?;
    member.press("I have finished").await?;
    leader.press("End the round").await?;
    leader.press("Open discussion").await?;
    member.press("I would like to say something").await?;
    member.sees("It is your turn.").await?;
    leader.sees("Sam has the turn.").await?;
    member.press("I have finished").await
}

async fn write(leader: &Tab, second: &Tab, member: &Tab) -> Outcome {
    member.type_into("words", "That helped me on Monday, too.\u{e007}").await?;
    leader.sees("That helped me on Monday, too.").await?;
    second.sees("That helped me on Monday, too.").await?;
    member.press("Please come to me").await?;
    leader.sees("asks you to come").await?;
    leader.press("I have seen this").await?;
    member.sees("Somebody who leads has seen it.").await
}

/// Whoever leads turns a microphone off; only the member turns it on again.
async fn mute(leader: &Tab, member: &Tab) -> Outcome {
    leader.press("Turn the microphone of Sam off").await?;
    member.sees("Only you can turn yourself on again").await?;
    member.press("Turn microphone on").await?;
    member.sees("Turn microphone off").await
}

async fn step_aside(leader: &Tab, member: &Tab) -> Outcome {
    member.press("I need a moment").await?;
    member.sees("Nobody sees or hears you here").await?;
    let fold = said(member.client.find(Locator::Css("#room-quiet summary")).await, "looking for an exercise")?;
    said(fold.click().await, "unfolding an exercise")?;
    member.sees("Name five things you see.").await?;
    member.is_well().await?;
    leader.sees("needs a moment").await?;
    member.press("Back to the others").await?;
    member.sees("Turn microphone off").await
}

/// Another microphone, and fewer pictures: nothing of it begins the connection anew.
async fn set_up(member: &Tab) -> Outcome {
    let connections = "return window.peers.length";
    let before = said(member.client.execute(connections, Vec::new()).await, "counting connections")?;
    let choice = "const list = document.querySelector('[data-device=audioinput]');
        list.selectedIndex = list.options.length - 1;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.value !== '' && JSON.parse(localStorage.getItem('devices')).audioinput === list.value";
    let kept = said(member.client.execute(choice, Vec::new()).await, "choosing a microphone")?;
    if kept != Value::Bool(true) {
        return Err("this browser does not remember the microphone".to_owned());
    }
    member.press("Save data").await?;
    member.sees("All pictures are small, yours too.").await?;
    member.press("Save data").await?;
    member.sees("Pictures are as large as your line carries.").await?;
    fold_up(member).await?;
    let after = said(member.client.execute(connections, Vec::new()).await, "counting connections")?;
    if before == after { Ok(()) } else { Err(format!("{before} connections were {after} in the end")) }
}

/// With today's word those who know it see and hear each other; nobody else does.
async fn share_a_word(leader: &Tab, second: &Tab, member: &Tab) -> Outcome {
    leader.press("Only those who know today's word hear us").await?;
    fold_up(leader).await?;
    member.sees("You have not given it yet").await?;
    member.type_into("word", "Red heron\u{e007}").await?;
    for tab in [leader, second] {
        tab.type_into("word", "Blue heron\u{e007}").await?;
    }
    until_both_arrive(second).await?;
    member.sees("With this word nothing can be understood.").await?;
    let (frames, energy) = arrived(member).await?;
    if frames > 0.0 || energy > 0.0001 {
        return Err(format!("{frames} frames and {energy} of sound with a wrong word"));
    }
    member.type_into("word", " blue  Heron \u{e007}").await?;
    for tab in [leader, member] {
        until_both_arrive(tab).await?;
    }
    leader.press("Only those who know today's word hear us").await?;
    fold_up(leader).await?;
    member.sees("Turn microphone on").await
}

/// What lies open over the page would take the next press.
async fn fold_up(tab: &Tab) -> Outcome {
    let script = "document.querySelectorAll('.dock__more[open]').forEach((one) => one.removeAttribute('open'))";
    said(tab.client.execute(script, Vec::new()).await, "folding up").map(drop)
}

/// Out, and not in again today.
async fn take_out(leader: &Tab, member: &Tab) -> Outcome {
    leader.press("Take Sam out for today").await?;
    member.sees("Your place is paused for today").await?;
    let address = member.address().await;
    member.go(&address).await?;
    member.sees("Your place is paused for today").await
}
