//! A live room in real browsers with devices of their own making: the door, the waiting room, sound and pictures that arrive,
//! turns, chat, a moment for oneself, being taken out, and the end.

use std::time::Duration;

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

#[tokio::test(flavor = "multi_thread")]
async fn a_group_meets_in_the_live_room() -> Outcome {
    let site = Site::demo()?;
    let (leader, second, member) = (
        Tab::open_with_devices(1280, 900).await?,
        Tab::open_with_devices(1280, 900).await?,
        Tab::open_with_devices(390, 844).await?,
    );
    for tab in [&leader, &second, &member] {
        tab.on_each_page(WATCH).await?;
    }
    leader.becomes(&site, "therapist").await?;
    second.becomes(&site, "coleader").await?;
    member.becomes(&site, "member").await?;
    let session = open_session(&site, &leader).await?;
    let own = session.replace("/care/", "/me/");

    come_to_the_door(&member, &own).await?;
    member.sees("Nobody who leads is here yet").await?;
    member.is_well().await?;
    leader.go(&format!("{session}/room")).await?;
    second.go(&format!("{session}/room")).await?;
    leader.sees("Let Sam in").await?;
    member.sees("lets you in").await?;
    leader.press("Let Sam in").await?;
    member.sees("Turn microphone on").await?;

    see_and_hear(&leader, &second, &member).await?;
    take_turns(&leader, &member).await?;
    write(&leader, &second, &member).await?;
    mute(&leader, &member).await?;
    step_aside(&leader, &member).await?;
    member.is_well().await?;
    leader.is_well().await?;
    take_out(&leader, &member).await?;
    leader.press("End it for everybody").await?;
    leader.sees("This room is over").await?;
    second.sees("This room is over").await
}

/// Opens the next session of the group; its address.
async fn open_session(site: &Site, leader: &Tab) -> Outcome<String> {
    leader.go(&site.page("/care/groups")).await?;
    leader.press(LOW_MOOD).await?;
    leader.go(&site.page("/care")).await?;
    let links = leader.links().await?;
    let session = links.iter().find(|link| link.starts_with("/care/sessions/")).ok_or("no session is ahead")?;
    let session = site.page(session.split('?').next().unwrap_or_default());
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

async fn see_and_hear(leader: &Tab, second: &Tab, member: &Tab) -> Outcome {
    for tab in [leader, member] {
        tab.press("Turn microphone on").await?;
        tab.press("Turn camera on").await?;
        tab.sees("Turn camera off").await?;
    }
    second.press("Turn the sound on").await?;
    for tab in [leader, second, member] {
        until_both_arrive(tab).await?;
    }
    Ok(())
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
    leader.press("Begin a check-in round").await?;
    member.sees("It is your turn.").await?;
    member.press("I have finished").await?;
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
    leader.sees("needs a moment").await?;
    member.press("Back to the others").await?;
    member.sees("Turn microphone off").await
}

/// Out, and not in again today.
async fn take_out(leader: &Tab, member: &Tab) -> Outcome {
    leader.press("Take Sam out for today").await?;
    member.sees("Your place is paused for today").await?;
    let address = member.address().await;
    member.go(&address).await?;
    member.sees("Your place is paused for today").await
}
