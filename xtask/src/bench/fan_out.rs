//! A post goes out to the pages that are open: from the moment it is sent to the moment each page has it.

use super::Result;
use super::browser::{Browser, Login};
use super::figures::Load;
use http::StatusCode;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// Pages that are open.
const PAGES: usize = 50;
/// Pages that one person may have open.
const PAGES_OF_ONE: usize = 6;
/// Between two posts: what the first one set going has come to rest.
const PAUSE: Duration = Duration::from_millis(300);
/// After which a page is given up that nothing reached.
const LOST_AFTER: Duration = Duration::from_secs(20);

/// Writes so many posts, and tells how long each page waited for each.
pub async fn to_open_pages(
    address: SocketAddr,
    thread: &str,
    members: &[Login],
    leader: &Login,
    rounds: usize,
) -> Result<Load> {
    let viewers = members.iter().chain([leader]).flat_map(|login| std::iter::repeat_n(login, PAGES_OF_ONE)).take(PAGES);
    let (tell, mut heard) = mpsc::unbounded_channel();
    let mut open = JoinSet::new();
    for login in viewers {
        let mut events = Browser::open(address).await?.listen(&format!("/live/thread.{thread}"), login).await?;
        // The page as it is when it is opened.
        events.next().await?;
        let tell = tell.clone();
        open.spawn(async move { while events.next().await.is_ok() && tell.send(Instant::now()).is_ok() {} });
    }
    if open.len() < PAGES {
        return Err("there are too few people for so many pages".into());
    }
    let (mut browser, writer) = (Browser::open(address).await?, members.first().ok_or("nobody writes")?);
    let (mut each, begun) = (Vec::new(), Instant::now());
    for round in 0..rounds {
        tokio::time::sleep(PAUSE).await;
        let sent = Instant::now();
        let form = format!("kind=give&audience=named&text=Nothing+new+here+{round}.&note=");
        let path = format!("/me/threads/{thread}");
        browser.post(&path, Some(writer), form).await?.expecting(StatusCode::SEE_OTHER, &path)?;
        for _ in 0..PAGES {
            let reached = tokio::time::timeout(LOST_AFTER, heard.recv()).await;
            each.push(
                reached.map_err(|_| "a page was not reached")?.ok_or("all pages are closed")?.duration_since(sent),
            );
        }
    }
    open.shutdown().await;
    Ok(Load::of(each, begun.elapsed()))
}
