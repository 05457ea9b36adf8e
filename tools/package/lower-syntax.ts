/**
 * Says a bundle in words that cost the watch's engine fewer bytes and mean the same. Measured with the packer's compiler:
 * a variable of a block is marked as not yet set on entry and checked at every use, three bytes a time, where a `var`
 * costs one; a template is a call of `concat`, where `+` is a byte.
 */
import { createRequire } from 'node:module';
import { type NodePath, type PluginObj, transformAsync, type types } from '@babel/core';
import { BuildFailure } from '../shared/failure.ts';

/** Babel without settings of a project's own, and without a limit beyond which it would print otherwise. */
export const PLAIN = { configFile: false, babelrc: false, sourceType: 'module', compact: false } as const;

type Babel = { readonly types: typeof types };

const require = createRequire(import.meta.url);
/** Keeps the scope of a variable that a closure of a loop captures. */
const blockScoping = require.resolve('@babel/plugin-transform-block-scoping');

/** Takes an object apart by its fields, an array by its places: `var {a} = b` makes the engine build an object for each name. */
const destructuring = require.resolve('@babel/plugin-transform-destructuring');

/**
 * The bundle of `entry` without `let`, `const` and templates; names of the platform and the language stay.
 *
 * @param isWatchs nothing is taken apart by a pattern either; the phone's engine does that as fast
 */
export async function plainer(entry: string, code: string, isWatchs: boolean): Promise<string> {
  const apart = isWatchs
    ? [withoutHelpers(entry), (babel: Babel) => arraysAlone(entry, babel), patternsInBodies, destructuring]
    : [];
  const plugins = [...apart, blockScoping, templatesAsSums];
  // What is taken apart by places is always an array here, and has no getter.
  const assumptions = { iterableIsArray: true, pureGetters: true };
  const result = await transformAsync(code, { plugins, assumptions, ...PLAIN });
  if (!result?.code) throw new BuildFailure(`${entry} came out of the plainer words empty.`);
  return result.code;
}

/** What would need a helper of Babel's costs a bundle more than it saves: the source can say it otherwise. */
function withoutHelpers(entry: string): PluginObj {
  return {
    visitor: {},
    pre(file) {
      const refuse = (name: string): never => {
        throw new BuildFailure(
          `${entry} uses what costs a helper, ${name}: take things apart without a rest.`,
        );
      };
      // Babel asks it for each helper; its types do not know that.
      (file as unknown as Map<string, unknown>).set('helperGenerator', refuse);
    },
  };
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

/** By what is no array, though it can be gone through: taken apart by places it would give nothing at all. */
const NO_ARRAYS = /^(?:keys|values|entries|Set|Map)$/;

/** @throws BuildFailure for a pattern of places on what is seen to be no array */
function arraysAlone(entry: string, { types: t }: { types: typeof types }): PluginObj {
  const isNone = (init: types.Node | null | undefined): boolean => {
    if (t.isNewExpression(init)) return t.isIdentifier(init.callee) && NO_ARRAYS.test(init.callee.name);
    if (!t.isCallExpression(init) || !t.isMemberExpression(init.callee)) return false;
    const { object, property } = init.callee;
    // Those of `Object` give arrays.
    return (
      t.isIdentifier(property) && NO_ARRAYS.test(property.name) && !t.isIdentifier(object, { name: 'Object' })
    );
  };
  return {
    visitor: {
      // The declaration, not what it declares: the plugin that takes things apart looks there too, after this one.
      VariableDeclaration({ node }: NodePath<types.VariableDeclaration>) {
        for (const { id, init } of node.declarations)
          if (t.isArrayPattern(id) && isNone(init))
            throw new BuildFailure(`${entry} takes apart what is no array: make one of it first.`);
      },
    },
  };
}

/** `({ a }) => …` as `(b) => { const { a } = b; … }`: what is left of a parameter is for the plugin that takes things apart. */
function patternsInBodies({ types: t }: { types: typeof types }): PluginObj {
  return {
    visitor: {
      Function(path: NodePath<types.Function>) {
        const { params } = path.node;
        if (params.some((param) => !t.isIdentifier(param) && !t.isPattern(param))) return;
        // The value that stands in for a missing one may speak of names that mean something else in the body.
        let isSafe = true;
        const look = (node: types.Node): void => {
          if (t.isAssignmentPattern(node))
            isSafe &&= t.isLiteral(node.right) && !t.isTemplateLiteral(node.right);
          if (t.isObjectProperty(node)) isSafe &&= !node.computed;
        };
        for (const param of params) t.traverseFast(param, look);
        if (!isSafe) return;
        const taken: types.Statement[] = [];
        params.forEach((param, at) => {
          if (!t.isObjectPattern(param) && !t.isArrayPattern(param)) return;
          const whole = path.scope.generateUidIdentifier('whole');
          params[at] = whole;
          // The body may have a `var` of the same name.
          taken.push(t.variableDeclaration('var', [t.variableDeclarator(param, t.cloneNode(whole))]));
        });
        if (taken.length === 0) return;
        const { body } = path.node;
        if (t.isBlockStatement(body)) body.body.unshift(...taken);
        else path.node.body = t.blockStatement([...taken, t.returnStatement(body)]);
        path.scope.crawl();
      },
    },
  };
}
