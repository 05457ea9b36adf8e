/** The screen of the machine's watch: lit until it is darkened. */
const LIT = 1;
const DARK = 2;
let status = LIT;

export function darken(): void {
  status = DARK;
}

/** `Screen` of `@zos/sensor`. */
export class Screen {
  getStatus(): number {
    return status;
  }
  onChange(): void {}
}

const PATTERN_TYPES = { CONTINUOUS: 1, PAUSE: 2, STRONG_SHORT: 3 };

/** `Vibrator` of `@zos/sensor`, which feels nothing. */
export class Vibrator {
  getType(): Readonly<Record<string, number>> {
    return PATTERN_TYPES;
  }
  setMode(): void {}
  start(): void {}
  stop(): void {}
}
