/** Makes the README's table of rules from the engine's own table. */
import { RULES } from '../../src/engine/rules.ts';

/** File of the breaking tests, as a link from the README. */
const TESTS = 'test/engine/rules.test.ts';

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}

/** Lines of a Markdown table, a row for each rule. */
export function rulesTable(): string[] {
  return [
    '| rule | grade | what it says | source | breaking test |',
    '|---|---|---|---|---|',
    ...RULES.map(
      ({ name, sentence, source, grade }) =>
        `| \`${name}\` | ${grade} | ${cell(sentence)} | ${cell(source)} | [\`${name} is broken by its app\`](${TESTS}) |`,
    ),
  ];
}
