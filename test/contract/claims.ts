/** Where the product makes claims about the hardware, and the rows of docs/evidence.md on which they rest. */

/** A text on a screen that matches one of these makes a claim about a watch. A screen has no room for a mark such as [E2]. */
export const hardwareWordsOnScreen =
  /\b(?:screen|system|helper|mutes?|alarms?|background|motor|restarts?|swipe|vibrat\w*)\b/i;

/** The rows behind those texts on watch and phone that make claims about the hardware, by key. */
export const claimsOnScreen: Readonly<Record<string, readonly string[]>> = {
  'helper.body': ['E2', 'E13', 'E51'],
  'helper.title': ['E2'],
  'helper.allow': ['E13'],
  'mode.body': ['E27'],
  'summary.helper': ['E13'],
  'more.helper': ['E13'],
  'feel.helper.none': ['E13', 'E14'],
  'feel.helper.intro': ['E13', 'E14', 'E51'],
  'feel.helper': ['E13'],
  'card.easing.body': ['E59'],
  'preferences.motor': ['E14', 'E51', 'E53'],
  'feel.other-form': ['E14', 'E51', 'E53'],
  'card.title': ['E51', 'E53'],
  'options.motor': ['E14', 'E51', 'E53'],
  'options.helper': ['E13', 'E49'],
  'options.helper.off': ['E2'],
};
