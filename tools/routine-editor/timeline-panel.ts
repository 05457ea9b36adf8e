/** The session that the routine gives, at a stage and for sides that one may choose. */
import { choice, element } from 'zepp-watch-simulator/page-elements';
import { newWearer } from '../../utils/core/preferences/preference-table.ts';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { layOutPlan } from '../../utils/core/routine/lay-out-plan.ts';
import { routineOf } from '../../utils/core/routine/own-routine.ts';
import { type Side, STAGES } from '../../utils/core/routine/routine.ts';
import type { Locale } from '../../utils/core/text/catalogues.ts';
import type { Translate } from './texts/translate.ts';
import { timelineOf } from './timeline.ts';
import { timelineParts } from './timeline-view.ts';

export interface TimelinePanel {
  readonly section: HTMLElement;
  /** Shows the session of this routine, or that there is none yet. */
  show(definition: RoutineDefinition | null): void;
}

const SIDES: Readonly<Record<string, readonly Side[]>> = {
  both: ['left', 'right'],
  left: ['left'],
  right: ['right'],
};

export function createTimelinePanel(locale: Locale, translate: Translate): TimelinePanel {
  let shown: RoutineDefinition | null = null;
  const drawing = element('div', { class: 'editor-session' });
  const stage = choice(
    translate('timeline.stage'),
    STAGES.map((value) => ({ value, label: translate(`stage.${value}`) })),
    { id: 'timeline-stage' },
  );
  const sides = choice(
    translate('timeline.sides'),
    [
      { value: 'both', label: translate('sides.both') },
      { value: 'left', label: translate('only.left') },
      { value: 'right', label: translate('only.right') },
    ],
    { id: 'timeline-sides' },
  );
  const draw = (): void => drawing.replaceChildren(...content());
  const content = (): readonly (Node | string)[] => {
    const none = [element('p', { class: 'quiet' }, translate('timeline.none'))];
    if (shown === null) return none;
    const plan = layOutPlan(routineOf(shown), {
      ...newWearer,
      stage: STAGES.find((one) => one === stage.select.value) ?? 'sore',
      sides: SIDES[sides.select.value] ?? newWearer.sides,
    });
    if (!plan.ok) return [element('p', { class: 'quiet' }, translate('fault.empty'))];
    return timelineParts(timelineOf(plan.value), Math.max(280, drawing.clientWidth), locale, translate);
  };
  stage.select.addEventListener('change', draw);
  sides.select.addEventListener('change', draw);
  let widthPx = 0;
  new ResizeObserver(() => {
    if (drawing.clientWidth === widthPx) return;
    widthPx = drawing.clientWidth;
    draw();
  }).observe(drawing);
  const section = element(
    'section',
    { class: 'card editor-card', id: 'timeline' },
    element('h2', {}, translate('part.timeline')),
    element('div', { class: 'bar' }, stage.field, sides.field),
    drawing,
  );
  return {
    section,
    show: (definition) => {
      shown = definition;
      draw();
    },
  };
}
