/** Which of the watch's modes may mute cues. No document says whether any of them does. */

/** The system modes that matter here, by the platform's names. */
export interface SystemModes {
  readonly DND?: boolean;
  readonly sleep?: boolean;
  readonly theater?: boolean;
  readonly powerSaving?: boolean;
  readonly ultraPowerSaving?: boolean;
}

export const MUTING_MODES = ['dnd', 'sleep', 'theater', 'power'] as const;
export type MutingMode = (typeof MUTING_MODES)[number];

/** The first mode that is on, or null. */
export function mutingMode(modes: SystemModes): MutingMode | null {
  if (modes.DND) return 'dnd';
  if (modes.sleep) return 'sleep';
  if (modes.theater) return 'theater';
  return modes.powerSaving || modes.ultraPowerSaving ? 'power' : null;
}
