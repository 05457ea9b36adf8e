/** What the platform says about the screen: 1 lit, 2 dark. Nobody has published what it says in the always-on display. */
import type { World } from '../world.ts';

const LIT = 1;
const OFF = 2;
const ANOTHER = 3;

/** The status of the screen as apps read it. */
export function screenStatus({ screen, assumed }: World): number {
  if (screen.on || assumed.is('dark-status', 'lit')) return LIT;
  return assumed.is('dark-status', 'another') ? ANOTHER : OFF;
}
