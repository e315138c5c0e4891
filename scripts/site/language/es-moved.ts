import type { englishMoved } from './en-moved.ts';

/** Pages that lead on from the original's addresses. */
export const spanishMoved: typeof englishMoved = {
  title: (path) => `Ha cambiado de sitio: ${path}`,
  description: (path, site) => `Dónde está ahora ${path} en ${site}.`,
  heading: 'Esta página ha cambiado de sitio',
  go: 'Ir a su nuevo sitio',
  school: 'Ahora cada escuela tiene su propia página.',
  toSchools: 'Búsquela en la lista de todas las escuelas',
};
