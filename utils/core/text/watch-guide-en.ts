/** What the watch explains, in English: the first run, the help, the cue test and the card of the cues. */
export const guideEn = {
  'safety.title': 'Before you start',
  'safety.body':
    'Strong pressure is expected. If you cannot breathe slowly, ease off.\n\nStop at numbness, tingling, a pulse under the ball, sharp or spreading pain. To stop, roll off first; the watch can wait.\n\nAsk a clinician first if you have: groin pain on every step, when hopping or at night, a limp or a recent fall; pregnancy; recent hip or abdominal surgery, hip replacement, hernia; osteoporosis; blood thinners, clots, a known aneurysm; acute belly pain.\n\nThis is not medical advice.',
  'safety.accept': 'I understand',

  'helper.title': 'One question',
  'helper.body':
    'With the screen dark, the system closes this app. A small helper can go on giving your cues, only during a session.\n\nThe watch will ask you to allow it.',
  'helper.allow': 'Use the helper',
  'helper.refuse': 'Not now',

  'setup.sides': 'Which hip hurts?',
  'setup.kit': 'What do you use?',
  'setup.band': 'A mini band?',
  'setup.left': 'Left',
  'setup.right': 'Right',
  'setup.both': 'Both',
  'setup.ball': 'Ball only',
  'setup.hook': 'Hook and ball',
  'setup.yes': 'I have one',
  'setup.no': 'No band',

  'help.title': 'Help',
  'help.find': 'Find the spot',
  'help.find.body':
    'Hands on hips, fingers forward: two bones stick out. Just inside one is a soft spot: the ball goes there, not on the crease of the leg.',
  'help.hook': 'Set up the hook',
  'help.hook.body':
    'Lie on your side, tip on the spot. Roll face down until the plate is flat. If it eases, press the handle. To leave: handle up first.',
  'help.back': 'By the tailbone',
  'help.back.body':
    'On your back, knees bent, feet flat. Hips up, ball beside the tailbone. Let it sink in. Often more than one spot is sore.',
  'help.band': 'Band march',
  'help.band.body':
    'Sit up and put the band round your feet. Stand up slowly, by a wall if dizzy. Lift one knee at a time, foot flexed, hips still.',
  'help.pose': 'How to lie',
  'help.pose.body':
    'Forehead on your hands, watch by your eyes. Strap one notch tighter. To stop, roll off first; the watch can wait.',
  'help.next': 'Next',
  'help.done': 'Done',

  'feel.title': 'Can you feel it?',
  'feel.intro': 'Lie face down, as in a session, eyes shut. First the cues are taught, then asked.',
  'feel.start': 'Start',
  'feel.later': 'Not now',
  'feel.wait': 'Wait for it…',
  'feel.felt': 'Felt all',
  'feel.missed': 'Not all',
  'feel.meant': 'It was {0}',
  'feel.all': 'Felt all {0}',
  'feel.some': 'Felt {0} of {1}',
  'feel.stronger': 'Stronger cues',
  'feel.again': 'Try again',
  'feel.done': 'Enough',
  'feel.helper.none': 'Keep the screen lit',
  'feel.helper': 'Now with the page away…',
  'feel.other-form': 'Another way to buzz',
  'feel.other-wrist': 'On the other wrist',
  'feel.learn': 'Teach me again',
  'feel.mixed': 'Short: stay. Long: move.',
  'feel.family': 'Stay or move?',
  'feel.nothing': 'Felt nothing',
  'feel.move': 'Move',
  'feel.stay': 'Stay',

  'cue.start': '1 short: begin',
  'cue.check': '2 short: easing?',
  'cue.minimum': '3 short: minimum',
  'cue.spot': '1 long: next spot',
  'cue.side': '2 long: other side',
  'cue.step': '3 long: new position',
  'cue.done': '2 very long: done',

  'card.title': 'Remember',
  'card.body':
    'Short: stay.\n1 begin, 2 easing?, 3 minimum.\n\nLong: move.\n1 next spot, 2 other side, 3 new position.\n\nMay feel worse first. Not easing? Press the screen long, tap New spot.',
  'card.body.hook':
    'Short: stay.\n1 begin, 2 easing? Then press. 3 minimum.\n\nLong: move.\n1 next spot, 2 other side, 3 new position.\n\nMay feel worse first. Not easing? Press the screen long, tap New spot.',
  'card.go': 'Got it',
} as const;

export type GuideTexts = Readonly<Record<keyof typeof guideEn, string>>;
