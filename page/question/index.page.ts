/** One question that is due: whether the helper may run, how the morning was, or whether to start in a mode that may mute cues. */
import { MUTING_MODES } from '../../utils/core/view/muting-mode.ts';
import { isFlag, oneOf, optional } from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';
import { releaseSwipeBack } from '../widgets/on-swipe-back.ts';
import { askAboutHelper } from './helper.ts';
import { askAboutMorning } from './morning.ts';
import { askAboutMutingMode } from './muting-mode.ts';

const CHECKS = {
  asks: oneOf('helper', 'morning', 'muting-mode'),
  mode: optional(oneOf(...MUTING_MODES)),
  isOnTop: optional(isFlag),
};

definePage(
  'question',
  CHECKS,
  ({ asks, mode, isOnTop }) => {
    if (asks === 'helper') askAboutHelper(isOnTop);
    else if (asks === 'morning') askAboutMorning();
    else askAboutMutingMode(mode || 'dnd');
  },
  { onDestroy: releaseSwipeBack },
);
