import { push } from '@zos/router';
import { localStorage } from '@zos/storage';
import { align, createWidget, widget } from '@zos/ui';
import { px } from '@zos/utils';

/** Shows the newest note, and a button that opens the page for adding one. */
Page({
  build() {
    const notes = JSON.parse(localStorage.getItem('notes', '[]'));
    createWidget(widget.TEXT, {
      x: px(60),
      y: px(120),
      w: px(360),
      h: px(80),
      text: notes.length === 0 ? 'No notes yet' : notes[0],
      text_size: px(36),
      align_h: align.CENTER_H,
      color: 0xffffff,
    });
    createWidget(widget.BUTTON, {
      x: px(120),
      y: px(280),
      w: px(240),
      h: px(80),
      radius: px(40),
      text: 'Add a note',
      text_size: px(32),
      normal_color: 0x2a6b46,
      press_color: 0x1d4b31,
      click_func: () => push({ url: 'page/add' }),
    });
  },
});
