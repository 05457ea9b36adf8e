/** Where the product speaks of what hardware does, and on which rows of docs/evidence.md that rests. */

/** A block of Markdown that says any of this makes a claim about a watch or a phone, and needs a mark such as [E2]. */
export const hardwareWords =
  /\b(?:the system (?:closes|ends|opens|gives|has|may)|goes dark|dark screen|keeps its screen|while the screen|(?:one|system|an) alarm|alarm rings|helper|background|a call|settings storage|zml chunk|real watch|restarts?)\b/i;

/** The same in a text on a screen, which has no room for a mark. */
export const hardwareWordsOnScreen =
  /\b(?:screen|system|helper|mutes?|alarms?|background|motor|restarts?|swipe|vibrat\w*)\b/i;

/** Rows behind the texts on watch and phone that speak of the hardware, by key. */
export const claimsOnScreen: Readonly<Record<string, readonly string[]>> = {
  'standby.body': ['E2', 'E13', 'E14'],
  'standby.allow': ['E13'],
  'mode.body': ['E27'],
  'session.menu': ['E18'],
  'session.menu.standby': ['E18'],
  'summary.standby': ['E13'],
  'more.standby': ['E13'],
};

/** Blocks that use these words about something else: a fragment of each, and what it is about. */
export const notAboutHardware: Readonly<Record<string, string>> = {};
