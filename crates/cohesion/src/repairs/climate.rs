//! How a group's sessions were rated on the whole, for those who lead it: means without names, and none of a few.

use std::collections::BTreeMap;

use patterns::climate::{Ratings, SessionMean, latest, means};
use patterns::{Day, Statement};

use super::deeds;
use super::see::CHECK_OUT;
use crate::Result;
use crate::assessments::{Rating, ratings_ever};
use crate::clock::Timestamp;
use crate::groups;
use crate::id::{GroupId, SessionId};
use crate::work::Work;

/// How sessions were rated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Climate {
    /// The latest session against those before; nothing below the minimum of ratings.
    pub statement: Option<Statement>,
    /// The mean of each session that enough people rated, with when it began.
    pub means: Vec<(Timestamp, SessionMean)>,
}

/// Reads it. Who gave which rating is not in it.
pub async fn climate(work: &mut Work<'_>, group: GroupId) -> Result<Climate> {
    deeds::may_see(work, group).await?;
    let zone = groups::zone_of(work, group).await?;
    let mut by_session: BTreeMap<SessionId, Vec<f64>> = BTreeMap::new();
    for rating in ratings_ever(work, group, CHECK_OUT).await?.into_values().flatten() {
        if let (Some(session), Some(value)) = (rating.session, whole(&rating)) {
            by_session.entry(session).or_default().push(value);
        }
    }
    let (mut rated, mut began) = (Vec::new(), BTreeMap::new());
    for session in groups::sessions(work, group).await? {
        let Some(values) = by_session.remove(&session.id) else { continue };
        let date = groups::civil(session.starts_at, &zone)?.date();
        let day = Day((date - jiff::civil::date(1970, 1, 1)).get_days());
        began.insert(day, session.starts_at);
        rated.push(Ratings { day, values });
    }
    let began = |mean: SessionMean| began.get(&mean.day).map(|at| (*at, mean));
    Ok(Climate { statement: latest(&rated), means: means(&rated).into_iter().filter_map(began).collect() })
}

/// One person's rating on the whole: the mean of what they moved.
fn whole(rating: &Rating) -> Option<f64> {
    let count = u32::try_from(rating.values.len()).ok().filter(|count| *count > 0)?;
    Some(rating.values.iter().map(|(_, value)| f64::from(*value)).sum::<f64>() / f64::from(count))
}
