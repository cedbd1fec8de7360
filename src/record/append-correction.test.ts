import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appendCorrection } from './append-correction.ts';
import { readYaml } from './yaml-mapping.ts';

const CORRECTION = { date: '2026-11-30', text: 'Said: "a: b" # and a \\ sign, é.' };

const FRONTS = {
  none: 'title: A\nsource: x',
  'none, with an end': 'title: A\n',
  'a list': 'corrections:\n  - date: 2020-01-01\n    text: "An older one."\ntitle: A\n',
  'a list that is not moved in': 'title: A\ncorrections:\n- date: 2020-01-01\n  text: Older\nz: 1',
  'a list in one line': 'corrections: [{date: "2020-01-01", text: "Older"}]\ntitle: A\n',
  'an empty list': 'title: A\ncorrections: []\nz: b',
};

for (const [name, yaml] of Object.entries(FRONTS)) {
  test(`a correction is added and nothing else changes: ${name}`, () => {
    const before = read(yaml);
    const edited = appendCorrection(yaml, CORRECTION);
    assert.deepEqual(read(edited), {
      ...before,
      corrections: [...(before['corrections'] ?? []), CORRECTION],
    });
    for (const line of yaml
      .split('\n')
      .filter((one) => one !== '' && !one.startsWith('corrections: ['))) {
      assert.ok(edited.split('\n').includes(line), line);
    }
  });
}

function read(yaml: string): Record<string, unknown[]> {
  const { mapping, problems } = readYaml(yaml, { file: 'x' });
  assert.deepEqual(problems, []);
  return mapping?.data as Record<string, unknown[]>;
}
