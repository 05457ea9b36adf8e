import type { WatchTexts } from './watch-en.ts';
import { guideZh } from './watch-guide-zh.ts';
import { watchPagesZh } from './watch-pages-zh.ts';

/** Every text of the watch in Simplified Chinese. */
export const watchZh: WatchTexts = {
  ...guideZh,
  appName: 'Iliacus',

  comma: '，',

  'side.left': '左',
  'side.right': '右',
  'side.left.word': '左',
  'side.right.word': '右',
  'routine.hip-release': '髋部放松',
  'routine.calf-and-hip-stretch': '小腿与髋拉伸',

  'step.release-iliacus.ball': '俯卧，用球',
  'step.release-iliacus.hook': '侧卧，再俯卧',
  'step.release-iliacus.place': '找到酸痛点',
  'step.release-back.ball': '仰卧，用球',
  'step.release-back.place': '找到酸痛点',
  'step.march.ball': '弹力带踏步',
  'step.march.place': '套好带，慢慢站起',
  'step.stretch-hip-flexor.none': '单膝跪地',
  'step.stretch-hip-flexor.place': '这一侧膝着地',
  'step.stretch-calf.none': '扶墙站立',
  'step.stretch-calf.place': '这一侧腿在后',

  'hint.position': '{0}',
  'hint.position.next': '{0}',
  'hint.position.side': '{0}',
  'hint.position.step': '{0}',
  'hint.position.stand': '{0}',
  'hint.hold': '别动，慢慢呼吸',
  'hint.hold.easing': '缓解了？别动',
  'hint.hold.press': '缓解了？下压手柄',
  'hint.linger': '已满最短时间',
  'hint.march': '抬腿 {0}',
  'hint.ended': '做得好',
  'hint.paused': '已暂停',
  'hint.unguided': '继续：{0}，第 {1} 点？',
  'hint.unguided.march': '继续：踏步？',

  'mode.dnd': '勿扰模式已开启',
  'mode.sleep': '睡眠模式已开启',
  'mode.theater': '影院模式已开启',
  'mode.power': '省电模式已开启',
  'mode.body': '它可能使提示静音，最好先关闭。',
  'mode.start': '仍然开始',
  'mode.back': '返回',

  'session.menu': '无助手，长按：菜单',
  'session.menu.helper': '助手已开，长按：菜单',

  'action.ready': '就绪',
  'action.more-time': '+20 秒',
  'action.undone': '撤销',
  'action.not-easing': '换个点',
  'action.stay': '再停留',
  'action.paused': '暂停',
  'action.resumed': '继续',
  'action.skipped': '跳过',
  'action.let-go': '换下一个',
  'action.stopped': '结束训练',

  'coach.hint.position.stand': '三长：站起',
  'coach.hint.hold': '一短：开始',
  'coach.hint.hold.easing': '两短：缓解了吗？',
  'coach.hint.hold.press': '两短：缓解了吗？',
  'coach.hint.linger': '三短：已满最短时间',
  'coach.hint.march': '一短：抬腿',
  'coach.hint.paused': '短长短：看一下',
  'coach.hint.ended': '两下特长：结束',

  'coach.hint.position': '{0}',
  'coach.hint.position.next': '一长：下一点',
  'coach.hint.position.side': '两长：换另一侧',
  'coach.hint.position.step': '三长：换姿势',
  'coach.hint.unguided': '短长短：看一下',
  'coach.hint.unguided.march': '短长短：看一下',

  ...watchPagesZh,
};
