//! Folds a style sheet: comments and needless spaces go, strings and meaning stay. The build script uses it too.

/// `css` without comments, line breaks and the spaces that no browser reads.
pub fn fold_css(css: &str) -> String {
    let mut folded = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if next == '"' || next == '\'' {
            let end = rest[1..].find(next).map_or(rest.len(), |at| at + 2);
            folded.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if next.is_whitespace() {
            rest = rest.trim_start();
            let glued = folded.ends_with(['{', '}', ';', ',', ':', ' ']) || folded.is_empty();
            if !glued && !rest.starts_with(['{', '}', ';', ',']) {
                folded.push(' ');
            }
        } else {
            if next == '}' && folded.ends_with(';') {
                folded.pop();
            }
            folded.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold_css;

    #[test]
    fn comments_and_needless_spaces_go() {
        assert_eq!(fold_css("/* why */\na { color : red;\n  margin: 1px  2px; }\n"), "a{color :red;margin:1px 2px}");
    }

    #[test]
    fn spaces_that_mean_something_stay() {
        assert_eq!(fold_css("a :hover > b { width: calc(1px + 2px) }"), "a :hover > b{width:calc(1px + 2px)}");
    }

    #[test]
    fn a_string_is_left_as_it_is() {
        assert_eq!(fold_css("a { content: \" /* ; } \" }"), "a{content:\" /* ; } \"}");
    }
}
