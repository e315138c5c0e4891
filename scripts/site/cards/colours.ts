/** The light colours of `site/style.css`: a drawing has no style sheet to ask. */
export const COLOURS = {
  paper: '#fbfaf6',
  ink: '#1b2430',
  soft: '#566171',
  line: '#d9d5c9',
  accent: '#0b5c6b',
  bar: '#1f7a8c',
  alert: '#8a3b12',
} as const;
