import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sketchOf } from '../model/same-story/sketch.ts';
import { packSketch, unpackSketches } from './packed-sketches.ts';

test('Sketches are read back as they were packed, each at its place', () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 300 }), { maxLength: 4 }), (texts) => {
      const sketches = texts.map(sketchOf);
      assert.deepEqual(unpackSketches(sketches.map(packSketch)), sketches);
    }),
    { numRuns: 20 },
  );
});
