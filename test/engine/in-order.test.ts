import assert from 'node:assert/strict';
import { firstWhere, holding, meetsOneOf, overlapping, touchesOneOf } from '../../server/src/engine/in-order.js';

describe('things in order', () => {
  it('finds the first for which a test holds, and their count where it holds for none', () => {
    for (let count = 0; count < 9; count++) {
      for (let first = 0; first <= count; first++) assert.equal(firstWhere(count, (index) => index >= first), first);
    }
  });

  it('asks about nothing but what there is, and seldom', () => {
    const asked: number[] = [];
    firstWhere(1000, (index) => asked.push(index) > 0 && index >= 999);
    assert.ok(asked.length <= 10 && asked.every((index) => index >= 0 && index < 1000), String(asked));
  });

  it('tells whether a stretch meets a span or only lies beside one', () => {
    const spans = [{ start: 2, end: 4 }, { start: 7, end: 9 }];
    const told = (start: number, end: number): readonly [boolean, boolean] => [meetsOneOf(spans, start, end), touchesOneOf(spans, start, end)];
    assert.deepEqual(told(3, 8), [true, true]);
    assert.deepEqual(told(0, 2), [false, true]);
    assert.deepEqual(told(4, 5), [false, true]);
    assert.deepEqual(told(5, 6), [false, false]);
    assert.deepEqual(told(10, 12), [false, false]);
  });

  it('tells whether one of many spans, which may overlap, holds a stretch', () => {
    const spans = [{ start: 1, end: 9 }, { start: 2, end: 4 }, { start: 6, end: 12 }];
    const held = holding(spans);
    for (let start = 0; start < 14; start++) {
      for (let end = start; end < 14; end++) assert.equal(held({ start, end }), spans.some((span) => span.start <= start && span.end >= end), `${start}–${end}`);
    }
    assert.equal(holding([])({ start: 0, end: 0 }), false);
  });

  it('gives those of many spans, which may overlap, that overlap a stretch', () => {
    const spans = [{ start: 6, end: 12 }, { start: 1, end: 9 }, { start: 2, end: 4 }];
    const met = overlapping(spans);
    for (let start = 0; start < 14; start++) {
      for (let end = start + 1; end < 14; end++) assert.deepEqual(new Set(met({ start, end })), new Set(spans.filter((span) => span.start < end && span.end > start)), `${start}–${end}`);
    }
  });
});
