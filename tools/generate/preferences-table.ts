/** The table in `docs/preferences.md`, made from the preference table and the English texts of the phone's page. */

import { mustBe, preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import { firstPreferences } from '../../utils/core/preferences/preference-table.ts';
import { preferenceNames, storedName } from '../../utils/core/preferences/preferences.ts';
import { phoneEn } from '../../utils/core/text/phone-en.ts';
import type { PhonePhrase } from '../../utils/core/text/phone-phrase.ts';
import { fill } from '../../utils/core/text/phrase.ts';
import { withMarkedPart } from './marked-part.ts';

/** `docs/preferences.md` with its table as the code has it. */
export function withPreferences(text: string): string {
  return withMarkedPart(
    text,
    'preferences',
    'utils/core/preferences/preference-table.ts',
    preferencesTable(),
  );
}

function preferencesTable(): string {
  const rows = preferenceNames.map((name) => {
    const labels = preferenceControls
      .filter((row) => row.name === name)
      .map(({ control }) => inEnglish(control.phoneLabel));
    const first = JSON.stringify(firstPreferences[name]);
    return `| \`${storedName(name)}\` | ${labels.join('; ')} | ${mustBe(name)} | \`${first}\` |`;
  });
  return ['| Field | On the phone | Value | At first |', '|---|---|---|---|', ...rows].join('\n');
}

function inEnglish({ key, values }: PhonePhrase): string {
  return fill(
    phoneEn[key],
    values.map((value) => (typeof value === 'object' ? inEnglish(value) : value)),
  );
}
