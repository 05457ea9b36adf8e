#!/usr/bin/env node
/** The program `zepp-watch-simulator`. */
import { runTool } from './command-line.ts';
import { simulatorCommand } from './commands.ts';

process.exitCode = await runTool(simulatorCommand(), process.argv.slice(2));
