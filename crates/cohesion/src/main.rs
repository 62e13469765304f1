//! The program: everything it does stands in the library.

use mimalloc::MiMalloc;

/// With the system's own allocator a live room takes more memory with everybody who comes back.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> std::process::ExitCode {
    cohesion::cli::main()
}
