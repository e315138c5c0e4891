type Colour = readonly [red: number, green: number, blue: number];

interface ColourCount {
  readonly colour: Colour;
  /** In pixels. */
  readonly count: number;
}

const ROUNDS = 4;

/**
 * The few colours that best replace the many of a drawing: first those of its flat areas, then those
 * that leave the smallest error at edges. The same drawing gives the same palette.
 *
 * @param histogram each colour (0xBBGGRR) with its number of pixels
 * @param size most colours to choose
 * @returns the palette, and for each colour of the histogram its index in it
 */
export function choosePalette(
  histogram: ReadonlyMap<number, number>,
  size: number,
): { readonly palette: readonly Colour[]; readonly places: ReadonlyMap<number, number> } {
  const counted = [...histogram].map(([word, count]) => ({ colour: colourOf(word), count }));
  let palette = seeds(counted, size);
  for (let round = 0; round < ROUNDS; round += 1) palette = settled(palette, counted);
  const places = [...histogram.keys()].map(
    (word) => [word, nearest(palette, colourOf(word)).place] as const,
  );
  return {
    palette: palette.map(([red, green, blue]) => [
      Math.round(red),
      Math.round(green),
      Math.round(blue),
    ]),
    places: new Map(places),
  };
}

/** The commonest colour, then repeatedly the one whose pixels have the largest error so far. */
function seeds(counted: readonly ColourCount[], size: number): readonly Colour[] {
  const chosen: Colour[] = [];
  const errors = counted.map(() => Number.POSITIVE_INFINITY);
  while (chosen.length < Math.min(size, counted.length)) {
    let worst = 0;
    let most = -1;
    counted.forEach(({ count }, index) => {
      const error = errors[index] === Number.POSITIVE_INFINITY ? 1e6 : (errors[index] ?? 0);
      if (count * error > most) [worst, most] = [index, count * error];
    });
    const next = counted[worst];
    if (!next || most === 0) break;
    chosen.push(next.colour);
    counted.forEach(({ colour }, index) => {
      errors[index] = Math.min(errors[index] ?? 0, distance(colour, next.colour));
    });
  }
  return chosen;
}

/** Each colour moves to the mean of the pixels that it replaces (k-means, one round). */
function settled(palette: readonly Colour[], counted: readonly ColourCount[]): readonly Colour[] {
  const sums = palette.map(() => ({ red: 0, green: 0, blue: 0, count: 0 }));
  for (const { colour, count } of counted) {
    const sum = sums[nearest(palette, colour).place];
    if (!sum) continue;
    sum.red += colour[0] * count;
    sum.green += colour[1] * count;
    sum.blue += colour[2] * count;
    sum.count += count;
  }
  return sums.map(({ red, green, blue, count }, place) =>
    count === 0 ? (palette[place] ?? [0, 0, 0]) : [red / count, green / count, blue / count],
  );
}

function nearest(palette: readonly Colour[], colour: Colour): { readonly place: number } {
  let place = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((other, index) => {
    const apart = distance(other, colour);
    if (apart < least) [place, least] = [index, apart];
  });
  return { place };
}

function distance(a: Colour, b: Colour): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function colourOf(word: number): Colour {
  return [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff];
}
