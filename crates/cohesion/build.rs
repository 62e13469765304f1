//! Embeds what pages are served with: `assets/` under one hash, each text also as brotli, and the Fluent files of every language.

#[path = "src/web/assets/fold.rs"]
mod fold;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

fn main() -> io::Result<()> {
    let root = PathBuf::from(var("CARGO_MANIFEST_DIR")?).join("../..").canonicalize()?;
    let out = PathBuf::from(var("OUT_DIR")?);
    for watched in ["assets", "locales"] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }
    fs::write(out.join("assets.rs"), embed_assets(&root.join("assets"), &out.join("assets"))?)?;
    fs::write(out.join("locales.rs"), embed_locales(&root.join("locales"))?)
}

/// Writes each asset plain and compressed into `out`, and answers the Rust table that includes them.
fn embed_assets(assets: &Path, out: &Path) -> io::Result<String> {
    let mut sheets = String::new();
    let mut served = Vec::new();
    for path in files_below(assets)? {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("css") => sheets.push_str(&fold::fold_css(&fs::read_to_string(&path)?)),
            Some("js" | "svg") => served.push((name_below(assets, &path), fs::read(&path)?)),
            _ => {}
        }
    }
    served.push(("site.css".to_owned(), sheets.into_bytes()));

    let mut hash = Sha256::new();
    let mut table = String::new();
    for (name, plain) in &served {
        hash.update(name);
        hash.update(plain);
        let plain_file = out.join(name);
        let brotli_file = out.join(format!("{name}.br"));
        fs::create_dir_all(plain_file.parent().unwrap_or(out))?;
        fs::write(&plain_file, plain)?;
        fs::write(&brotli_file, brotli_of(plain)?)?;
        let _ = writeln!(
            table,
            "File {{ name: {name:?}, plain: include_bytes!({:?}), brotli: include_bytes!({:?}) }},",
            text(&plain_file)?,
            text(&brotli_file)?
        );
    }
    let folder = &HEXLOWER.encode(&hash.finalize())[..12];
    Ok(format!("const HASH: &str = {folder:?};\nstatic FILES: &[File] = &[\n{table}];\n"))
}

/// The Rust table of Fluent files: language, file name, text.
fn embed_locales(locales: &Path) -> io::Result<String> {
    let mut table = String::new();
    for path in files_below(locales)?.iter().filter(|path| path.extension().is_some_and(|ending| ending == "ftl")) {
        let name = name_below(locales, path);
        let (language, file) =
            name.split_once('/').ok_or_else(|| io::Error::other("a Fluent file lies in no language's folder"))?;
        let _ = writeln!(table, "({language:?}, {file:?}, include_str!({:?})),", text(path)?);
    }
    Ok(format!("static FILES: &[(&str, &str, &str)] = &[\n{table}];\n"))
}

fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn name_below(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn text(path: &Path) -> io::Result<&str> {
    path.to_str().ok_or_else(|| io::Error::other("the source tree's path is not UTF-8"))
}

fn brotli_of(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut packed, &best)?;
    Ok(packed)
}

fn var(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}
