/**
 * The first run, one step after the other. Each step opens this page again and is stored before it is opened, so that the run goes
 * on at the first step that was not read, whatever ended it. The menu opens only the safety steps.
 */
import { phrase } from '../../utils/core/text/phrase.ts';
import { FEEL_TEST_STEP, type FirstRunStep, WELCOME_STEPS } from '../../utils/core/view/first-run.ts';
import { MUTING_MODES } from '../../utils/core/view/muting-mode.ts';
import { isSafetyUnread } from '../../utils/run/own-routines.ts';
import { loadPreferences, newestPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import {
  BEFORE_SESSION,
  isFlag,
  oneOf,
  open,
  optional,
  type RouteTo,
  startRoute,
  type WelcomeStep,
} from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';
import { keepFirstRunStep, openFirstRunStep } from '../widgets/first-run.ts';
import { drawHelpTopic } from '../widgets/help-topic.ts';
import { onSwipeBackOpenHome, releaseSwipeBack } from '../widgets/on-swipe-back.ts';
import { drawProgress } from '../widgets/progress-dots.ts';
import { drawReadingPage } from '../widgets/reading-page.ts';
import { drawCueCard } from './cue-card.ts';
import { drawOwnSafety, openOwnSafetyAgain } from './own-safety.ts';
import { askSetupQuestion } from './setup-questions.ts';

type Draw = (route: RouteTo<'welcome'>) => void;

const NEXT = phrase('help.next');

const STEPS: Readonly<Record<WelcomeStep, Draw>> = {
  safety: safetyPage('safety', 'safety-stop'),
  'safety-stop': safetyPage('safety.stop', 'safety-ask'),
  'safety-ask': safetyPage('safety.ask', 'safety-ask-more'),
  'safety-ask-more'({ isAgain }) {
    const accept = () => (isAgain ? openOwnSafetyAgain() : openFirstRunStep('sides', { safetySeen: true }));
    drawReadingPage({
      title: phrase('safety.more.title'),
      body: phrase('safety.more.body'),
      next: [phrase('safety.accept'), accept],
    });
  },
  sides: () => askSetupQuestion('sides', to('kit')),
  kit: () => askSetupQuestion('kit', to('band')),
  band: () => askSetupQuestion('band', to('find-spot')),
  'find-spot': () => drawHelpTopic('find', [NEXT, to(usesHook() ? 'set-up-hook' : FEEL_TEST_STEP)]),
  'set-up-hook': () => drawHelpTopic('hook', [NEXT, to('press-hook')]),
  'press-hook': () => drawHelpTopic('handle', [NEXT, to(FEEL_TEST_STEP)]),
  'cue-card': () => drawCueCard(usesHook(), () => openFirstRunStep('not-easing', { cardSeen: true })),
  'not-easing'() {
    drawReadingPage({
      title: phrase('card.easing.title'),
      body: phrase('card.easing.body'),
      next: [
        phrase('card.go'),
        () => {
          keepFirstRunStep(null);
          // The answers are applied before home shows them.
          open({ page: 'apply-preferences' });
        },
      ],
    });
  },
  'new-cues'({ mode = null }) {
    drawCueCard(usesHook(), () => {
      const { clock, store, report } = appContext();
      const preferences = { ...loadPreferences(store, report), cardSeen: true };
      savePreferences(store, preferences);
      if (isSafetyUnread(store, preferences.routine))
        open({ page: 'welcome', step: 'own-safety', ...(mode === null ? {} : { mode }) });
      else open(startRoute(mode, clock.nowMs()));
    });
    onSwipeBackOpenHome();
  },
  'own-safety': (route) => drawOwnSafety(route, 0),
  'own-safety-more': (route) => drawOwnSafety(route, 1),
};

function safetyPage(name: 'safety' | 'safety.stop' | 'safety.ask', next: FirstRunStep & WelcomeStep): Draw {
  return ({ isAgain }) =>
    drawReadingPage({
      title: phrase(`${name}.title`),
      body: phrase(`${name}.body`),
      next: [NEXT, () => (isAgain ? open({ page: 'welcome', step: next, isAgain }) : openFirstRunStep(next))],
    });
}

function to(step: FirstRunStep): () => void {
  return () => openFirstRunStep(step);
}

function usesHook(): boolean {
  const { store, report } = appContext();
  return newestPreferences(store, report).kit === 'hook';
}

function isFirstRunStep(step: WelcomeStep): step is (typeof WELCOME_STEPS)[number] {
  return (WELCOME_STEPS as readonly string[]).indexOf(step) >= 0;
}

const CHECKS = {
  step: oneOf(...WELCOME_STEPS, ...BEFORE_SESSION),
  mode: optional(oneOf(...MUTING_MODES)),
  isAgain: optional(isFlag),
};

definePage(
  'welcome',
  CHECKS,
  (route: RouteTo<'welcome'>) => {
    STEPS[route.step](route);
    const { isAgain, step } = route;
    if (!isAgain && isFirstRunStep(step)) drawProgress(step);
  },
  { onDestroy: releaseSwipeBack },
);
