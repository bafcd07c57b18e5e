//! Makes room for what lies over the panes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Empties an area.
///
/// A wide letter that reaches into it from the left is blanked as a whole: its second half cannot be
/// covered by itself, and the terminal would leave out the first column of what comes. The same holds for
/// one that begins in the last column and reaches out.
pub fn clear_area(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        if area.left() > buf.area.left() {
            let before = &mut buf[(area.left() - 1, y)];
            if before.symbol().width() > 1 {
                before.set_symbol(" ");
            }
        }
        let wide_end = area.width > 0 && buf[(area.right() - 1, y)].symbol().width() > 1;
        if wide_end && area.right() < buf.area.right() {
            buf[(area.right(), y)].set_symbol(" ");
        }
        for x in area.left()..area.right() {
            buf[(x, y)].reset();
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn half_covered_letters_are_blanked_at_both_edges() {
        let mut terminal = Terminal::new(TestBackend::new(10, 2)).unwrap();
        let letters = |buf: &mut Buffer| {
            buf.set_string(0, 0, "微笑卫星中", Style::new());
            buf.set_string(0, 1, "a微笑卫星", Style::new());
        };
        terminal.draw(|frame| letters(frame.buffer_mut())).unwrap();
        let popup = |frame: &mut ratatui::Frame<'_>| {
            let buf = frame.buffer_mut();
            letters(buf);
            clear_area(buf, Rect::new(3, 0, 4, 2));
            for y in 0..2 {
                buf.set_string(3, y, "|xx|", Style::new());
            }
        };
        terminal.draw(popup).unwrap();
        terminal.backend().assert_buffer_lines(["微 |xx| 中", "a微|xx|星 "]);
    }

    #[test]
    fn an_area_beyond_the_screen_is_cut() {
        let mut buf = Buffer::with_lines(["微笑"]);
        clear_area(&mut buf, Rect::new(1, 0, 90, 9));
        assert_eq!(buf, Buffer::with_lines(["    "]));
        clear_area(&mut buf, Rect::new(50, 50, 2, 2));
    }
}
