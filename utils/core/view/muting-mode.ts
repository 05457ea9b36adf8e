/** Which of the watch's modes may mute cues. Nothing documents that one does, and nothing that none does. */

/** The part of the platform's system modes that matters, by its names. */
export interface SystemModes {
  readonly DND?: boolean;
  readonly sleep?: boolean;
  readonly theater?: boolean;
  readonly powerSaving?: boolean;
  readonly ultraPowerSaving?: boolean;
}

export type MutingMode = 'dnd' | 'sleep' | 'theater' | 'power';

/** The first mode that is on, or null. */
export function mutingMode(modes: SystemModes): MutingMode | null {
  if (modes.DND === true) return 'dnd';
  if (modes.sleep === true) return 'sleep';
  if (modes.theater === true) return 'theater';
  return modes.powerSaving === true || modes.ultraPowerSaving === true ? 'power' : null;
}
