/** What XML 1.0 cannot hold becomes a blank. */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ' ');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as HTML, and fit for XML. */
export function escapeHtml(text: string): string {
  return xmlText(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
