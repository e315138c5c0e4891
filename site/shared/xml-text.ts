/** Replaces every character that XML 1.0 does not allow (its production `Char`) with a space. */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ' ');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for HTML and XML, in content and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return xmlText(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
