import type { WatchTexts } from './watch-en.ts';
import { guideZh } from './watch-guide-zh.ts';
import { watchPagesZh } from './watch-pages-zh.ts';
import { watchSessionZh } from './watch-session-zh.ts';

/** Every text of the watch in Simplified Chinese. */
export const watchZh: WatchTexts = {
  ...watchSessionZh,
  ...guideZh,
  appName: 'Iliacus',

  'side.left.word': '左',
  'side.right.word': '右',
  'routine.hip-release': '髋部放松',
  'routine.calf-and-hip-stretch': '小腿与髋拉伸',
  'routine.gone': '已不存在',

  'mode.dnd': '勿扰模式已开启',
  'mode.sleep': '睡眠模式已开启',
  'mode.theater': '影院模式已开启',
  'mode.power': '省电模式已开启',
  'mode.body': '它可能使提示静音，\n最好先关闭。',
  'mode.start': '仍然开始',
  'mode.back': '返回',

  ...watchPagesZh,
};
