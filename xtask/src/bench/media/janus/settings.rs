//! The settings that Janus is started with: rooms and nothing else, asked over HTTP on the loopback, with media at this
//! machine's own address, since Janus leaves the loopback's out.

use super::super::Result;
use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;

/// The file that it is started with.
pub const MAIN: &str = "janus.jcfg";

/// What would only cost memory: every plugin but that for rooms, every transport but HTTP.
const PLUGINS: [&str; 9] =
    ["audiobridge", "duktape", "echotest", "lua", "nosip", "recordplay", "sip", "streaming", "textroom"];
const MORE_PLUGINS: [&str; 2] = ["videocall", "voicemail"];
const TRANSPORTS: [&str; 5] = ["mqtt", "nanomsg", "pfunix", "rabbitmq", "websockets"];

/// Writes them; where it can be asked.
pub fn write(folder: &Path, address: IpAddr) -> Result<SocketAddr> {
    // The port is free now; whoever takes it before Janus does makes the bench end with an error.
    let control = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
    fs::write(folder.join(MAIN), main(address))?;
    fs::write(folder.join("janus.transport.http.jcfg"), http(control))?;
    fs::write(folder.join("janus.plugin.videoroom.jcfg"), "general: {\n}\n")?;
    Ok(control)
}

fn main(address: IpAddr) -> String {
    let list = |names: &[&str]| {
        let files: Vec<String> = names.iter().map(|name| format!("libjanus_{name}.so")).collect();
        files.join(",")
    };
    let plugins = list(&[&PLUGINS[..], &MORE_PLUGINS[..]].concat());
    let transports = list(&TRANSPORTS);
    format!(
        "general: {{\n debug_level = 3\n debug_colors = false\n session_timeout = 0\n}}\n\
         media: {{\n}}\n\
         nat: {{\n nice_debug = false\n ice_enforce_list = \"{address}\"\n}}\n\
         plugins: {{\n disable = \"{plugins}\"\n}}\n\
         transports: {{\n disable = \"{transports}\"\n}}\n\
         events: {{\n broadcast = false\n}}\n"
    )
}

fn http(control: SocketAddr) -> String {
    format!(
        "general: {{\n json = \"plain\"\n base_path = \"/janus\"\n http = true\n port = {}\n ip = \"{}\"\n https = false\n}}\n\
         admin: {{\n admin_http = false\n}}\n",
        control.port(),
        control.ip()
    )
}
