/**
 * A phrase that is finished where the number is known: while the site is built, or in the browser.
 * `{count}` and other names in braces are filled in there; the language's rules choose the form.
 */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/**
 * Finishes a phrase: names in braces are replaced.
 *
 * @param values a number is written as the locale writes it
 */
export function fill(
  phrase: string,
  values: Readonly<Record<string, string | number>>,
  locale = 'en-US',
): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberIn(locale, value) : value;
  });
}

/** Finishes the form that goes with a number. */
export function countIn(
  forms: Forms,
  count: number,
  locale: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { ...values, count }, locale);
}

/** A figure as the pages write it: with the minus sign of typography. */
export function numberIn(locale: string, value: number, decimals = 0): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(value).replace('-', '−');
}
