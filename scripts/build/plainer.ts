/**
 * Says a bundle in words that cost the watch's engine fewer bytes and mean the same. Measured with the packer's compiler:
 * a variable of a block is marked as not yet set on entry and checked at every use, three bytes a time, where a `var`
 * costs one; a template is a call of `concat`, where `+` is a byte.
 */
import { createRequire } from 'node:module';
import { type NodePath, type PluginObj, transformAsync, type types } from '@babel/core';
import { BuildFailure } from './failure.ts';

/** Babel without settings of a project's own, and without a limit beyond which it would print otherwise. */
export const PLAIN = { configFile: false, babelrc: false, sourceType: 'module', compact: false } as const;

const require = createRequire(import.meta.url);
/** Keeps the scope of a variable that a closure of a loop captures. */
const blockScoping = require.resolve('@babel/plugin-transform-block-scoping');

/** The bundle of `entry` without `let`, `const` and templates; names of the platform and the language stay. */
export async function plainer(entry: string, code: string): Promise<string> {
  const result = await transformAsync(code, { plugins: [blockScoping, templatesAsSums], ...PLAIN });
  if (!result?.code) throw new BuildFailure(`${entry} came out of the plainer words empty.`);
  return result.code;
}

function templatesAsSums({ types: t }: { types: typeof types }): PluginObj {
  return {
    visitor: {
      TemplateLiteral(path: NodePath<types.TemplateLiteral>) {
        if (path.parentPath.isTaggedTemplateExpression()) return;
        const parts: types.Expression[] = [];
        path.node.quasis.forEach(({ value }, at) => {
          if (value.cooked) parts.push(t.stringLiteral(value.cooked));
          const expression = path.node.expressions[at];
          if (t.isExpression(expression)) parts.push(expression);
        });
        // One of the first two must be text, or numbers would be added up.
        if (!t.isStringLiteral(parts[0]) && !t.isStringLiteral(parts[1])) parts.unshift(t.stringLiteral(''));
        path.replaceWith(parts.reduce((sum, part) => t.binaryExpression('+', sum, part)));
      },
    },
  };
}
