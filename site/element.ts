type Attributes = Readonly<Record<string, string | boolean | number | undefined>>;

/**
 * Creates an element. Text children stay text; nothing is parsed as HTML.
 *
 * @param attributes true: present without a value; false or undefined: absent
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}
