/**
 * Leaves out of a watch bundle what zml carries for other places: the 1.0 watches, the phone, callers this app has not.
 * Never touches what zml says on the air: the conditions folded here cannot come out otherwise on a watch this app
 * installs on, and the build fails if something still speaks of a method that was taken out.
 */
import { type PluginObj, transformFileAsync, type types } from '@babel/core';
import { BuildFailure } from '../shared/failure.ts';
import { PLAIN } from './lower-syntax.ts';

/** What `typeof NAME` gives on every watch of API level 3.6 and later, where the packer's own wrapper needs the loader. */
const TYPES: Readonly<Record<string, string>> = { hmApp: 'undefined', __$$R$$__: 'function' };

/** Methods of zml that only the phone, the 1.0 watches or nobody calls. */
const UNCALLED = [
  'buf2Json',
  'call',
  'getMessagePayloadSize',
  'getMessageSize',
  'getRequestCount',
  'json2Buf',
  'listen',
  'sendBinBySide',
  'start',
  'stop',
] as const;

/** What zml's app plugin offers to an app through `this`, where ours asks its messaging directly. */
const OFFERED = ['request', 'call', 'httpRequest'] as const;

type Keyed = { readonly key: types.Node; readonly computed?: boolean };

function watchZml({ types: t }: { types: typeof types }): PluginObj {
  const nameOf = (member: Keyed): string => (t.isIdentifier(member.key) ? member.key.name : '');
  return {
    visitor: {
      UnaryExpression(path) {
        const { operator, argument } = path.node;
        const known = t.isIdentifier(argument) ? TYPES[argument.name] : undefined;
        if (operator === 'typeof' && known !== undefined) path.replaceWith(t.stringLiteral(known));
      },
      ConditionalExpression(path) {
        const { test, consequent } = path.node;
        const isQuestion =
          t.isMemberExpression(test) &&
          t.isThisExpression(test.object) &&
          t.isIdentifier(test.property, { name: 'isDevice' });
        if (isQuestion) path.replaceWith(consequent);
      },
      CallExpression(path) {
        // Loading a module of the platform does nothing that could be seen.
        const [module] = path.node.arguments;
        if (t.isStringLiteral(module) && module.value.startsWith('@zos/'))
          t.addComment(path.node, 'leading', '#__PURE__');
      },
      'ClassMethod|ObjectMethod'(path) {
        if (path.isClassMethod() || path.isObjectMethod())
          if ((UNCALLED as readonly string[]).includes(nameOf(path.node))) path.remove();
      },
      ObjectExpression(path) {
        const members = path.get('properties');
        const isPlugin = members.some(
          (member) => !member.isSpreadElement() && keyName(member.node) === 'httpRequest',
        );
        if (isPlugin)
          for (const member of members)
            if ((OFFERED as readonly string[]).includes(keyName(member.node))) member.remove();
      },
    },
  };
  function keyName(node: types.Node): string {
    return t.isObjectMethod(node) || t.isObjectProperty(node) ? nameOf(node) : '';
  }
}

/** zml's module at `path` as a watch needs it. @throws BuildFailure if it still calls what was taken out */
export async function loadForWatch(path: string): Promise<string> {
  const code = (await transformFileAsync(path, { plugins: [watchZml], ...PLAIN }))?.code ?? '';
  const left = UNCALLED.find((name) => new RegExp(`\\.${name}\\b`).test(code));
  if (left !== undefined || code === '')
    throw new BuildFailure(`${path} still speaks of .${left}, which the build leaves out of zml.`);
  return code;
}
