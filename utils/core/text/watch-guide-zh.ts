import type { GuideTexts } from './watch-guide-en.ts';

/** What the watch explains, in Simplified Chinese: the first run, the help, the cue test and the card of the cues. */
export const guideZh: GuideTexts = {
  'safety.title': '开始之前',
  'safety.body':
    '感觉强烈是正常的。如果无法缓慢呼吸，请减轻压力。\n\n出现麻木、针刺感、球下有脉搏跳动、锐痛或扩散的疼痛时，请停止。要停止，先滚离球；手表可以等。\n\n有以下情况请先咨询医生：每走一步、单脚跳或夜间腹股沟疼痛，跛行或近期跌倒；怀孕；近期髋部或腹部手术、人工髋关节、疝气；骨质疏松；服用抗凝药、血栓、已知动脉瘤；急性腹痛。\n\n这不是医疗建议。',
  'safety.accept': '我明白了',

  'helper.title': '一个问题',
  'helper.body':
    '屏幕变暗后，系统会关闭本应用。一个小助手可以继续为你发出提示，只在训练期间运行。\n\n手表会请你允许它运行。',
  'helper.allow': '使用助手',
  'helper.refuse': '暂不使用',

  'setup.sides': '哪边髋部疼？',
  'setup.kit': '用什么器材？',
  'setup.band': '有弹力带吗？',
  'setup.left': '左侧',
  'setup.right': '右侧',
  'setup.both': '两侧',
  'setup.ball': '只用球',
  'setup.hook': '按压钩和球',
  'setup.yes': '有',
  'setup.no': '没有',

  'help.title': '帮助',
  'help.find': '找到位置',
  'help.find.body':
    '双手叉腰，手指向前：摸到两块突出的骨头。骨头内侧有柔软处：球放在那里，不要压大腿根的折痕。',
  'help.hook': '放好按压钩',
  'help.hook.body': '侧躺，尖端对准位置。翻身俯卧，直到底板放平。缓解后再压手柄。离开时先抬起手柄。',
  'help.back': '尾骨旁',
  'help.back.body': '仰卧屈膝，脚放平。抬髋，把球放在尾骨旁，慢慢压下。酸痛点常不止一个。',
  'help.band': '弹力带踏步',
  'help.band.body': '坐起，坐着套好弹力带，慢慢站起，头晕就扶墙。带子绕脚掌，一次抬一膝，勾脚，髋不动。',
  'help.pose': '怎么躺',
  'help.pose.body': '额头枕手，手表靠近眼睛。表带收紧一格。想停先滚开，手表可以等。',
  'help.next': '下一页',
  'help.done': '完成',

  'feel.title': '能感觉到吗？',
  'feel.intro': '像训练时那样趴好，闭上眼睛。先教提示，再提问。',
  'feel.start': '开始',
  'feel.later': '以后再说',
  'feel.wait': '请稍等…',
  'feel.felt': '全感觉到',
  'feel.missed': '不完整',
  'feel.meant': '刚才是{0}',
  'feel.all': '{0} 个都感觉到',
  'feel.some': '感觉到 {0}/{1}',
  'feel.stronger': '增强提示',
  'feel.again': '再试一次',
  'feel.done': '可以了',
  'feel.helper.none': '请保持亮屏',
  'feel.helper': '现在不靠本页面…',
  'feel.other-form': '换种振动方式',
  'feel.other-wrist': '戴到另一只手',
  'feel.learn': '再学一次',
  'feel.mixed': '短：不动。长：移动。',
  'feel.family': '不动还是移动？',
  'feel.nothing': '没感觉到',
  'feel.move': '移动',
  'feel.stay': '不动',

  'cue.start': '一短：开始',
  'cue.check': '两短：缓解了吗？',
  'cue.minimum': '三短：已满最短时间',
  'cue.spot': '一长：下一点',
  'cue.side': '两长：换另一侧',
  'cue.step': '三长：换姿势',
  'cue.done': '两下特长：结束',

  'card.title': '请记住',
  'card.body':
    '短：不动。\n一开始，二缓解了吗，三已满最短时间。\n\n长：移动。\n一下一点，二换另一侧，三换姿势。\n\n起初可能更难受。没缓解？长按屏幕，点“换个点”。',
  'card.body.hook':
    '短：不动。\n一开始，二缓解了就下压手柄，三已满最短时间。\n\n长：移动。\n一下一点，二换另一侧，三换姿势。\n\n起初可能更难受。没缓解？长按屏幕，点“换个点”。',
  'card.go': '知道了',
};
