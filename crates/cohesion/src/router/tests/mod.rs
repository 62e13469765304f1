//! Every route for every kind of visitor: what each may do, that what they may not looks like what is not there, and that
//! nothing of anybody leaves where it must not.

mod absent;
mod erasing;
mod leaks;

mod matrix;
mod needs;
mod walk;

use store::Engine;

use crate::Result;
use crate::testing::whole::Told;
use walk::Walk;

/// ATK-01, ATK-04, ATK-09 and GR-08 on `engine`: the matrix is the reviewed one, agrees with what each route says it needs,
/// and gives nothing away.
async fn every_route_answers_everybody_as_it_should(engine: Engine) -> Result<()> {
    let told = Told::on(engine).await?;
    let mut walk = Walk::begin(&told).await?;
    let cells = walk.everywhere().await?;
    let mut complaints = needs::disagreements(&cells);
    complaints.extend(absent::differences(&mut walk, &cells).await?);
    complaints.extend(absent::misspelt(&mut walk).await?);
    complaints.extend(leaks::in_cells(&told, &cells));
    complaints.extend(matrix::unreviewed(&cells));
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    Ok(())
}

#[tokio::test]
async fn every_route_answers_everybody_as_reviewed_on_postgresql() -> Result<()> {
    every_route_answers_everybody_as_it_should(Engine::Postgres).await
}

#[tokio::test]
async fn every_route_answers_everybody_as_reviewed_on_sqlite() -> Result<()> {
    every_route_answers_everybody_as_it_should(Engine::Sqlite).await
}
