// A feature of apps/api is a folder below src/. It may import itself and `common`, never another
// feature: features speak through the bus. `common` imports no feature. What puts the features
// together may import all of them: files directly in src/ (main.ts, app.module.ts), `bootstrap`, and
// `testing`, which only tests may import.
import { dirname, relative, resolve, sep } from 'node:path';

const assembling = ['bootstrap', 'testing'];

const room = (src, path) => {
  const parts = relative(src, path).split(sep);
  return parts[0] === '..' || parts.length < 2 ? undefined : parts[0];
};

const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      wall: "'{{from}}' imports from '{{to}}': a feature speaks to another one only through the bus or a lib.",
    },
  },
  create(context) {
    const src = /^.*[\\/]apps[\\/]api[\\/]src(?=[\\/])/.exec(context.filename)?.[0];
    const from = src && room(src, context.filename);
    if (!from || assembling.includes(from)) return {};
    const open = /spec\.ts$/.test(context.filename) ? ['common', 'testing'] : ['common'];
    const check = (source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const target = resolve(dirname(context.filename), source.value);
      const to = room(src, target);
      if (to === undefined || to === from || open.includes(to)) return;
      context.report({ node: source, messageId: 'wall', data: { from, to } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
    };
  },
};

export default { rules: { 'feature-wall': rule } };
