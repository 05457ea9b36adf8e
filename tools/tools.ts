/** Every tool by the name that its npm script gives to `tools/main.ts`. A new one is registered here and nowhere else. */
import type { Command } from 'commander';

export const TOOLS: Readonly<Record<string, () => Promise<Command>>> = {
  bench: async () => (await import('./bench/command.ts')).benchCommand(),
  build: async () => (await import('./package/command.ts')).buildCommand(),
  'check:fresh': async () => (await import('./check/fresh-clone.ts')).freshCloneCommand(),
  demo: async () => (await import('./simulate/demo-command.ts')).demoCommand(),
  generate: async () => (await import('./generate/command.ts')).generateCommand(),
  pictures: async () => (await import('./pictures/command.ts')).picturesCommand(),
  preview: async () => (await import('./release/preview-command.ts')).previewCommand(),
  probe: async () => (await import('./probe/command.ts')).probeCommand(),
  release: async () => (await import('./release/release-command.ts')).releaseCommand(),
  simulate: async () => (await import('./simulate/command.ts')).simulateCommand(),
  start: async () => (await import('./simulate/start-command.ts')).startCommand(),
  sweep: async () => (await import('./sweep/command.ts')).sweepCommand(),
  test: async () => (await import('./check/test-command.ts')).testCommand(),
};
