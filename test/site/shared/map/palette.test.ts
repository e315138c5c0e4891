import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../command-line.ts';
import { contrast, difference, lab, linear, SIGHTS, seenWith } from './colours.ts';

const style = ['site/map/map.css', 'site/style.css']
  .map((path) => readFileSync(join(projectFolder, path), 'utf8'))
  .join('\n');
const DARK = /@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/g;
const properties = (text: string) =>
  new Map(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]+);/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
const schemes = {
  light: properties(style.replace(DARK, '')),
  dark: properties([...style.matchAll(DARK)].map(([, text = '']) => text).join('\n')),
};

describe.each(Object.entries(schemes))('the colours of the map in the %s scheme', (_, colours) => {
  const colour = (name: string) => {
    const hex = colours.get(name);
    if (hex === undefined) throw new Error(`the style has no --${name}`);
    return linear(hex);
  };
  const scale = [1, 2, 3, 4, 5, 6].map((step) => colour(`map-${step}`));

  it('go one way in lightness, in clear steps, away from the ground', () => {
    const lightness = scale.map((one) => lab(one)[0]);
    const ground = lab(colour('map-land'))[0];
    const distances = lightness.map((one) => Math.abs(one - ground));
    const steps = distances.slice(1).map((one, index) => one - (distances[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(9);
  });

  it.each(Object.entries(SIGHTS))('keep neighbours apart with %s', (_sight, sight) => {
    const seen = scale.map((one) => seenWith(sight, one));
    const apart = seen.slice(1).map((one, index) => difference(one, seen[index] ?? one));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['map-ring', 'map-land'],
    ['map-ring', 'map-ground'],
    ['map-quiet', 'map-land'],
    ['map-quiet', 'map-ground'],
    ['alert', 'map-land'],
    ['alert', 'map-ground'],
    ['focus', 'map-land'],
  ])('let an outline stand out: %s on %s', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('the measures of colour agree with published figures', () => {
  expect(contrast(linear('#fff'), linear('#000'))).toBeCloseTo(21, 5);
  expect(lab(linear('#0000ff'))[0]).toBeCloseTo(32.3, 1);
  expect(difference(linear('#fff'), linear('#000'))).toBeCloseTo(100, 2);
});
