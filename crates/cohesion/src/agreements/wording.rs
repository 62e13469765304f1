//! How a text is written: a title, headings, paragraphs and lists, in a few plain marks that need no learning.

/// One block of a text, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block<'a> {
    /// A line that begins with `## `.
    Heading(&'a str),
    /// A line of a list, which begins with `- `.
    Item(&'a str),
    /// Any other line.
    Paragraph(&'a str),
}

/// The title: the first line, where it begins with `# `.
pub fn title(wording: &str) -> Option<&str> {
    let first = wording.trim_start().lines().next()?;
    first.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty())
}

/// Everything behind the title. A block is a line; empty lines only part them.
pub fn blocks(wording: &str) -> impl Iterator<Item = Block<'_>> {
    let lines = wording.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.map(|line| match (line.strip_prefix("## "), line.strip_prefix("- ")) {
        (Some(heading), _) => Block::Heading(heading),
        (None, Some(item)) => Block::Item(item),
        (None, None) => Block::Paragraph(line),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::Agreement;

    #[test]
    fn a_text_is_read_line_by_line() {
        let wording = "# Title\n\nOne.\n\n## Two\n- three\n- four\n";
        assert_eq!(title(wording), Some("Title"));
        let read: Vec<_> = blocks(wording).collect();
        assert_eq!(read, [Block::Paragraph("One."), Block::Heading("Two"), Block::Item("three"), Block::Item("four")]);
    }

    #[test]
    fn every_text_that_comes_with_the_program_has_a_title_and_headings() {
        for agreement in Agreement::ALL {
            let wording = agreement.shipped();
            assert!(title(wording).is_some(), "{}", agreement.slug());
            let headings = blocks(wording).filter(|block| matches!(block, Block::Heading(_))).count();
            assert!(headings >= 4, "{}", agreement.slug());
        }
    }
}
