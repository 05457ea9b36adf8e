/**
 * The first run, one step after the other. Each step opens this page anew, so that a long text leaves nothing scrolled. The
 * menu opens the safety step alone.
 */
import { phrase } from '../../utils/core/text/phrase.ts';
import { MUTING_MODES } from '../../utils/core/view/muting-mode.ts';
import { loadPreferences, newestPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import {
  oneOf,
  open,
  optional,
  type Route,
  type RouteTo,
  startRoute,
  type WelcomeStep,
} from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';
import { drawHelpTopic } from '../widgets/help-topic.ts';
import { drawLongText } from '../widgets/long-text.ts';
import { askSetupQuestion } from './setup-questions.ts';

const CUE_TEST: Route = { page: 'cue-test', isFirstRun: true };

const STEPS: Readonly<Record<WelcomeStep, (route: RouteTo<'welcome'>) => void>> = {
  safety() {
    drawLongText(phrase('safety.title'), phrase('safety.body'), phrase('safety.accept'), acceptSafety);
  },
  sides: () => askSetupQuestion('sides', goTo('kit')),
  kit: () => askSetupQuestion('kit', goTo('band')),
  band: () => askSetupQuestion('band', goTo('find-spot')),
  'find-spot'() {
    drawHelpTopic('find', phrase('help.next'), () => (usesHook() ? goTo('set-up-hook')() : open(CUE_TEST)));
  },
  'set-up-hook'() {
    drawHelpTopic('hook', phrase('help.next'), () => open(CUE_TEST));
  },
  'first-tip'() {
    // What was answered on the way here is taken in before home shows it.
    drawCard(() => open({ page: 'apply-preferences' }));
  },
  'new-cues'({ mode = null }) {
    drawCard(() => open(startRoute(mode, appContext().clock.nowMs())));
  },
};

/** The card of the cues. Once it was read it does not come again. */
function drawCard(onRead: () => void): void {
  const body = phrase(usesHook() ? 'card.body.hook' : 'card.body');
  drawLongText(phrase('card.title'), body, phrase('card.go'), () => {
    const { store, report } = appContext();
    savePreferences(store, { ...loadPreferences(store, report), cardSeen: true });
    onRead();
  });
}

function goTo(step: WelcomeStep): () => void {
  return () => open({ page: 'welcome', step });
}

function acceptSafety(): void {
  const { store, report } = appContext();
  const before = loadPreferences(store, report);
  savePreferences(store, { ...before, safetySeen: true });
  open(before.safetySeen ? { page: 'home' } : { page: 'welcome', step: 'sides' });
}

function usesHook(): boolean {
  const { store, report } = appContext();
  return newestPreferences(store, report).kit === 'hook';
}

const CHECKS = { step: oneOf(...Object.keys(STEPS)), mode: optional(oneOf(...MUTING_MODES)) };

definePage('welcome', CHECKS, (route: RouteTo<'welcome'>) => STEPS[route.step](route));
