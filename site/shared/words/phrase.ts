/**
 * A phrase that is completed once its number is known, during the build or in the browser. `{count}`
 * and other names in braces are then filled in; the plural rules of the language choose the form.
 */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/**
 * Completes a phrase by replacing names in braces; a name without a value is left as it is.
 *
 * @param values numbers are formatted for the locale
 */
export function fill(
  phrase: string,
  values: Readonly<Record<string, string | number>>,
  locale = 'en-US',
): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => {
    // A noun of the settings may hold any text in braces, also the name of a method of objects.
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberIn(locale, value) : value;
  });
}

/**
 * Chooses the form that goes with a number and completes it.
 *
 * @param count also the value of `{count}`
 */
export function countIn(
  forms: Forms,
  count: number,
  locale: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { ...values, count }, locale);
}

/** The text under a key that a file names; the key itself where there is no text of it. */
export function textUnder(texts: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(texts, key) ? (texts[key] ?? key) : key;
}

const percentFormats = new Map<string, Intl.NumberFormat>();

/**
 * Formats a share as the locale writes percent.
 *
 * @param percent 0 to 100, already rounded (`shareOf`); a reader's threshold may have two decimals
 */
export function percentIn(locale: string, percent: number): string {
  // Creating a format is expensive, and a map prints hundreds of shares.
  const format =
    percentFormats.get(locale) ??
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  percentFormats.set(locale, format);
  return format.format(percent / 100);
}

/** Formats a figure as the pages do, with a typographic minus sign (U+2212). */
export function numberIn(locale: string, value: number, decimals = 0): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(value).replace('-', '−');
}
