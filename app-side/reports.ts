/** What went wrong on the phone, the latest lines of it, for the page's export. Lines carry no value and no secret. */
import { secondText } from '../utils/core/schedule/date-text.ts';
import { PHONE_REPORTS_KEY } from '../utils/core/sync/phone-keys.ts';
import type { TextStore } from './session-store.ts';

const MOST_LINES = 40;
const MOST_LETTERS = 200;

export function createReports(texts: TextStore, nowMs: () => number): (line: string) => void {
  return (line) => {
    const kept = (texts.getItem(PHONE_REPORTS_KEY) ?? '').split('\n').filter((one) => one !== '');
    const stamped = `${secondText(nowMs(), 0)}Z ${line.slice(0, MOST_LETTERS)}`;
    texts.setItem(PHONE_REPORTS_KEY, kept.concat([stamped]).slice(-MOST_LINES).join('\n'));
  };
}
