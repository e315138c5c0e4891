/**
 * A phrase that is finished in the browser, where the number is known: `{count}` and other names in
 * braces are filled in there, and the language's rules choose the form.
 */
export interface Forms {
  readonly one: string;
  readonly other: string;
}
