/** What the watch explains, in English: the first run, the help, the feel test and the card of the cues. */
export const guideEn = {
  'safety.title': 'Before you start',
  'safety.body':
    'Strong pressure is expected. If you cannot breathe slowly, ease off.\n\nTo stop, roll off first; the watch can wait.',
  'safety.stop.title': 'When to stop',
  'safety.stop.body':
    'Stop if you feel numbness, tingling, a pulse under the ball, or sharp or spreading pain.',
  'safety.ask.title': 'Ask a clinician first',
  'safety.ask.body':
    'Groin pain on every step, when hopping or at night\nA limp or a recent fall\nAcute belly pain\nOsteoporosis\nPregnancy',
  'safety.more.title': 'Also ask first',
  'safety.more.body':
    'Recent hip or abdominal surgery\nHip replacement, hernia\nBlood thinners, clots, a known aneurysm\n\nThis is not medical advice.',
  'safety.accept': 'I understand',

  'helper.title': 'A dark screen',
  'helper.body':
    'When the screen goes dark, the watch closes this app. A helper can keep the cues coming during a session.',
  'helper.allow': 'Use the helper',
  'helper.refuse': 'Not now',

  'setup.sides': 'Which hip hurts?',
  'setup.kit': 'What do you use?',
  'setup.band': 'Do you have a mini band?',
  'setup.left': 'Left',
  'setup.right': 'Right',
  'setup.both': 'Both',
  'setup.ball': 'Ball only',
  'setup.hook': 'Hook and ball',
  'setup.yes': 'Yes',
  'setup.no': 'No',

  'help.title': 'Help',
  'help.find': 'Find the spot',
  'help.find.body': 'Hands on hips, fingers forward. The soft spot just inside the bone, not the crease.',
  'help.hook': 'Set up the hook',
  'help.hook.body': 'On your side, tip on the spot. Roll face down until the plate lies flat.',
  'help.handle': 'Press the handle',
  'help.handle.body': 'If it eases, press the handle. To leave: handle up, then roll off.',
  'help.back': 'Back of the hip',
  'help.back.body': 'Knees bent, ball beside the tailbone, hips lowered onto it. Often several sore spots.',
  'help.band': 'Put on the band',
  'help.band.body': 'Seated, band round the balls of the feet. Stand up slowly, by a wall if dizzy.',
  'help.march': 'The march',
  'help.march.body': 'Stand tall, feet hip-wide. Lift one knee at a time, foot flexed, hips level, no arch.',
  'help.pose': 'How to lie',
  'help.pose.body': 'Forehead on your hands, watch by your eyes, strap one notch tighter.',
  'help.next': 'Next',
  'help.done': 'Done',

  'feel.title': 'Can you feel it?',
  'feel.intro': 'Lie face down, as in a session, eyes shut. You learn the cues, then say what you felt.',
  'feel.start': 'Start',
  'feel.later': 'Not now',
  'feel.wait': 'Wait for it…',
  'feel.felt': 'Felt it all',
  'feel.missed': 'Missed some',
  'feel.meant': 'It was {0}',
  'feel.all': 'You felt all {0}',
  'feel.some': 'You felt {0} of {1}',
  'feel.stronger': 'Stronger cues',
  'feel.again': 'Try again',
  'feel.done': 'Done',
  'feel.helper.intro':
    'Now the helper plays one cue, as it does when the screen is dark: three short pulses.',
  'feel.helper.none': 'Keep the screen on',
  'feel.helper': 'Now from the helper…',
  'feel.other-form': 'Vibrate another way',
  'feel.other-wrist': 'Try the other wrist',
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

  'card.title': 'Vibrations',
  'card.body':
    'Short: stay\n1 begin\n2 easing?\n3 minimum\nLong: move\n1 next spot\n2 other side\n3 new position',
  'card.body.hook':
    'Short: stay\n1 begin\n2 easing? Then press.\n3 minimum\nLong: move\n1 next spot\n2 other side\n3 new position',
  'card.easing.title': 'Not easing?',
  'card.easing.body':
    'It may feel worse at first. It should start to ease after about 30 s.\n\nIf not, press the screen long and tap New spot.',
  'card.go': 'Got it',
} as const;

export type GuideTexts = Readonly<Record<keyof typeof guideEn, string>>;
