/** Which code asks which question. */
import type { ProbeStep } from '../stage.ts';
import { alwaysOnStep } from './always-on.ts';
import { consentStep } from './consent.ts';
import { darkStep } from './dark.ts';
import { alarmStep, brightnessStep, exitBuzzStep } from './exits.ts';
import { filesStep, updateStep } from './files.ts';
import { helperStep } from './helper.ts';
import { loadStep } from './load.ts';
import { batteryStep, keptOnStep, motionStep } from './motion.ts';
import { patternStep } from './patterns.ts';
import { callStep, quietStep } from './people.ts';
import { phonePageStep, phoneStep } from './phone.ts';
import { timersStep } from './timers.ts';
import { pushStep, touchStep } from './touch.ts';

export const STEPS: Readonly<Record<string, ProbeStep>> = {
  P1: darkStep,
  P2: alarmStep,
  P3: exitBuzzStep,
  P4: timersStep,
  P5: callStep,
  P6: quietStep,
  P7: touchStep,
  P8: pushStep,
  P9: motionStep,
  P10: filesStep,
  P11: phoneStep,
  P12: phonePageStep,
  P13: brightnessStep,
  P14: batteryStep,
  P15: keptOnStep,
  P16: updateStep,
  P17: patternStep,
  P18: consentStep,
  P19: helperStep,
  P20: alwaysOnStep,
  P21: loadStep,
};
