//! axe-core, put into a page to look for what somebody could not use.

use serde_json::Value;

use crate::{Outcome, Tab, said};

/// The library as npm delivered it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");

impl Tab {
    /// Every violation on the page: rule, and the elements it names. Nothing is well.
    pub async fn violations(&self) -> Outcome<Vec<String>> {
        self.put_axe_in().await?;
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))),
                cause => done(['axe itself: ' + cause]))";
        let found = said(self.client.execute_async(script, Vec::new()).await, "running axe")?;
        let lines = found.as_array().cloned().unwrap_or_default();
        Ok(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Puts the library into the page, unless it is there from another look.
    async fn put_axe_in(&self) -> Outcome {
        let there = said(self.client.execute("return Boolean(window.axe)", Vec::new()).await, "looking for axe")?;
        if there == Value::Bool(true) {
            return Ok(());
        }
        let axe = said(std::fs::read_to_string(AXE), "reading axe-core (npm ci in tests/browser)")?;
        said(self.client.execute(&axe, Vec::new()).await, "putting axe into the page").map(drop)
    }
}
