import { BasePage } from '@zeppos/zml/base-page';
import { back } from '@zos/router';
import { Vibrator } from '@zos/sensor';
import { localStorage } from '@zos/storage';
import { createWidget, prop, widget } from '@zos/ui';
import { px } from '@zos/utils';

const vibrator = new Vibrator();

/** Asks the phone for its list of notes and keeps the one that is tapped. */
Page(
  BasePage({
    build() {
      const title = createWidget(widget.TEXT, {
        x: px(60),
        y: px(60),
        w: px(360),
        h: px(60),
        text: 'Asking the phone…',
        text_size: px(30),
        color: 0xaaaaaa,
      });
      this.request({ method: 'list' }, { timeout: 5000 })
        .then(({ notes }) => {
          title.setProperty(prop.TEXT, notes.length === 0 ? 'Write notes on the phone' : 'Tap a note');
          notes.slice(0, 3).forEach((note, row) => {
            this.addButton(note, row);
          });
        })
        .catch(() => title.setProperty(prop.TEXT, 'The phone is away'));
    },

    addButton(note, row) {
      createWidget(widget.BUTTON, {
        x: px(60),
        y: px(140 + row * 90),
        w: px(360),
        h: px(76),
        radius: px(38),
        text: note,
        text_size: px(30),
        normal_color: 0x333842,
        press_color: 0x22262e,
        click_func: () => {
          const notes = JSON.parse(localStorage.getItem('notes', '[]'));
          localStorage.setItem('notes', JSON.stringify([note, ...notes]));
          vibrator.start([{ type: vibrator.getType().PAUSE, duration: 1 }]);
          back();
        },
      });
    },
  }),
);
