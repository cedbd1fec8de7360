import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameScopes } from './scope-names.ts';

const STYLE = '?astro&type=style&index=0&lang.css';

test('the scope of a component of ours has one name wherever the package lies', () => {
  const names = ['/checkout', '/archive/node_modules/pressmark'].map((root, at) => {
    const file = `${root}/src/components/Card.astro`;
    const scope = `data-astro-cid-abcdefg${at}`;
    const markup = renameScopes(`<p class="astro-abcdefg${at}" ${scope}>`, file, root) ?? '';
    const style = renameScopes(`p[${scope}]{color:red}`, `${file}${STYLE}`, root) ?? '';
    const [, name = ''] = /^p\[data-astro-cid-([a-z0-9]{8})\]\{color:red\}$/.exec(style) ?? [];
    assert.equal(markup, `<p class="astro-${name}" data-astro-cid-${name}>`);
    return name;
  });
  assert.equal(names[0], names[1]);
  const other = renameScopes(
    '[data-astro-cid-abcdefg0]',
    '/checkout/src/pages/a.astro',
    '/checkout',
  );
  assert.doesNotMatch(other ?? '', new RegExp(names[0] ?? '-'));
});

test('components of an archive’s own keep their names, and what has no scope is left alone', () => {
  const code = '[data-astro-cid-abcdefg0]';
  const root = '/archive/node_modules/pressmark';
  assert.equal(renameScopes(code, '/archive/src/components/Card.astro', root), undefined);
  assert.equal(renameScopes('astro-island', `${root}/src/components/Card.astro`, root), undefined);
});
