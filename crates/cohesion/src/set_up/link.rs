//! The one-time link. Its token is made when the program starts and is kept as a hash, in memory only.

use crate::Result;
use crate::app::App;
use crate::identity::{Token, practice_here};

/// Whether there is no practice yet.
pub async fn is_needed(app: &App) -> Result<bool> {
    Ok(practice_here(app).await?.is_none())
}

/// Makes the link for this run of the program and gives its path, to be printed on the console; nothing where a practice is
/// there already.
pub async fn new_link(app: &App) -> Result<Option<String>> {
    if !is_needed(app).await? {
        return Ok(None);
    }
    let token = Token::random()?;
    let hash = app.vault().link_hash(token.bytes());
    Ok(app.keep_set_up_link(hash).then(|| format!("/set-up/{}", token.text())))
}

/// Whether this token is the link's, and there is still something to set up.
pub async fn opens(app: &App, token: &Token) -> Result<bool> {
    let hash = app.vault().link_hash(token.bytes());
    let fits = app.set_up_link().is_some_and(|kept| keyring::equal(&kept, &hash));
    Ok(fits && is_needed(app).await?)
}
