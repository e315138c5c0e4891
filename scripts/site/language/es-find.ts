import type { englishFind } from './en-find.ts';

/** The words for finding and keeping schools, in Spanish. */
export const spanishFind: typeof englishFind = {
  search: {
    label: 'Buscar una escuela',
    button: 'Buscar',
    words: {
      options: 'Escuelas encontradas',
      found: { one: '{count} escuela encontrada', other: '{count} escuelas encontradas' },
      more: {
        one: '{count} escuela encontrada; Entrar la muestra',
        other: '{count} escuelas encontradas; Entrar las muestra todas',
      },
      none: 'Ninguna escuela tiene un nombre parecido',
      recent: { one: '{count} nuevo en 14 días', other: '{count} nuevos en 14 días' },
      formerly: 'antes {name}',
      failed: 'No se pudieron cargar los nombres. Entrar lleva a la lista de la A a la Z.',
    },
  },
  list: {
    words: {
      title: 'Escuelas parecidas a «{query}»',
      found: { one: '{count} escuela encontrada.', other: '{count} escuelas encontradas.' },
      none: 'Ninguna escuela tiene un nombre parecido. Abajo están todas.',
      all: 'Mostrar todas las escuelas',
    },
  },
};
