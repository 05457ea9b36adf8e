/** `tsx tools/main.ts TOOL …`: the program behind the npm scripts. Only the tool that is called is loaded. */
import { runTool } from 'zepp-watch-simulator/command-line';
import { TOOLS } from './tools.ts';

const [name = '', ...args] = process.argv.slice(2);
const createCommand = TOOLS[name];
if (createCommand === undefined) {
  process.stderr.write(`There is no tool "${name}": ${Object.keys(TOOLS).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await runTool(await createCommand(), args);
}
