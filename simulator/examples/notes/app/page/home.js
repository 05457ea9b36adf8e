import { push } from '@zos/router';
import { localStorage } from '@zos/storage';
import { align, createWidget, widget } from '@zos/ui';

/** Shows the newest note, and a button that leads to the page where one is added. */
Page({
  build() {
    const notes = JSON.parse(localStorage.getItem('notes', '[]'));
    createWidget(widget.TEXT, {
      x: 60,
      y: 120,
      w: 360,
      h: 80,
      text: notes.length === 0 ? 'No notes yet' : notes[0],
      text_size: 36,
      align_h: align.CENTER_H,
      color: 0xffffff,
    });
    createWidget(widget.BUTTON, {
      x: 120,
      y: 280,
      w: 240,
      h: 80,
      radius: 40,
      text: 'Add a note',
      text_size: 32,
      normal_color: 0x2a6b46,
      press_color: 0x1d4b31,
      click_func: () => push({ url: 'page/add' }),
    });
  },
});
