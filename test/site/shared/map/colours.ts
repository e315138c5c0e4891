/** Red, green and blue in linear light, 0 to 1. */
export type Linear = readonly [number, number, number];

/** How a colour looks to whom. Machado, Oliveira and Fernandes 2009, severity 1, in linear light. */
export const SIGHTS: Readonly<Record<string, readonly Linear[]>> = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** @param hex `#rgb` or `#rrggbb` */
export function linear(hex: string): Linear {
  const long = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

export function seenWith(sight: readonly Linear[], [red, green, blue]: Linear): Linear {
  const [r = 0, g = 0, b = 0] = sight.map(([x, y, z]) =>
    Math.min(1, Math.max(0, x * red + y * green + z * blue)),
  );
  return [r, g, b];
}

/** CIE Lab for daylight (D65): lightness 0 to 100, then the two axes of colour. */
export function lab([red, green, blue]: Linear): Linear {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const [fx = 0, fy = 0, fz = 0] = [x, y, z].map((part) =>
    part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116,
  );
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** How different two colours look (CIE 1976). */
export function difference(a: Linear, b: Linear): number {
  const [one, other] = [lab(a), lab(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** Contrast ratio of WCAG 2: 1 to 21. */
export function contrast(a: Linear, b: Linear): number {
  const [dark = 0, light = 0] = [a, b]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}
