import { phoneDatesZh } from './phone-dates-zh.ts';
import type { PhoneTexts } from './phone-en.ts';
import { phoneFaultsZh } from './phone-faults-zh.ts';
import { phonePageZh } from './phone-page-zh.ts';
import { phoneRoutinesZh } from './phone-routines-zh.ts';

/** Every text of the phone page in Simplified Chinese. */
export const phoneZh: PhoneTexts = {
  'phone.title': 'Iliacus',
  'phone.noSessions': '还没有训练记录。手表应用打开时，完成的训练会自动传来。',
  'phone.session': '{0}，{1} 分钟',
  'phone.lifts': '踏步：抬腿 {0} 次',
  'phone.needsNewerApp': '记录 {0} 需要更高版本的应用',
  'phone.lost': '记录 {0} 已丢失：手表和这部手机上都没有了。',
  'phone.lostAfter': '记录 {0}（在 {1} 那次训练之后）已丢失：手表和这部手机上都没有了。',
  'phone.damaged': '有一块存储的数据无法读取：{0}。其余完好。',
  'phone.notShown': '这一部分无法显示：{0}',
  'phone.routine.hip-release': '髋部放松',
  'phone.routine.calf-and-hip-stretch': '小腿与髋拉伸',
  'phone.routine.gone': '一个已不在此处的方案',
  'phone.step.release-iliacus': '髂肌',
  'phone.step.release-back': '髋后侧',
  'phone.step.march': '踏步',
  'phone.step.stretch-hip-flexor': '髋屈肌拉伸',
  'phone.step.stretch-calf': '小腿拉伸',
  'phone.side.left': '左侧',
  'phone.side.right': '右侧',
  'phone.outcome.guided-to-end': '完整完成',
  'phone.outcome.let-go': '自行结束',
  'phone.outcome.not-easing': '未缓解，已换点',
  'phone.outcome.interrupted': '被中断',
  'phone.outcome.skipped': '已跳过',
  'phone.outcome.stopped': '已停止',
  'phone.ending.done': '完成',
  'phone.ending.stopped': '提前停止',
  'phone.ending.left': '未完成',
  'phone.ending.outdated': '因更新而关闭',
  ...phoneDatesZh,
  ...phoneFaultsZh,
  ...phonePageZh,
  ...phoneRoutinesZh,
};
