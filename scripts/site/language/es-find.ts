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
  near: {
    button: 'Escuelas cerca de mí',
    privacy:
      'Se calcula en este dispositivo: el lugar donde usted está no se envía a nadie ni se guarda.',
    words: {
      columns: ['Escuela', 'Distancia', '14 días'],
      looking: 'Preguntando a este dispositivo dónde está …',
      found: {
        one: 'La escuela más cercana es {name}.',
        other: 'Las {count} escuelas más cercanas; la más cercana es {name}.',
      },
      far: 'Todas quedan lejos del lugar donde usted parece estar.',
      distance: '{miles} mi ({kilometers} km)',
      denied:
        'Este navegador no tiene permiso para decir dónde está usted. Puede permitirlo en los ajustes del navegador para este sitio, o buscar por nombre.',
      unavailable: 'Este dispositivo no sabe dónde está. Busque por nombre, por favor.',
      late: 'Este dispositivo tardó demasiado en decir dónde está. Inténtelo de nuevo o busque por nombre.',
      unable: 'Este navegador no puede decir dónde está. Busque por nombre, por favor.',
      noPlaces: 'No sabemos dónde están las escuelas de este distrito.',
      failed: 'No se pudo cargar la lista de escuelas. Inténtelo de nuevo, por favor.',
    },
  },
  mine: {
    title: 'Mis escuelas',
    empty:
      'Todavía ninguna. «Seguir aquí» en la página de una escuela la añade a esta lista, que solo este navegador recuerda.',
    follow: 'Seguir aquí',
    followWords: {
      kept: 'Ahora está en «Mis escuelas» de la primera página. Solo este navegador lo recuerda.',
      forgotten: 'Ya no está en «Mis escuelas».',
      closed: 'Este navegador no deja que la página recuerde nada.',
    },
    words: {
      title: 'Mis escuelas',
      columns: ['Escuela', '7 días', '14 días', 'Todos', ''],
      forget: 'Olvidar {name}',
      forgetAll: 'Olvidar todas',
      compare: 'Comparar',
      feeds: 'Sus canales en un archivo para lectores de canales (OPML)',
      file: 'mis-escuelas.opml',
      failed: 'No se pudieron cargar los números de sus escuelas. Vuelva a cargar la página.',
    },
  },
  compare: {
    title: 'Comparar escuelas',
    description: (district, counted) =>
      `Hasta cuatro escuelas de ${district}, una junto a otra: ${counted.plural} nuevos por día y por período.`,
    lead: 'Hasta cuatro escuelas, una junto a otra. La dirección de esta página dice cuáles, así que puede enviarla.',
    withOthers: 'Comparar con otras escuelas',
    add: 'Añadir una escuela',
    noScript:
      'Sin JavaScript esta página no puede reunir escuelas. Los períodos de todas están juntos aquí:',
    words: {
      none: 'Todavía no hay ninguna escuela elegida.',
      comparing: {
        one: 'Hay una escuela elegida; añada otra.',
        other: 'Comparando {count} escuelas.',
      },
      unknown: 'Ninguna escuela tiene el número {id}.',
      full: 'Cuatro es el máximo; quite una para añadir otra.',
      remove: 'Quitar {name}',
      chosen: 'Escuelas elegidas',
      failed: 'No se pudieron cargar los números. Vuelva a cargar la página.',
      table: 'Casos nuevos por período',
      columns: ['Escuela', '7 días', '14 días', '21 días', 'Año escolar', 'Todos', 'Por 100*'],
      asOf: 'Los períodos son días del calendario y terminan el {date}, el último día leído.',
      smallNumbers:
        '* Casos nuevos de los últimos 14 días por cada 100 alumnos inscritos. Son números pequeños: un caso más o menos cambia mucho la tasa.',
      unknownRate: 'se desconoce',
      charts: 'Casos nuevos por el día en que se informaron',
      oneScale:
        'Todas las gráficas tienen la misma escala. Un hueco en la línea es un día que no se leyó; la barra que sigue abarca esos días. Las barras rayadas bajo la línea son correcciones.',
      chart:
        '{name}, del {from} al {to}: {sum} casos nuevos en total, {most} como máximo en un informe.',
    },
  },
};
