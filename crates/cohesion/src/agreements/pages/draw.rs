//! A text as a reader sees it.

use maud::{Markup, html};

use super::super::{Block, blocks};

/// The whole text without its title, which is the page's heading.
pub(crate) fn draw(wording: &str) -> Markup {
    let mut drawn = Vec::new();
    let mut items = Vec::new();
    for block in blocks(wording) {
        if let Block::Item(item) = block {
            items.push(item);
            continue;
        }
        drawn.push(list(&std::mem::take(&mut items)));
        drawn.push(match block {
            Block::Heading(heading) => html! { h2 { (heading) } },
            Block::Paragraph(text) | Block::Item(text) => html! { p { (text) } },
        });
    }
    drawn.push(list(&items));
    html! { div.prose { @for block in drawn { (block) } } }
}

fn list(items: &[&str]) -> Markup {
    html! { @if !items.is_empty() { ul { @for item in items { li { (item) } } } } }
}

#[cfg(test)]
mod tests {
    use super::draw;

    #[test]
    fn lists_stand_between_what_surrounds_them() {
        let drawn = draw("# T\nOne.\n- two\n- three\n## Four\n- five").into_string();
        let expected = "<div class=\"prose\"><p>One.</p><ul><li>two</li><li>three</li></ul><h2>Four</h2><ul><li>five</li></ul></div>";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn marks_of_html_are_words_like_any_other() {
        assert!(draw("<script>").into_string().contains("&lt;script&gt;"));
    }
}
