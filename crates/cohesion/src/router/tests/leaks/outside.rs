//! What leaves by other ways than a page's text: mails, titles, addresses, the files on disk and the backup.

use std::path::Path;

use crate::Result;
use crate::id::PersonId;
use crate::notices::Outgoing;
use crate::ops::backup::{BackupKey, make_backup};
use crate::testing::Answer;
use crate::testing::canary::{Canary, Finder, What};
use crate::testing::whole::Told;

/// Parts of words that tell what somebody suffers from, or how they are.
const CLINICAL: [&str; 17] = [
    "anxi",
    "depress",
    "diagnos",
    "disorder",
    "gad-",
    "illness",
    "mood",
    "phq",
    "score",
    "self-harm",
    "suicid",
    "symptom",
    "therap",
    "trauma",
    "treatment",
    "danger",
    "crisis",
];

/// Every mail holds its recipient's own name and address, and nothing that matters if the wrong eyes read it (GR-09).
pub fn in_mails(mails: &[Outgoing], finder: &Finder, is_about: impl Fn(&Canary, PersonId) -> bool) -> Vec<String> {
    assert!(mails.len() > 10, "mails were written");
    let mut leaks = Vec::new();
    for outgoing in mails {
        let mail = &outgoing.mail;
        let whole = format!("{}\n{}\n{}\n{}", mail.to, mail.site, mail.subject, mail.body("https://commons.example"));
        for canary in finder.look(whole.as_bytes()) {
            if !(is_about(canary, outgoing.person) && matches!(canary.what, What::Contact | What::Called)) {
                leaks.push(format!("a mail to {} tells {canary:?}", mail.to));
            }
        }
        leaks.extend(clinical_in(&whole).map(|word| format!("a mail says \"{word}\": {whole}")));
    }
    leaks
}

/// What forms were answered with on the way.
pub fn in_answers(told: &Told) -> Vec<String> {
    let finder = told.finder();
    told.answers.iter().flat_map(|answer| in_frame(&finder, answer).collect::<Vec<_>>()).collect()
}

/// What a browser keeps of a page that was left: its title, its address, and the addresses on it.
pub fn in_frame(finder: &Finder, answer: &Answer) -> impl Iterator<Item = String> {
    let title = answer.body.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
    let headers: Vec<_> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
    let frame = format!("{title}\n{}\n{}", answer.location(), headers.join("\n"));
    let addresses: Vec<_> =
        [" href=\"", " action=\"", " src=\""].iter().flat_map(|name| answer.body.split(name).skip(1)).collect();
    let addresses: Vec<_> = addresses.into_iter().filter_map(|rest| rest.split('"').next()).collect();
    // A number to call is an address too, and the point of the plan.
    let kept = addresses.iter().filter(|address| !address.starts_with("tel:")).copied().collect::<Vec<_>>().join("\n");
    let found = finder.look(format!("{frame}\n{kept}").as_bytes());
    let canaries: Vec<_> = found.into_iter().map(|canary| format!("a title or address tells {canary:?}")).collect();
    // Where a visitor wanted to go is not where they are sent.
    let to = answer.location().split('?').next().unwrap_or_default();
    let clinical: Vec<_> = clinical_in(&format!("{title}\n{to}")).map(str::to_owned).collect();
    let clinical = clinical.into_iter().map(|word| format!("a title or address says \"{word}\""));
    canaries.into_iter().chain(clinical)
}

/// Nothing that a person said or is called lies in the clear on disk: neither in the database nor in the backup, nor in
/// any file beside them.
pub async fn at_rest(told: &Told) -> Result<Vec<String>> {
    let (whole, finder) = (told.copy().await?, told.finder());
    // What was written last is still in the journal beside the file.
    let written = whole.tab(Some(crate::testing::whole::Name::Sam)).get("/me").await;
    assert_eq!(written.status, 200);
    let mut files = told.raw()?;
    files.extend(whole.clinic.database().raw()?);
    let data = whole.clinic.app.config().data.clone();
    // A PostgreSQL server has tools of its own.
    if whole.clinic.database().file().is_some() {
        let key = BackupKey::generate().recipient();
        let made = make_backup(&whole.clinic.app, &key, &data.join("backups"), |_| ()).await;
        assert!(made.expect("a backup is made").bytes > 10_000);
    }
    read_all(&data, &mut files);
    assert!(files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > 500_000, "the records were read");
    let mut leaks = Vec::new();
    for (name, bytes) in &files {
        // What a group says in public is no secret on disk either.
        let found = finder.look(bytes).into_iter().filter(|canary| canary.what != What::Public);
        leaks.extend(found.map(|canary| format!("{name} holds {canary:?}")));
    }
    Ok(leaks)
}

fn read_all(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("the folder is read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_all(&path, files);
        } else {
            files.push((path.display().to_string(), std::fs::read(&path).expect("the file is read")));
        }
    }
}

/// Clinical words in a text. An id or a token is no word, though its letters may spell one by chance.
fn clinical_in(text: &str) -> impl Iterator<Item = &'static str> {
    const ID_CHARS: usize = 26;
    let is_sign = |letter: char| !letter.is_alphanumeric() && !"-_".contains(letter);
    let words: Vec<&str> = text.split(is_sign).filter(|word| word.len() < ID_CHARS).collect();
    let folded = words.join(" ").to_lowercase();
    CLINICAL.into_iter().filter(move |word| folded.contains(word))
}
