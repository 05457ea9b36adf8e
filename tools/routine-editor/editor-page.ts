/** Puts the page together: the form, the verdict of the parser, the timeline, the code, and the watch to try it on. */
import { button, choice, element, found } from 'zepp-watch-simulator/page-elements';
import { parseDefinition } from '../../utils/core/routine/parse-definition.ts';
import { type Locale, locales } from '../../utils/core/text/catalogues.ts';
import { createCodePanel, linkOf } from './code-panel.ts';
import { type Draft, draftOf, withValue } from './draft.ts';
import { faultPath, faultText } from './faults.ts';
import { clearFaults, type FormContext, showFault } from './fields.ts';
import { drawForm } from './routine-form.ts';
import { startingPoints } from './starting-points.ts';
import type { EditorKey } from './texts/en.ts';
import { LANGUAGE_NAMES, localeNamed, type Translate, translator } from './texts/translate.ts';
import { createTimelinePanel } from './timeline-panel.ts';
import { createTrialPanel } from './trial-panel.ts';

/** Shows the page in a language. Choosing another one shows it anew, with the same draft. */
export function showEditor(locale: Locale, first: Draft): void {
  const translate = translator(locale);
  const form = found('form');
  let draft = first;
  const timeline = createTimelinePanel(locale, translate);
  const code = createCodePanel(translate, (definition) => restructure(draftOf(definition)));
  const trial = createTrialPanel(locale, translate);
  const check = (): void => {
    const read = parseDefinition(draft);
    const definition = read.ok ? read.value : null;
    if (read.ok) clearFaults(form);
    const fault = read.ok
      ? null
      : showFault(form, faultPath(draft, read.failure), faultText(translate, read.failure));
    tellVerdict(translate, read.ok ? null : faultText(translate, read.failure), fault);
    for (const panel of [timeline, code, trial]) panel.show(definition);
    keepInAddress(code.code());
  };
  const restructure = (changed: Draft, focus?: string): void => {
    draft = changed;
    drawForm(form, context, focus);
    check();
  };
  const context: FormContext = {
    draft: () => draft,
    translate,
    change: (path, value) => {
      draft = withValue(draft, path, value);
      check();
    },
    restructure,
  };
  showTexts(locale, translate);
  found('session-place').replaceChildren(timeline.section);
  found('code-place').replaceChildren(code.section);
  found('choices').replaceChildren(
    startList(locale, translate, restructure),
    languageList(locale, translate, () => draft),
  );
  restructure(first);
}

/** The address holds the routine, so that a reload and a bookmark keep it. */
function keepInAddress(code: string): void {
  if (code !== '') history.replaceState(null, '', linkOf(code));
}

function showTexts(locale: Locale, translate: Translate): void {
  document.documentElement.lang = locale;
  document.title = translate('title');
  document.querySelectorAll<HTMLElement>('[data-text]').forEach((place) => {
    place.textContent = translate(place.dataset.text as EditorKey);
  });
}

/** Says whether the watch can guide the routine, and leads to the field where it cannot. */
function tellVerdict(translate: Translate, sentence: string | null, control: HTMLElement | null): void {
  const verdict = found('verdict');
  const label = labelOf(control);
  const place = label === '' ? '' : `${label}: `;
  const text = sentence === null ? translate('fault.none') : translate('fault.one', `${place}${sentence}`);
  if (verdict.dataset.verdict === text) return;
  verdict.dataset.verdict = text;
  verdict.classList.toggle('wrong', sentence !== null);
  const show = button(translate('fault.show'), () => {
    const folded = control?.closest('details');
    if (folded) folded.open = true;
    control?.focus();
  });
  verdict.replaceChildren(element('span', {}, text), ...(control === null ? [] : [show]));
}

/** The label of a control; empty where it has none. */
function labelOf(control: HTMLElement | null): string {
  return (control instanceof HTMLInputElement && control.labels?.[0]?.textContent) || '';
}

function startList(locale: Locale, translate: Translate, open: (draft: Draft) => void): HTMLElement {
  const points = startingPoints(locale, new Date());
  const list = choice(
    translate('start'),
    [
      { value: '', label: translate('start.choose') },
      ...points.map(({ name }, at) => ({ value: String(at), label: name })),
    ],
    { id: 'start-from' },
  );
  list.select.addEventListener('change', () => {
    const point = points[Number(list.select.value)];
    if (list.select.value === '' || point === undefined) return;
    if (window.confirm(translate('start.replace'))) open(point.draft);
    list.select.value = '';
  });
  return list.field;
}

function languageList(locale: Locale, translate: Translate, draft: () => Draft): HTMLElement {
  const list = choice(
    translate('language'),
    locales.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
    { id: 'language' },
  );
  list.select.value = locale;
  list.select.addEventListener('change', () => {
    showEditor(localeNamed(list.select.value), draft());
    document.getElementById('language')?.focus();
  });
  return list.field;
}
