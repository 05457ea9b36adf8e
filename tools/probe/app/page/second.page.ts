/** The page that is pushed over the first one, and goes back. */
import { back } from '@zos/router';

Page({
  build() {
    setTimeout(back, 1500);
  },
});
