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
