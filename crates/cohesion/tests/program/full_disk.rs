//! A full disk: nothing is written, so nothing is shown that would have to be put on record, and nothing is lost.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::harness::{Home, Server};

/// Serves the demo on a disk of 96 MiB that only this program sees.
fn serve_on_a_small_disk(home: &Home) -> Server {
    fs::create_dir_all(home.data()).expect("a folder");
    let program = home.program(&["demo", "--port", "0"]);
    let probe = alone(home).arg("true").output().expect("unshare is there (util-linux)");
    assert!(
        probe.status.success(),
        "this machine refuses a file system of one's own, which this test needs: be root, or allow user namespaces \
         (sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0). It says: {}",
        String::from_utf8_lossy(&probe.stderr)
    );
    let mut alone = alone(home);
    alone.arg(program.get_program()).args(program.get_args()).current_dir(home.path(""));
    Server::start(alone)
}

/// Runs a program that alone sees the small disk.
fn alone(home: &Home) -> Command {
    let mut alone = Command::new("unshare");
    let as_anybody: &[&str] = if is_root() { &[] } else { &["--user", "--map-root-user"] };
    alone.args(as_anybody).args(["--mount", "sh", "-c", "mount -t tmpfs -o size=96m tmpfs \"$0\" && exec \"$@\""]);
    alone.arg(home.data());
    alone
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").stdout(Stdio::piped()).output().expect("id is there");
    id.stdout == b"0\n"
}

/// Writes until nothing more goes on the disk.
fn fill(path: &Path) {
    let mut file = File::create(path).expect("the disk is there");
    for piece in [1 << 20, 1 << 12, 1] {
        let piece = vec![0; piece];
        while file.write_all(&piece).is_ok() {}
    }
}

#[test]
fn on_a_full_disk_nothing_is_taken_down_or_shown_and_room_is_all_it_needs() {
    let home = Home::new();
    let server = serve_on_a_small_disk(&home);
    let member = server.sign_in_as("member");
    assert_eq!(server.get_as(&member, "/me").0, 200);
    assert_eq!(server.get("/readyz").0, 200);

    // The program's own view of its folder, from outside.
    let filler = PathBuf::from(format!("/proc/{}/root{}", server.id(), home.data().join("filler").display()));
    fill(&filler);
    let is_full = || server.post("/demo/as/therapist").0 == 503 && server.get_as(&member, "/me").0 == 503;
    assert!((0..500).any(|_| is_full()), "neither written nor read");
    let (status, page) = server.post("/demo/as/therapist");
    assert_eq!(status, 503);
    assert!(page.contains("retry-after: ") && page.contains("<html"), "{page}");
    let (status, health) = server.get("/readyz");
    assert!(status == 503 && health.contains("disk not ok"), "{health}");
    assert_eq!(server.get("/healthz").0, 200);

    fs::remove_file(filler).expect("it is ours");
    assert_eq!(server.post("/demo/as/therapist").0, 303);
    assert_eq!(server.get_as(&member, "/me").0, 200);
    assert_eq!(server.get("/readyz").0, 200);
    let ran = server.stop().went_well();
    assert!(ran.complained.contains("The disk that holds the database is full."), "{}", ran.complained);
}
