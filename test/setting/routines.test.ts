/** Own routines on the phone page: pasted, previewed, added, replaced, removed, and shown by name everywhere else. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPhonePreferences } from '../../app-side/phone-preferences.ts';
import { runCommands } from '../../app-side/run-commands.ts';
import { createPageContext } from '../../setting/page-context.ts';
import { preferencesSection } from '../../setting/sections/preferences.ts';
import { parsePreferences } from '../../utils/core/preferences/document.ts';
import { MOST_LETTERS, routineCodes } from '../../utils/core/preferences/own-routines.ts';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { MAX_BODY_BYTES } from '../../utils/core/sync/message.ts';
import { phonePreferencesText } from '../../utils/core/sync/phone-keys.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import { hipDefinition, wallSit } from '../support/definitions.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';

vi.mock('i18n', () => ({ gettext: () => 'en-US' }));

const en = phoneTexts['en-US'];

interface Part {
  readonly value?: string;
  readonly label?: string;
  readonly onClick?: () => void;
  readonly onChange?: (value: string) => void;
  readonly options?: readonly { readonly name: string; readonly value: string }[];
}

beforeEach(() => {
  vi.stubGlobal('View', (_: unknown, children: unknown) => children);
  vi.stubGlobal('Text', (_: unknown, text: string) => text);
  for (const kind of ['Button', 'TextInput', 'Select', 'Toggle']) vi.stubGlobal(kind, (props: Part) => props);
});
afterEach(() => vi.unstubAllGlobals());

/** 2026-11-29. */
const NOW_MS = Date.UTC(2026, 10, 29, 12);

function openPage() {
  const texts = createMemoryTexts();
  const context = () =>
    createPageContext(texts as unknown as Parameters<typeof createPageContext>[0], NOW_MS, 0);
  const drawn = (): readonly (string | Part)[] =>
    [preferencesSection(context())].flat(9) as (string | Part)[];
  const part = (label: string): Part => {
    const found = drawn().find((one): one is Part => typeof one !== 'string' && one.label === label);
    if (found === undefined) throw new Error(`no part "${label}"`);
    return found;
  };
  return {
    texts,
    context,
    part,
    lines: () => drawn().filter((one) => typeof one === 'string'),
    labels: () => drawn().flatMap((one) => (typeof one === 'string' ? [] : [one.label])),
    labelsOffering: (name: string) =>
      drawn().flatMap((one) =>
        typeof one !== 'string' && one.options?.some((option) => option.name === name) ? [one.label] : [],
      ),
    press: (label: string) => part(label).onClick?.(),
    choices: () => part('Routine').options?.map(({ name }) => name),
    choose: (id: string) => part('Routine').onChange?.(JSON.stringify(id)),
    paste: (text: string) => part('Paste the code of a routine').onChange?.(text),
    /** Lets the service carry out what was posted. */
    serve() {
      const preferences = createPhonePreferences(texts);
      runCommands({
        storage: texts,
        records: {} as never,
        preferences,
        nowMs: () => NOW_MS,
        report: () => {},
      });
    },
    codes: () => routineCodes(parsePreferences(phonePreferencesText(texts.getItem)).document),
    add(definition: RoutineDefinition) {
      this.paste(encodeRoutine(definition));
      this.press('Add this routine');
      this.serve();
    },
  };
}

describe('an own routine', () => {
  it('is shown in full, with its author, before it is added', () => {
    const page = openPage();
    page.paste(`Here it is:\n> ${encodeRoutine(hipDefinition)}\n> Ines`);
    expect(page.codes()).toEqual([]);
    expect(page.lines()).toEqual(
      expect.arrayContaining([
        'My hip release, by Ines Vega, physiotherapist (not verified)',
        'Version 3; its author wants it looked at again by 2027-05-31.',
        '1. Front of the hip',
        'Lie on the ball, two fingers inside the hip bone.',
        'ball: at least 60 s',
        'Asks whether it eases after 30 s',
        'Holds a side: 1 when sore, 2 when active, 2 in maintenance',
        'Repetitions: 10 of 4 s each',
        'Safety, in its author’s words: Stop when it tingles or goes numb.',
        'Where the doses come from, in its author’s words: Own experience with 40 patients',
        'This routine is not from Iliacus, and nobody here has checked it. The code names as its author, unverified: Ines Vega, physiotherapist.',
      ]),
    );
    expect(page.lines()).not.toContain('Asks whether it eases after 60 s');
    expect(page.lines()).not.toContain('Waiting for the watch');
    page.press('Add this routine');
    expect(page.lines()).toContain('Waiting for the watch');
    page.serve();
    expect(page.codes()).toEqual([encodeRoutine(hipDefinition)]);
    expect(page.choices()).toEqual(['Calf and hip stretch', 'Hip release', 'My hip release']);
    expect(page.labels()).not.toContain('Add this routine');
  });

  it('without words on safety and without a source says that it has none', () => {
    const page = openPage();
    page.paste(encodeRoutine({ ...wallSit, safety: '', source: '' }));
    expect(page.lines()).toEqual(
      expect.arrayContaining([en['routines.no-safety'], en['routines.no-source']]),
    );
  });

  it('leaves the field empty in which it was pasted', () => {
    const page = openPage();
    page.paste(encodeRoutine(hipDefinition));
    expect(page.part(en['routines.paste']).value).toBe('');
  });

  it.each(['', ' \n'])('is not looked for in %j', (text) => {
    const page = openPage();
    page.paste(text);
    expect(page.texts.toObject()).toEqual({});
  });

  it('that needs no kit and has one side shows both before it is added', () => {
    const page = openPage();
    page.paste(encodeRoutine(wallSit));
    expect(page.lines()).toContainEqual(expect.stringContaining('at least 45 s'));
    expect(page.lines()).toContain(en['sides.right']);
  });

  it('is offered only where a routine is chosen', () => {
    const page = openPage();
    page.add(wallSit);
    expect(page.labelsOffering('Café à deux')).toEqual(['Routine']);
  });

  it('that is not in the list, or chosen already, posts nothing', () => {
    const page = openPage();
    for (const id of ['own-00000000', 'hip-release']) page.choose(id);
    expect(page.texts.toObject()).toEqual({});
  });

  it('without an instruction has no empty line in its place', () => {
    const page = openPage();
    const steps = hipDefinition.steps.map((step) => ({ ...step, instruction: '' }));
    page.paste(encodeRoutine({ ...hipDefinition, steps }));
    expect(page.lines()).toContain('1. Front of the hip');
    expect(page.lines()).not.toContain('');
  });

  it('without words on safety has no line about safety in the list', () => {
    const page = openPage();
    page.add(wallSit);
    expect(page.lines()).not.toContainEqual(expect.stringMatching(/^Safety, in its author/));
  });

  it('takes the place of no other routine', () => {
    const page = openPage();
    page.add(hipDefinition);
    page.paste(encodeRoutine(wallSit));
    expect(page.lines()).not.toContainEqual(expect.stringContaining('It takes the place'));
  });

  it('that was looked at and no longer fits is refused as it is added', () => {
    const page = openPage();
    page.paste(encodeRoutine(hipDefinition));
    const { onClick } = page.part('Add this routine');
    for (let count = 1; count <= 5; count++) page.add({ ...wallSit, name: `Number ${count}` });
    onClick?.();
    expect(page.lines()).toContainEqual(expect.stringContaining('There are 5 already.'));
    expect(page.codes()).toHaveLength(5);
  });

  it('that is removed leaves the chosen one chosen, and comes back without a question', () => {
    const page = openPage();
    page.add(wallSit);
    page.choose('calf-and-hip-stretch');
    page.serve();
    page.press('Remove “Café à deux”');
    page.press('Remove it');
    page.serve();
    const { preferences } = parsePreferences(phonePreferencesText(page.texts.getItem));
    expect(preferences.routine).toBe('calf-and-hip-stretch');
    page.add(wallSit);
    expect(page.labels()).toContain('Remove “Café à deux”');
  });

  it.each([
    ['2026-11-28', true],
    ['2026-11-29', false],
    ['2026-11-30', false],
  ])('that was to be looked at again by %s is overdue on 2026-11-29: %s', (reviewBy, isOverdue) => {
    const page = openPage();
    page.add({ ...wallSit, reviewBy });
    const overdue = en['routines.overdue'].replace('{0}', reviewBy);
    expect(page.lines().includes(overdue)).toBe(isOverdue);
  });

  it('can be declined, and nothing is posted', () => {
    const page = openPage();
    page.paste(encodeRoutine(hipDefinition));
    page.press('Leave it');
    page.serve();
    expect([page.codes(), page.labels().includes('Add this routine')]).toEqual([[], false]);
  });

  it('that was chosen and is removed gives way to the built-in one, after a question', () => {
    const page = openPage();
    page.add(wallSit);
    page.choose(ownId(wallSit));
    page.serve();
    page.press('Remove “Café à deux”');
    page.press('Keep it');
    page.press('Remove “Café à deux”');
    expect(page.codes()).toHaveLength(1);
    page.press('Remove it');
    page.serve();
    const { preferences } = parsePreferences(phonePreferencesText(page.texts.getItem));
    expect([page.codes(), preferences.routine]).toEqual([[], 'hip-release']);
  });

  it('of a higher version takes the place of the lower one, and a lower or equal one is refused', () => {
    const page = openPage();
    page.add(hipDefinition);
    page.add(wallSit);
    page.paste(encodeRoutine(hipDefinition));
    expect(page.lines()).toContain('Nothing was added. You have version 3 of it already; this is version 3.');
    const next = { ...hipDefinition, version: 4 };
    page.paste(encodeRoutine(next));
    expect(page.lines()).toContain('It takes the place of version 3. Your sessions stay.');
    page.press('Add this routine');
    page.serve();
    expect(page.codes()).toEqual([encodeRoutine(next), encodeRoutine(wallSit)]);
  });

  it('is refused with the reason in words', () => {
    const page = openPage();
    const code = encodeRoutine(hipDefinition);
    const said = (text: string): string => {
      page.paste(text);
      return page.lines().find((one) => String(one).startsWith('Nothing was added')) as string;
    };
    expect(said('hello')).toBe(
      'Nothing was added. There is no code of a routine in this text. A code begins with “iliacus1-”.',
    );
    expect(said(code.slice(0, 100))).toContain('The code breaks off.');
    expect(said(code.replace('N', 'n'))).toContain('A letter of the code was changed on its way.');
    expect(said(code.replace('1-', '7-'))).toContain('a newer version of the app');
    expect(said(encodeRoutine({ ...hipDefinition, author: '' }))).toContain('(author: the text is missing)');
    for (let count = 1; count <= 5; count++) page.add({ ...wallSit, name: `Number ${count}` });
    expect(said(code)).toContain('There are 5 already.');
  });

  it('is refused if all together would be longer than a message to the watch, with advice on what to do', () => {
    const page = openPage();
    const long = { ...hipDefinition, safety: 'a'.repeat(100), source: 'b'.repeat(100) };
    for (let count = 1; count <= 3; count++) page.add({ ...long, name: `Number ${count}` });
    page.paste(encodeRoutine({ ...long, name: 'Number 4' }));
    const letters = page.codes().join('').length + encodeRoutine({ ...long, name: 'Number 4' }).length;
    expect(page.lines()).toContain(
      `Nothing was added. There is no room for it on the watch: all codes together may have ${MOST_LETTERS} letters, and with this one they have ${letters}. Remove a routine of yours that you no longer do, or ask the author for shorter texts.`,
    );
    expect(page.codes().length).toBe(3);
    expect(page.lines()).toContain(`Safety, in its author’s words: ${long.safety}`);
    page.press('Remove “Number 1”');
    page.press('Remove it');
    page.serve();
    page.add({ ...long, name: 'Number 4' });
    expect(page.codes().length).toBe(3);
    expect(phonePreferencesText(page.texts.getItem).length).toBeLessThan(MAX_BODY_BYTES);
  });

  it('is called by its name wherever its records are shown, until it is removed', () => {
    const page = openPage();
    const name = () => page.context().translate(phrase(`phone.routine.${ownId(wallSit)}`));
    expect(name()).toBe('a routine that is no longer here');
    page.add({ ...wallSit, name: 'Wall {0} sit' });
    expect(page.context().translate(phrase('phone.step.St. 3 {0}'))).toBe('St. 3 {0}');
    const id = ownId({ ...wallSit, name: 'Wall {0} sit' });
    expect(page.context().translate(phrase('physio.list', phrase(`phone.routine.${id}`), 'x'))).toBe(
      'Wall {0} sit, x',
    );
  });
});
