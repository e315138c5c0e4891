import type { englishData } from './en-data.ts';

/** The data page in Spanish. */
export const spanishData: typeof englishData = {
  title: 'Datos',
  description: (district) =>
    `Descargue todos los números de ${district}: tablas CSV y JSON en direcciones fijas, qué significa cada columna y cada clave, y la historia en git.`,
  lead: 'Cada número como archivo en una dirección fija, de uso libre',
  asOf: (date) => `con datos hasta el ${date}`,
  open: 'Ese día aún no ha terminado, así que se le puede añadir algo.',
  tables: 'Tablas',
  tablesLead:
    'CSV en UTF-8 con una línea de encabezado, un hecho por línea. Un texto que una hoja de cálculo tomaría por una fórmula lleva un apóstrofo delante.',
  columns: 'Qué significa cada columna',
  ownTable: 'Las líneas de cada escuela están en un archivo pequeño, enlazado desde su página:',
  api: 'JSON para programas',
  apiLead:
    'No hace falta ninguna clave de acceso. null quiere decir desconocido, nunca 0; un día que falta no se leyó, y eso tampoco es 0. Cada archivo dice hasta qué día llega y si ese día ha terminado.',
  schema: 'esquema',
  example: 'por ejemplo',
  keys: 'Qué significa cada clave',
  original: 'Como en el primer sitio',
  originalLead:
    'Lo que se hizo sobre el primer sitio de las escuelas de Chicago sigue funcionando.',
  promise: 'Lo que no cambia',
  promiseText:
    'Las direcciones, las columnas, las claves y los identificadores de los artículos de los canales no cambian; se pueden añadir otros. Si algo tiene que desaparecer, se anuncia antes aquí y en el canal de avisos, al menos 14 días antes, y para entonces ya hay una versión nueva a su lado.',
  changes: 'Cambios anunciados',
  noChange: 'No hay ningún cambio anunciado.',
  from: (date) => `a partir del ${date}`,
  feeds: 'Canales',
  daily: 'un artículo por cada día con algún cambio, cuando ha terminado',
  updates: 'un artículo por cada cambio, en cuanto se ve',
  notices:
    'correcciones, actualizaciones retenidas, días que no se pudieron leer, cambios anunciados',
  ownFeed: 'cada escuela tiene el suyo, en su página',
  check: 'Compruebe lo que ha descargado',
  checkText:
    'El SHA-256 de cada archivo está a su lado. En una carpeta con las mismas rutas, esto los comprueba todos:',
  source: 'De dónde vienen los números',
  sourceText: (district) =>
    `${district} publica un número creciente por escuela. Lo leemos varias veces al día y anotamos cuánto creció, en el día en que lo vimos por primera vez. Una línea ya escrita no se cambia nunca.`,
  sheet: 'Lo que publica el distrito',
  history: 'La historia de cada línea, en git',
  licence: 'Qué puede hacer',
  licenceText:
    'Los números son hechos que publica el distrito; úselos como quiera y nombre al distrito como fuente. El programa tiene la licencia MIT.',
  cite: 'Cómo citar',
  citation: (district, site, address, date) =>
    `${district}: casos por escuela, registrados por ${site}${date === '' ? '' : `, con datos hasta el ${date}`}. ${address}`,
};
