/** The model of this watch: its screen and its equipment. */
import { getDeviceInfo, SCREEN_SHAPE_ROUND } from '@zos/device';
import { Buzzer, checkSensor } from '@zos/sensor';
import type { Screen } from '../core/layout/screen.ts';

export function readScreen(): Screen {
  const info = getDeviceInfo();
  return {
    shape: info.screenShape === SCREEN_SHAPE_ROUND ? 'round' : 'square',
    widthPx: info.width,
    heightPx: info.height,
  };
}

/** Whether this watch reports a crown. If it does not, the texts name the long press, which all watches have. */
export function hasCrown(): boolean {
  return String(getDeviceInfo().keyType).includes('crown');
}

/** Whether this watch has a buzzer. `hasBuzzer` came with API 4.0. */
export function hasBuzzer(): boolean {
  try {
    // The declared type of 4.0.0 leaves the field out.
    const told = (getDeviceInfo() as { readonly hasBuzzer?: boolean }).hasBuzzer;
    return told === undefined ? checkSensor(Buzzer) : told;
  } catch {
    return false;
  }
}
