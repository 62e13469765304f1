//! One browser with one page open, at a size and in a scheme.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use rustix::process::{Pid, Signal};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::site::free_port;
use crate::{Outcome, said};

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A browser of its own, with one page open.
pub struct Tab {
    /// The page.
    pub client: Client,
    driver: Child,
    _profile: TempDir,
}

impl Tab {
    /// A headless browser with a page so wide and so high.
    pub async fn open(width: u32, height: u32) -> Outcome<Self> {
        Self::open_with(width, height, &[]).await
    }

    /// The same with a camera and a microphone of its own making, which the browser gives to whoever asks.
    pub async fn open_with_devices(width: u32, height: u32) -> Outcome<Self> {
        Self::open_with(width, height, &["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]).await
    }

    async fn open_with(width: u32, height: u32, more: &[&str]) -> Outcome<Self> {
        let profile = said(tempfile::tempdir(), "a folder for the browser")?;
        let port = free_port()?;
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn();
        let driver = said(driver, "starting chromedriver (apt-get install chromium chromium-driver)")?;
        let mut arguments = vec![
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-sync".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--hide-scrollbars".to_owned(),
            format!("--window-size={width},{height}"),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        arguments.extend(more.iter().map(|argument| (*argument).to_owned()));
        let mut wanted = Capabilities::new();
        wanted.insert("goog:chromeOptions".to_owned(), json!({ "args": arguments }));
        let client = connect(port, wanted).await?;
        let tab = Self { client, driver, _profile: profile };
        tab.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600
            }),
        )
        .await?;
        tab.in_scheme(Scheme::Light).await?;
        Ok(tab)
    }

    /// Draws in light or dark from now on.
    pub async fn in_scheme(&self, scheme: Scheme) -> Outcome {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        // While one page fades into the next, a press goes nowhere; whoever wants less motion gets no fade.
        let still = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }, still] });
        self.devtools("Emulation.setEmulatedMedia", features).await
    }

    /// Opens a page.
    pub async fn go(&self, address: &str) -> Outcome {
        said(self.client.goto(address).await, &format!("opening {address}"))
    }

    /// Everything the page says.
    pub async fn text(&self) -> String {
        let script = "return document.body.innerText";
        let text = self.client.execute(script, Vec::new()).await.unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Where the page is.
    pub async fn address(&self) -> String {
        self.client.current_url().await.map_or_else(|_| "nowhere".to_owned(), |address| address.to_string())
    }

    /// Whether anything makes the page scroll sideways.
    pub async fn scrolls_sideways(&self) -> Outcome<bool> {
        let script = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        let said = said(self.client.execute(script, Vec::new()).await, "measuring the page")?;
        Ok(said.as_bool().unwrap_or_default())
    }

    /// A picture of the page, as PNG.
    pub async fn picture(&self) -> Outcome<Vec<u8>> {
        said(self.client.screenshot().await, "taking a picture")
    }

    /// Runs this before each page's own scripts from now on.
    pub async fn on_each_page(&self, script: &str) -> Outcome {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await
    }

    /// Runs no script of any page from now on.
    pub async fn without_script(&self) -> Outcome {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Outcome {
        let body = Devtools { command: command.to_owned(), parameters };
        said(self.client.issue_cmd(body).await, command).map(drop)
    }
}

impl Drop for Tab {
    /// The browser outlives a driver that is killed alone, so both end as the group they are.
    fn drop(&mut self) {
        let _ = rustix::process::kill_process_group(Pid::from_child(&self.driver), Signal::KILL);
        let _ = self.driver.wait();
    }
}

async fn connect(port: u16, wanted: Capabilities) -> Outcome<Client> {
    let address = format!("http://127.0.0.1:{port}");
    let mut last = String::new();
    for _ in 0..100 {
        let builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        match { builder }.capabilities(wanted.clone()).connect(&address).await {
            Ok(client) => return Ok(client),
            Err(cause) => last = cause.to_string(),
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(format!("the browser did not start: {last}"))
}

/// A command of the browser's own protocol, sent through `WebDriver`.
#[derive(Debug)]
struct Devtools {
    command: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
