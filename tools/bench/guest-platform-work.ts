/** Tells the machine when its platform works and when the app does, if it has asked for that, so that it counts each by itself. */
type Code = (...args: never[]) => unknown;

/** Whose work begins. */
export const OWNER = { app: 0, platform: 1 } as const;

/** Undefined in a machine that has not asked, which then does no more work. */
export const tells = (globalThis as { benchOwner?: (owner: number) => void }).benchOwner;

function ofPlatform(code: Code, tell: (owner: number) => void): Code {
  return (...args) => {
    tell(OWNER.platform);
    try {
      return code(...args);
    } finally {
      tell(OWNER.app);
    }
  };
}

/** The module of the platform, so that the work of its functions counts as the platform's. */
export function moduleOfPlatform<Module extends object>(module: Module): Module {
  if (tells === undefined) return module;
  const told = { ...module } as Record<string, unknown>;
  for (const [name, value] of Object.entries(module))
    if (typeof value === 'function') told[name] = ofPlatform(value as Code, tells);
  return told as Module;
}

/** A function of the platform that does nothing, to measure what the telling itself costs. */
export const { idle } = moduleOfPlatform({ idle() {} });
