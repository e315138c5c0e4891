import type { Language } from './en.ts';
import { type CountedNoun, formatOf } from './format.ts';
import { capital, type Nouns } from './nouns.ts';
import { ending, type SpanishNouns, spanishNouns } from './spanish-nouns.ts';

const format = formatOf('es-US');
const { number, choose, many } = format;
const days = (count: number) => many(count, 'día', 'días');
const nuevos = (counted: CountedNoun) => `nuev${ending(counted)}s`;
const cases = (count: number, counted: CountedNoun) =>
  many(count, counted.singular, counted.plural);
const newCases = (count: number, counted: CountedNoun) => {
  const word = count === 1 ? `nuev${ending(counted)}` : nuevos(counted);
  return `${many(count, counted.singular, counted.plural)} ${word}`;
};

/** “3:40 p.m.” already ends in a full stop. */
const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);

/** Every word of the site in Spanish. */
export function spanish(nouns: Nouns): Language {
  return words(spanishNouns(nouns));
}

/** Answers that speak of children, where places are schools. */
const ofSchools = (n: SpanishNouns) => ({
  description: `¿Hay casos en ${n.thePlace} de mi hija o mi hijo? `,
  find: `¿Hay casos en ${n.thePlace} de mi hija o mi hijo?`,
  findId: 'my-school',
  heard: `${n.ThePlace} avisó de un caso, pero no veo ninguno. ¿Por qué?`,
  early: `${n.ThePlace} puede avisar`,
  rate: `${n.APlace} con 1,000 ${n.people} tendrá más casos que un${n.o} con 100. La tasa ayuda a comparar${n.it}s. Pero casi tod${n.o}s tienen solo uno o dos casos, y uno más cambia mucho una tasa así.`,
  twice: `Quien va a dos ${n.places} puede contar en l${n.o}s dos.`,
  person: '¿Puede un número señalar a un niño?',
  personId: 'children',
  nothingFiner: 'ni clase, ni edad, ni día de la enfermedad',
});

/** The same answers where places are anything else. */
const ofPlaces = (n: SpanishNouns): ReturnType<typeof ofSchools> => ({
  description: '',
  find: `¿Cómo encuentro ${n.aPlace}?`,
  findId: 'my-place',
  heard: 'Oí hablar de un caso, pero no veo ninguno. ¿Por qué?',
  early: 'La noticia puede llegar',
  rate: `${n.APlace} con much${n.peopleO}s ${n.people} tendrá más casos que otr${n.o} con poc${n.peopleO}s. La tasa ayuda a comparar${n.it}s. Pero donde hay solo uno o dos casos, uno más cambia mucho una tasa así.`,
  twice: `Quien pertenece a dos ${n.places} puede contar en l${n.o}s dos.`,
  person: '¿Puede un número señalar a una persona?',
  personId: 'people',
  nothingFiner: 'ni nombre, ni edad, ni día de la enfermedad',
});

const words = (n: SpanishNouns): Language => ({
  ...format,
  name: 'Español',
  schools: (count) => many(count, n.place, n.places),
  days,
  cases,
  newCases,
  corrections: (count) => many(count, 'corrección', 'correcciones'),
  updates: (count) => many(count, 'actualización', 'actualizaciones'),
  reports: (count) => many(count, 'informe', 'informes'),
  notRead: 'sin leer',

  nav: {
    skip: 'Ir al contenido',
    home: 'Hoy',
    schools: n.Places,
    map: 'Mapa',
    cases: 'Fechas',
    data: 'Datos',
    about: 'Info',
    label: 'Principal',
    languages: 'Idiomas',
  },
  layout: {
    lastRead: (date, district) => `Leído por última vez el ${date} de lo que publica ${district}.`,
    meaning: 'Qué significan estos números',
    feed: 'Canal RSS',
    faq: 'Preguntas',
    subscribe: 'Cómo enterarse',
    status: 'Estado',
    ledger: 'El registro en git',
  },
  banner: {
    held: (since) =>
      `Una actualización más reciente parece inusual. Desde el ${since} espera a que una persona la revise. Los números de aquí son los últimos que pasaron.`,
    whyHeld: 'Por qué espera una actualización',
    failing: (since, cause) =>
      `Los números ${n.ofTheDistrict} no se pueden leer desde el ${since}: ${cause}. Los números de aquí se leyeron antes.`,
    ended: (date) =>
      `${n.TheDistrict} dejó de publicar el ${date}. Estos son los números definitivos.`,
    copy: 'Sin conexión: esta es la copia del {when}.',
    stale:
      'Esta página se revisó por última vez hace más de 36 horas, así que pueden faltar números más recientes.',
  },
  causes: {
    unreachable: 'su dirección no responde',
    'name-resolution': 'no se encuentra su dirección',
    'timed-out': 'su dirección tarda demasiado en responder',
    truncated: 'la respuesta llegó cortada',
    'rate-limited': 'nos pidieron leer con menos frecuencia',
    'server-error': 'su servidor informa de un error',
    'unusual-traffic-page': 'su servidor nos toma por un robot',
    'http-error': 'su dirección ya no lleva a ninguna parte',
    'sign-in-page': 'la tabla ya no es pública',
    'html-page': 'llegó una página web en lugar de la tabla',
    'too-many-redirects': 'su dirección da vueltas',
    'forbidden-address': 'su dirección no es pública',
    'no-such-file': 'el archivo no está',
    empty: 'la respuesta llegó vacía',
    'too-large': 'la respuesta es demasiado grande',
    'not-utf8': 'la tabla tiene una forma que no podemos leer',
    'header-only': 'la tabla no tiene filas',
    'unknown-columns': 'cambiaron las columnas de la tabla',
    'too-many-columns': 'la tabla tiene demasiadas columnas',
    'ambiguous-rows': 'la tabla se puede leer de más de una manera',
    'misread-rows': 'la tabla es de otro tipo que antes',
    'not-a-running-total': 'las cifras de la tabla no son totales acumulados',
    incomplete: 'solo llegó una parte de la tabla',
    'ragged-csv': 'una fila de la tabla está dañada',
    'unterminated-csv': 'la tabla llegó cortada',
    'bad-json': 'la respuesta tiene una forma que no podemos leer',
    'duplicate-schools': `${n.aPlace} está dos veces en la tabla`,
    'unreadable-rows': 'no se pueden leer demasiadas filas de la tabla',
  },
  today: {
    title: '¿Dónde está el número de hoy?',
    nothingRead: 'Todavía no se ha leído nada. El primer número llega tras la primera lectura.',
    ended: (date) => `No hay número de hoy: ${n.theDistrict} dejó de publicar el ${date}.`,
    held: (last) =>
      `Una actualización más reciente espera a que una persona la revise.${last ? ` El último día que pasó es el ${last}.` : ''}`,
    failing: (since, last) =>
      `Los números ${n.ofTheDistrict} no se pueden leer desde el ${since}.${last ? ` El último día leído es el ${last}.` : ''}`,
    open: (date) => `El ${date} ya tiene número. Todavía puede crecer hasta que termine ese día.`,
    final: (date) => `El número del ${date} es definitivo: ese día ha terminado.`,
    since: (date) => `desde el ${date}`,
    sinceBeginning: 'desde que empezó este registro',
    unchangedSoFar: (date, since) =>
      `Leído el ${date}: nada ha cambiado ${since}. Todavía puede haber un cambio hasta que termine ese día.`,
    unchanged: (date, since) => `Leído el ${date}: nada había cambiado ${since}.`,
    noSchool: (date, since) =>
      `El ${date} no es día de clases, así que no se esperaba ningún número. Nada ha cambiado ${since}.`,
    late: (count, since, date) =>
      `${n.TheDistrict} se retrasa: nada ha cambiado en ${days(count)}, ${since}. La última lectura fue el ${date}.`,
    unread: (date) =>
      `El número de hoy todavía no está aquí. El último día de esta página es el ${date}.`,
    noSchoolToday: 'Hoy no hay clases, así que no se espera ningún número.',
    clocks: '¿De cuándo es esto?',
    seeStatus: 'vea la página de estado',
  },
  correction: `Un signo menos significa una corrección: ${n.theDistrict} retiró casos. La mostramos tal como llegó y nunca la ocultamos.`,
  windowEnds: (date) =>
    `Los períodos son días del calendario y terminan el ${date}, el último día leído.`,
  since: (date) => `desde el ${date}, la lectura anterior`,
  at: (where) => `en ${where}`,
  up: (now, before) =>
    `Sube: ${number(now)} en los últimos 7 días, ${number(before)} en los 7 días anteriores`,
  down: (now, before) =>
    `Baja: ${number(now)} en los últimos 7 días, ${number(before)} en los 7 días anteriores`,
  same: (now) => `Igual que en los 7 días anteriores: ${number(now)}`,
  unknownTrend:
    'No se leyó cada día de las últimas dos semanas, por eso esta semana no se compara con la anterior',

  home: {
    description: (answer, date, district, counted) =>
      `${answer}. ${date}. ${district}: ${counted.plural} por ${n.place}.`,
    noChange: 'Ningún caso nuevo desde que empezó este registro',
    nothingRead: 'Todavía no se ha leído nada',
    reportedOn: (date) => `Informado el ${date}`,
    alsoRead: (dates) => `Leído también, sin cambios: ${dates}`,
    week: (counted) => `${counted.plural} en los últimos 7 días`,
    active: (count) =>
      `de ${many(count, n.place, n.places)} con algún cambio en los últimos 14 días`,
    all: (counted) => `${counted.plural} registrados en total`,
    ownTotal: (total, places) =>
      `El total de la propia hoja es ${total}; ${n.thePlaces} suman ${places}`,
    allNote: `La cuenta ${n.ofTheDistrict}, con lo que ya tenía cuando empezó este registro.`,
    changedOn: (date) => `Qué cambió el ${date}`,
    inUpdates: (updates) => `En ${updates} ese día.`,
    now: (total) => `ahora ${total}`,
    wholeDay: 'Ese día completo',
    more: (count) => `Todo ese día, ${number(count)} más`,
    linesInGit: 'sus líneas en git',
    lastUpdateOf: (count, date) =>
      `La última actualización: la número ${number(count)} del ${date}`,
    inUpdate: (figure, time) => sentence(`${figure}, vista a las ${time}`),
    activeSchools: `${n.Places} con algún cambio en los últimos 14 días`,
    noneActive: `${capital(n.noPlace)} tuvo cambios en los últimos 14 días.`,
    everySchool: (count) => `L${n.o}s ${many(count, n.place, n.places)}, de la A a la Z`,
    caption: 'Casos nuevos de los últimos 7, 14 y 21 días, y todos los registrados',
  },
  table: {
    school: n.Place,
    window: (count) => days(count),
    all: 'Total',
    newCases: 'Casos nuevos',
    inAll: 'En total',
    reported: 'Informado',
    schools: n.Places,
    since: 'Desde',
    update: 'Actualización',
    inGit: 'En git',
    covers: 'Abarca',
    weekFrom: 'Semana desde el lunes',
    soFar: 'Suma',
  },
  list: {
    title: `Tod${n.o}s ${n.thePlaces}, de la A a la Z`,
    description: (count, district, counted) =>
      `Cada un${n.o} de l${n.o}s ${many(count, n.place, n.places)} de ${district}, con sus ${counted.plural} de los últimos 7, 14 y 21 días.`,
    bold: 'En negrita: algún cambio en los últimos 14 días.',
    letters: 'Letras',
    under: (letter) => `${n.Places} con ${letter}`,
  },
  school: {
    description: (name, id, district, recent, total) =>
      `${name} (${district}): ${recent} en los últimos 14 días, ${total} en total. ${n.Place} ${id}.`,
    never: (counted) =>
      `No se han informado ${counted.plural} de ${n.thisPlace} desde que empezó este registro.`,
    merged: (name) =>
      `Se cuenta como ${name}, donde están ahora sus casos. Sus informes anteriores siguen aquí.`,
    recent: (figure, date) =>
      `${figure} en los últimos 14 días. El último cambio se informó el ${date}.`,
    lastDays: (count) => `en los últimos ${days(count)}`,
    year: (name) => `en el ${n.year} ${name}`,
    all: 'en total',
    noFigure: 'aún sin cifra',
    noFigureYet: `${n.TheDistrict} aún no ha mostrado ninguna cifra de ${n.thisPlace}.`,
    baseline: (count) =>
      `El total incluye ${count} que ${n.theDistrict} contó antes de que empezara este registro o que sus días no muestran.`,
    notices: 'Avisos y correcciones',
    corrected: (before, after) => `Una corrección: de ${before} en total a ${after}`,
    reports: 'Todos los informes',
    none: 'Ninguno desde que empezó este registro.',
    line: 'línea',
    lineOf: (date) => `La línea del ${date} en git`,
    facts: `Sobre ${n.thisPlace}`,
    id: `Número ${n.ofThePlace}`,
    enrollment: n.Enrolled,
    unknown: 'desconocido',
    area: 'Zona',
    formerly: 'Antes',
    sheetName: 'En la fuente',
    oneDose: `${n.People} con una dosis de vacuna`,
    fullyVaccinated: `${n.People} con la vacuna completa`,
    ofPupils: (count, share) => `${count} (${share} de ${n.theEnrolled})`,
    factsNote: `Desconocido significa que ${n.theDistrict} no publica ningún número, o 0 ${n.people}. No es un 0.`,
    rate: (figure) => `Son ${figure} por cada ${n.per} ${n.enrolled} en los últimos 14 días.`,
    smallNumbers: 'Números pequeños: un caso más o menos cambia mucho esta tasa.',
    gaps: (count) =>
      `De los últimos 21 días, ${number(count)} no se ${count === 1 ? 'leyó' : 'leyeron'}: lo que cambió entonces está en la cifra del día siguiente.`,
    nearest: `${n.ThePlaces} más cercan${n.o}s`,
    nearestNote: 'En línea recta, con los casos nuevos de los últimos 14 días.',
    update: (count) => `actualización ${number(count)}`,
    alone: `No hay otr${n.o} ${n.place} registrad${n.o} con lugar conocido.`,
    noPlace: `No sabemos dónde está ${n.thisPlace}, por eso aquí no tiene vecin${n.o}s.`,
    distance: 'Distancia',
    miles: (figure) => many(figure, 'milla', 'millas'),
    files: 'Seguir y reutilizar',
    csv: 'Sus informes en CSV',
    json: 'Todo en JSON',
    feed: 'Su canal',
    feedTitle: (name) => `${name}: cada cambio`,
  },
  dates: {
    title: 'Por fecha',
    description: (district) =>
      `Todas las fechas en que se leyeron los números de ${district}, la más reciente primero.`,
    dateDescription: (figure, where, district, date) =>
      `${figure} en ${where} de ${district}, informados el ${date}.`,
    latest: (date) => `Lo más reciente: ${date}`,
    readSince: (dates) => `Leído después, sin cambios: ${dates}.`,
    every: 'Todas las fechas leídas',
    newest: (count) => `Las ${number(count)} fechas leídas más recientes`,
    archive: 'Todas las fechas, en el archivo',
    note: 'Una fecha es el día en que se vio un cambio por primera vez, no el día de la enfermedad. Un día que no está en la lista no se leyó.',
    gap: (count) => `${days(count)} antes sin leer`,
    open: 'El día no ha terminado: puede haber más.',
    baseline: (total) =>
      `El primer día de este registro: lo que ${n.theDistrict} mostraba entonces, ${total} en total, es el punto de partida, y nada de ello es nuevo.`,
    unchanged: `Se leyeron los números ${n.ofTheDistrict} y no habían cambiado.`,
    linesInGit: 'Estas líneas en git',
    inUpdates: (updates) => `En ${updates}`,
    update: (count, time) => `Actualización ${number(count)}, ${time}`,
    others: 'Otras fechas',
  },
  asOf: {
    title: 'Lo que decía este sitio al final de ese día',
    imported:
      'Este día es anterior a este sitio: sus cifras se importaron. Esto es lo que habría mostrado la primera página.',
    headline: (figure, date) => `La cifra más reciente entonces: ${figure}, el ${date}.`,
    active: (count) =>
      `${choose(count, n.place, n.places)} con algún cambio en los últimos 14 días`,
    until: (date) => `Siguió así hasta el ${date}, cuando se volvieron a leer los números.`,
    note: `Son sumas de las líneas del registro hasta ese día. Lo que ${n.theDistrict} retiró después cuenta el día en que lo hizo.`,
    lines: 'Esas líneas en git',
    later: 'Anotado después sobre ese día',
  },
  archive: {
    title: 'Archivo',
    description: (district) =>
      `Un calendario de todos los días en que se leyeron los números de ${district}, mes a mes.`,
    monthDescription: (figure, month, district) =>
      `${figure} de ${district}, informados en ${month}: el calendario de ese mes.`,
    lead: (first, last, read, unread) =>
      `Del ${first} al ${last}: ${days(read)} con lectura, ${number(unread)} sin leer.`,
    monthLead: (figure, read) => `${figure}, con ${days(read)} del mes leídos.`,
    year: (figure, dates) =>
      dates === 0
        ? `${figure}.`
        : `${figure}, en ${many(dates, 'fecha', 'fechas')} con algún cambio.`,
    bySchoolYear: `Por ${n.year}`,
    schoolYear: (figure, from, to) => `${figure}, del ${from} al ${to}`,
    note: 'El mes más reciente está primero. Cada casilla tiene el día del mes y sus casos nuevos, y lleva a ese día.',
    dayAndFigure: 'El día del mes y sus casos nuevos',
    legend: 'Casos nuevos:',
    withCorrection: 'con una corrección',
    gaps: 'Días sin leer',
    gapsNote:
      'No sabemos qué cambió en estos días: está en la cifra del siguiente día leído. No son ceros.',
    gapList: (count) => many(count, 'hueco', 'huecos'),
    gap: (from, to, count) => `del ${from} al ${to} (${days(count)})`,
    corrections: 'Correcciones',
    others: 'Otros meses',
  },
  offline: {
    title: 'Está sin conexión',
    description: (site) => `Lo que ${site} muestra de una página nunca vista, sin conexión.`,
    text: 'No hay conexión y de esta página no hay copia en este aparato, porque no la ha visto antes.',
    again: 'Intentar otra vez',
    kept: 'Páginas que puede leer ahora',
  },
  embed: {
    description: (name, id, recent) =>
      `Una tarjeta para insertar: ${name}, ${recent} en los últimos 14 días. ${n.Place} ${id}.`,
    title: `Mostrar ${n.thisPlace} en su propia página`,
    text: 'Copie estas líneas en su página. La tarjeta no necesita programas y siempre muestra lo último.',
    code: 'Líneas para copiar',
    frame: (name, counted) => `${counted.plural} ${nuevos(counted)}: ${name}`,
    recent: (length) => `nuevos en los últimos ${days(length)}`,
    asOf: (date) => `Hasta el ${date}`,
  },
  card: {
    site: (counted) =>
      `${counted.plural} ${nuevos(counted)}, ${n.place} por ${n.place}`.replace(/^./, (letter) =>
        letter.toUpperCase(),
      ),
    newCases: (count, counted) =>
      choose(
        count,
        `${counted.singular} nuev${ending(counted)}`,
        `${counted.plural} ${nuevos(counted)}`,
      ),
    sinceBegan: 'desde que empezó este registro',
    window: (count, length) => `${number(count)} en los ${days(length)} hasta entonces`,
    inAll: (total) => `${total} en total`,
    byWeek: 'Nuevos por semana, 12 semanas hasta entonces',
    byDay: 'Nuevos por día, 6 semanas hasta entonces',
  },
  chart: {
    perDay: 'Casos nuevos por el día en que se informaron',
    perReport: 'Casos nuevos por informe; una barra es tan ancha como los días que abarca',
    byWeek: 'Casos nuevos por semana del calendario, de lunes a domingo',
    cumulative: 'Casos nuevos sumados',
    mean: 'Media de 7 días',
    meanMessage: (figure, date) => `${figure} al día de media en los 7 días hasta el ${date}`,
    mostMessage: (figure, date) => `El informe más alto: ${figure}, el ${date}`,
    noneMessage: (counted, since) =>
      `Sin ${counted.plural} ${nuevos(counted)} desde ${since === null ? 'que empezó este registro' : `el ${since}`}`,
    weekToMessage: (figure, date) => `${figure} en la semana hasta el ${date}`,
    weekMessage: (figure, monday) => `${figure} en la semana del ${monday}`,
    weekChangeMessage: (figure, monday, change) =>
      change === 0
        ? `${figure} en la semana del ${monday}, tantos como en la anterior`
        : `${figure} en la semana del ${monday}, ${number(Math.abs(change))} ${change > 0 ? 'más' : 'menos'} que en la anterior`,
    weeksMessage: (counted) => `${counted.plural} ${nuevos(counted)} semana a semana`,
    sumMessage: (figure, date) => `${figure} desde el ${date}`,
    inReports: (figure, reports) => `${figure} en ${reports}`,
    fromTo: (from, to) => `del ${from} al ${to}`,
    legend: {
      gains: 'Casos nuevos',
      several: 'Varios días informados juntos: su media por día',
      partial: 'Una semana que no ha terminado o no se leyó hasta el final: vea la tabla',
      corrections: 'Corrección: casos retirados',
      mean: 'Media de 7 días, si se leyeron los 7',
      axis: 'Hueco en la línea: sin leer',
    },
    table: 'Todos los números en una tabla',
    description: (from, to, sum) =>
      `Del ${from} al ${to}: ${sum} en total. Los números están en la tabla de abajo.`,
    spans: 'Tiempo que se muestra',
    yearOf: (name) => `${n.Year} ${name}`,
    months: '12 meses',
    allTime: 'Todo',
    readBy: {
      report: 'Cifras de la gráfica, una por una',
      week: 'Cifras de la gráfica, semana por semana',
    },
    reading: (counted) => ({
      line: '{when}: {figure}',
      between: '; ',
      week: 'En la semana hasta el {date}',
      days: 'En los {count} días hasta el {date}',
      fromTo: 'del {from} al {to}',
      newCases: {
        one: `{count} ${counted.singular} nuev${ending(counted)}`,
        other: `{count} ${counted.plural} ${nuevos(counted)}`,
      },
      none: `sin ${counted.plural} ${nuevos(counted)}`,
      correction: 'corrección {figure}, casos retirados',
      mean: 'media de 7 días: {figure}',
      unread: {
        one: 'uno de esos días no se leyó',
        other: '{count} de esos días no se leyeron',
      },
      notRead: 'sin leer',
      since: '{figure} desde el {date}',
    }),
  },
  data: {
    title: 'Datos',
    description: (district) =>
      `Descargue todos los números de ${district}: tablas CSV y JSON en direcciones fijas, qué significa cada columna y cada clave, y la historia en git.`,
    lead: 'Cada número como archivo en una dirección fija, de uso libre',
    asOf: (date) => `con datos hasta el ${date}`,
    open: 'Ese día aún no ha terminado, así que se le puede añadir algo.',
    tables: 'Tablas',
    tablesLead:
      'CSV en UTF-8 con una línea de encabezado, un hecho por línea. Un texto que una hoja de cálculo tomaría por una fórmula lleva un apóstrofo delante.',
    database: 'Todo el registro en un solo archivo, una base de datos SQLite:',
    described:
      'Lo que describe las tablas para programas, con tipos, claves y fuentes (un Data Package):',
    columns: 'Qué significa cada columna',
    ownTable: `Las líneas de cada ${n.place} están en un archivo pequeño, enlazado desde su página:`,
    api: 'JSON para programas',
    apiLead:
      'No hace falta ninguna clave de acceso. null quiere decir desconocido, nunca 0; un día que falta no se leyó, y eso tampoco es 0. Cada archivo dice hasta qué día llega y si ese día ha terminado.',
    schema: 'esquema',
    example: 'por ejemplo',
    keys: 'Qué significa cada clave',
    original: 'Como en el primer sitio',
    originalLead: `Lo que se hizo sobre el primer sitio de las escuelas de Chicago sigue funcionando.`,
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
    ownFeed: `cada ${n.place} tiene el suyo, en su página`,
    check: 'Compruebe lo que ha descargado',
    checkText:
      'El SHA-256 de cada tabla y de cada archivo JSON está a su lado. En una carpeta con las mismas rutas, esto los comprueba todos:',
    source: 'De dónde vienen los números',
    sourceText: (district) =>
      `${district} publica un número creciente por ${n.place}. Lo leemos varias veces al día y anotamos cuánto creció, en el día en que lo vimos por primera vez. Una línea ya escrita no se cambia nunca.`,
    sheet: `Lo que publica ${n.theDistrict}`,
    history: 'La historia de cada línea, en git',
    licence: 'Qué puede hacer',
    termsOf: (licence) =>
      licence === undefined
        ? `Los números son hechos que publica ${n.theDistrict}; úselos como quiera y nombre ${n.toTheDistrict} como fuente.`
        : `Los números son hechos que publica ${n.theDistrict}; las tablas tienen la licencia ${licence}. Nombre ${n.toTheDistrict} como fuente.`,
    programTerms: 'El programa tiene la licencia MIT.',
    licenceLink: 'El texto de esa licencia',
    cite: 'Cómo citar',
    citeProgram: 'Cómo citar el programa: CITATION.cff',
    dataset: (district, site) => `${district}: casos por ${n.place}, registrados por ${site}`,
    citation: (district, site, address, date) =>
      `${district}: casos por ${n.place}, registrados por ${site}${date === '' ? '' : `, con datos hasta el ${date}`}. ${address}`,
  },
  api: {
    files: {
      index: 'Qué hay, de dónde viene y en qué condiciones',
      district: `${n.TheDistrict}: cifras, períodos, y si una actualización está retenida o falla la lectura`,
      latest: `El último día con algún cambio: sus actualizaciones y ${n.thePlaces} según cuánto cambiaron`,
      schools: `Tod${n.o}s ${n.thePlaces} con su lugar, sus períodos y su total`,
      school: `${n.APlace}, con todos sus informes`,
      days: 'Todos los días leídos; un día que falta no se leyó',
      date: `Un día leído: sus actualizaciones y tod${n.o}s ${n.thePlaces} que cambiaron`,
    },
    keys: {
      district: `Cómo se llama ${n.theDistrict}`,
      as_of:
        'El último día leído: con él terminan los períodos y totales; null antes de la primera lectura',
      day_is_over: 'false mientras aún se puede añadir algo a ese día',
      version: 'La versión de la API; otra tiene otra dirección',
      licence: 'Qué puede hacer con los números',
      source: `Lo que publica ${n.theDistrict} y nosotros leemos`,
      repository: 'Donde cada línea tiene su historia',
      site: 'La dirección del sitio',
      files: 'Los archivos de la API',
      path: `Su lugar dentro de api/v1/, con {id} para ${n.aPlace} y {date} para un día`,
      says: 'Lo que contiene, en inglés',
      schema: 'La dirección de su JSON Schema',
      feeds: 'Canales en tres formatos',
      rss: 'El canal como RSS',
      atom: 'El canal como Atom',
      json: 'El canal como JSON Feed',
      upcoming_changes: 'Cambios anunciados de lo que se publica, el más próximo primero',
      date: 'El día a partir del cual vale un cambio',
      text: 'La frase tal como se lee',
      schools: `${n.ThePlaces} por su nombre`,
      id: `El número permanente ${n.ofThePlace}`,
      school_id: `El número permanente ${n.ofThePlace}; null si no se trata de un${n.o} sol${n.o}`,
      name: 'Cómo se llama ahora',
      sheet_name: 'Cómo la fuente lo llama, si name es más largo; si no, falta',
      former_names: 'Cómo se llamaba antes',
      latitude: 'Grados norte; null si se desconoce',
      longitude: 'Grados este; null si se desconoce',
      enrollment: `${n.Enrolled}; null si se desconoce`,
      vaccinated_one_dose: `${n.People} con al menos una dosis; null si se desconoce`,
      vaccinated_complete: `${n.People} con la vacunación completa; null si se desconoce`,
      new_cases: `Cambio de la cuenta acumulada, o sus sumas por período; negativo cuando ${n.theDistrict} retiró casos`,
      days_7: 'Los últimos 7 días del calendario hasta as_of',
      days_14: 'Los últimos 14 días del calendario hasta as_of',
      days_21: 'Los últimos 21 días del calendario hasta as_of',
      school_year: `Desde que empezó el ${n.year} actual; null si no se indica ninguno`,
      total_cases:
        'El total de todos los tiempos, con lo contado antes de que empezara el registro',
      no_figure_yet:
        'true mientras la fuente no haya mostrado ninguna cifra: entonces se desconocen sus casos, y no son 0; si no, falta',
      last_change: `El último día con un cambio de ${n.thisPlace}; null si no hubo ninguno`,
      reports: `Cada cambio de ${n.aPlace} en una actualización`,
      reporting_date: `El día en que se vio el cambio por primera vez, en la hora ${n.ofTheDistrict}; no el día de la enfermedad`,
      update: 'Número de la actualización dentro de su día; 0 para la historia importada',
      renames: 'Cada cambio de su nombre',
      renamed_at: 'Cuándo se vio el nombre nuevo (UTC)',
      old_name: 'El nombre de antes',
      new_name: 'El nombre desde entonces',
      links: `Dónde más se habla ${n.ofThePlace}`,
      page: 'Su página',
      csv: 'Sus líneas como CSV',
      time_zone: 'La zona horaria IANA según la cual empiezan y terminan los días',
      school_count: `Cuánt${n.o}s ${n.places} hay`,
      days_not_read: 'Días de cada período que no se leyeron y por eso no tienen número propio',
      district_total: `El total que publica ${n.theDistrictItself}, si se lee; si no, null`,
      latest_change: 'El último día con algún cambio; null si no hubo ninguno',
      since: 'El día leído antes: desde ahí se cuenta; en los problemas, desde cuándo duran',
      schools_changed: `${n.Places} con algún cambio, también cuando se anula`,
      update_count: 'Cuántas actualizaciones tuvo ese día; 0 para la historia importada',
      current_school_year: `El ${n.year} de as_of; null si no se indica ninguno`,
      first_day: 'Su primer día',
      clocks: 'Cuándo cambió la fuente por última vez, y cuándo se miró por última vez',
      source_changed_on: 'El día en que la fuente cambió por última vez',
      source_changed_at: 'Cuándo se vio (UTC); null para la historia importada',
      checked_at: 'La última comprobación registrada (UTC)',
      held: 'Una actualización más nueva que espera a una persona; null si no la hay',
      declined: 'true si una persona la ha rechazado',
      reasons: 'Por qué espera',
      guard: 'El nombre de la regla',
      failing: 'No se puede leer la fuente; null si se puede',
      cause: 'Por qué no se puede leer, en una palabra',
      ended_on: `El día en que ${n.theDistrict} dejó de publicar; null mientras continúa`,
      latest: 'El último día con algún cambio, entero; null si no hubo ninguno',
      first_read_at: 'Cuándo se leyó el día por primera vez (UTC); null para la historia importada',
      updates: 'Las actualizaciones del día en orden',
      detected_at: 'Cuándo se vio (UTC)',
      movers: `El cambio de cada ${n.place} ese día, el mayor primero`,
      days: 'Todos los días leídos; un día que falta no se leyó, y eso no es 0',
    },
  },
  credits: {
    whom: 'A quién abarcan los números',
    title: 'De dónde viene cada dato',
    cases: 'Casos',
    total: `Total publicado por ${n.theDistrict}`,
    locations: `Dónde están ${n.thePlaces}`,
    enrollment: `Número de ${n.people}`,
    vaccination: 'Vacunación',
    outline: 'Contorno del mapa',
    areas: 'Zonas del mapa',
  },
  about: {
    title: 'Acerca de estos números',
    description: (district) =>
      `De dónde vienen los números de ${district}, qué significa un día, por qué uno puede ser negativo y cómo enterarse.`,
    lead: `${n.TheDistrict} publica un número creciente por ${n.place}. Lo leemos varias veces al día y anotamos cuánto creció.`,
    day: '¿Qué es aquí un día?',
    dayText: `El día en que vimos un cambio por primera vez, según el reloj ${n.ofTheDistrict}. No es el día en que alguien enfermó o se hizo la prueba. Un día que no pudimos leer no tiene número: es un hueco, no un cero, y el número siguiente abarca también los días anteriores.`,
    negative: '¿Por qué hay números negativos?',
    negativeText: `Porque ${n.theDistrict} retiró casos: un caso se anotó dos veces o en otr${n.o} ${n.place}. Mostramos la corrección el día en que se hizo y nunca cambiamos un día anterior.`,
    all: '¿Qué significa «en total»?',
    allText: (counted, began) =>
      `Tod${ending(counted)}s l${ending(counted)}s ${counted.plural} que ${n.theDistrict} ha contado en ${n.aPlace}, también l${ending(counted)}s de antes de que empezara este registro${began ? ` el ${began}` : ''}.`,
    years: (list) => `Los ${n.years} empiezan: ${list}.`,
    year: (name, date) => `${name} el ${date}`,
    held: '¿Cuándo espera un número a una persona?',
    heldText:
      'Una actualización que parece equivocada se retiene hasta que alguien la haya mirado. Los motivos son:',
    told: '¿Cómo me entero?',
    toldFeed: 'Suscríbase al',
    toldText:
      'con cualquier lector de canales: un artículo por cada día con algún cambio, cuando el día ha terminado. No guardamos direcciones ni usamos cookies.',
    notices: 'Avisos',
    check: '¿Puedo comprobar un número?',
    checkText: 'Sí. Cada uno lleva a su línea en',
    checkLedger: 'el registro en git',
    checkMore: 'donde cada cambio tiene su fecha. Todo ello en archivos:',
  },
  faq: {
    title: 'Preguntas y respuestas',
    description: (district) =>
      `${(n.areSchools ? ofSchools : ofPlaces)(n).description}¿Qué es un caso nuevo, una corrección, un hueco? Respuestas sobre los números de ${district}.`,
    questions: (facts) => {
      const own = n.areSchools ? ofSchools(n) : ofPlaces(n);
      return [
        {
          id: own.findId,
          question: own.find,
          answer: [
            `Escriba su nombre en el buscador que está arriba en cada página, o elíja${n.it} en la lista. Su página dice cuántos casos se sumaron en los últimos 7, 14 y 21 días${facts.hasYears ? `, en este ${n.year}` : ''} y en total.`,
            `Seguimos ${facts.schools}. Si ${n.aPlace} no está en la lista, nunca ha estado en lo que publica ${n.theDistrict}.`,
          ],
          more: { href: 'schools/', label: `Tod${n.o}s ${n.thePlaces}, de la A a la Z` },
        },
        {
          id: 'new-case',
          question: '¿Qué es aquí un caso nuevo?',
          answer: [
            `${n.TheDistrict} da un solo número por ${n.place}: cuánt${ending(facts.counted)}s ${facts.counted.plural} ha contado hasta ahora. Cada vez que ese número crece, anotamos cuánto. A eso lo llamamos nuevo.`,
            'Así que «nuevo» quiere decir que acaba de salir en la tabla. No dice cuándo alguien enfermó o se hizo la prueba.',
          ],
        },
        {
          id: 'letter',
          question: own.heard,
          answer: [
            `${own.early} antes de que ${n.theDistrict} ponga el caso en su tabla. Solo podemos mostrar lo que está en la tabla. Quizá esté mañana, o la semana que viene.`,
            `La última vez que algo cambió en ella fue ${facts.lastChange ? `el ${facts.lastChange}` : 'antes de que empezara este registro'}.`,
          ],
        },
        {
          id: 'negative',
          question: '¿Por qué es negativo un número?',
          answer: [
            `${n.TheDistrict} retiró un caso. Quizá estaba contado dos veces, o en otr${n.o} ${n.place}. A eso lo llamamos corrección. Está en el día en que se hizo, y los días anteriores quedan como estaban.`,
            `Hasta ahora hubo ${facts.corrections} en este registro.`,
          ],
        },
        {
          id: 'gap',
          question: '¿Por qué un día no tiene número?',
          answer: [
            'Ese día no pudimos leer la tabla, así que no lo sabemos. Mostramos un hueco, porque un 0 sería adivinar. El número siguiente abarca también los días que faltan, y lo dice.',
            'Un día que leímos y que no trajo nada nuevo tiene un 0.',
          ],
        },
        {
          id: 'week',
          question: '¿Está empeorando?',
          answer: [
            `La primera página compara los últimos 7 días con los 7 anteriores. El gráfico muestra cada día, y como línea la media de 7 días. Un día solo dice poco: ${n.theDistrict} suele sumar varios días de una vez.`,
          ],
          more: { href: '', label: 'Ver esta semana' },
        },
        ...(facts.hasRates
          ? [
              {
                id: 'rate',
                question: `¿Qué quiere decir «por cada ${n.per} ${n.people}»?`,
                answer: [
                  `${own.rate} Por eso la marcamos como número pequeño, y nunca ordenamos ${n.thePlaces} por ella.`,
                  `Si no sabemos cuánt${n.peopleO}s ${n.people} tiene ${n.aPlace}, no tiene tasa.`,
                ],
              },
            ]
          : []),
        {
          id: 'all',
          question: '¿Qué es «en total»?',
          answer: [
            `Tod${ending(facts.counted)}s l${ending(facts.counted)}s ${facts.counted.plural} que ${n.theDistrict} ha contado en ${n.aPlace}${facts.began ? `, también l${ending(facts.counted)}s de antes de que empezara este registro el ${facts.began}` : ''}.`,
            `No sume ${n.thePlaces} para saber cuántas personas son. ${own.twice}`,
          ],
          more: { href: 'about/', label: 'Sobre estos números' },
        },
        {
          id: 'held',
          question: '¿Qué es una actualización retenida?',
          answer: [
            `A veces la tabla parece estar mal. Falta la mitad, o ${n.aPlace} tiene cincuenta casos nuevos de golpe. Entonces no publicamos nada hasta que una persona lo haya mirado. La página lo dice, y muestra los últimos números que pasaron.`,
          ],
          more: { href: 'about/#held', label: 'Qué hace esperar a una actualización' },
        },
        {
          id: 'old',
          question: '¿De cuándo es lo que veo?',
          answer: [
            'Cada página dice qué día se leyó por última vez. Si nadie revisó una página durante 36 horas, ella misma lo dice, según el reloj de usted.',
            `${n.TheDistrict} no suma casos todos los días. Si calla durante ${facts.staleDays}, también lo decimos.`,
          ],
          more: { href: 'status/', label: 'Estado' },
        },
        {
          id: 'told',
          question: '¿Cómo me entero?',
          answer: [
            'Por correo, en un lector de canales o en un chat. No nos da ninguna dirección.',
          ],
          more: { href: 'subscribe/', label: 'Cómo enterarse' },
        },
        {
          id: 'privacy',
          question: '¿Me vigilan estas páginas?',
          answer: [
            `No. No hay cookies, ni contadores, ni partes de otros sitios. ${facts.hasMap ? `«Cerca de mí» calcula la distancia en su propio navegador, y su posición no sale de allí. Su lista de ${n.places} tampoco.` : `Su lista de ${n.places} no sale de su propio navegador.`}`,
          ],
        },
        {
          id: own.personId,
          question: own.person,
          answer: [
            `Mostramos lo que ${n.theDistrictItself} publica para todos, y nada más fino: ${own.nothingFiner}. No lo unimos con nada que pueda señalar a una persona.`,
          ],
        },
        {
          id: 'use',
          question: '¿Puedo usar los números?',
          answer: [
            'Sí. Son hechos. Cada tabla es un archivo con una dirección que no cambia, y cada cifra lleva a su línea en el registro.',
          ],
          more: { href: 'data/', label: 'Datos' },
        },
        {
          id: 'wrong',
          question: 'Un número está mal. ¿Qué puedo hacer?',
          answer: [
            `Si está mal la tabla de ${facts.district}, solo ${n.theDistrict} puede arreglarla; después mostramos la corrección. Si la leímos mal, díganoslo, por favor.`,
          ],
          more: { href: `${facts.repository}/issues`, label: 'Avisarnos' },
        },
        {
          id: 'who',
          question: '¿Quién hace esto?',
          answer: [
            `No lo hace ${facts.district}. Un programa lee lo que publica ${n.theDistrict}, y cualquiera puede ver cómo funciona. Si ${n.theDistrict} deja de publicar, los últimos números se quedan aquí y dicen que son los últimos.`,
          ],
          more: { href: facts.repository, label: 'El programa y el registro' },
        },
      ];
    },
  },
  subscribe: {
    title: 'Cómo enterarse',
    description: (district, counted) =>
      `Entérese de l${ending(counted)}s ${counted.plural} ${nuevos(counted)} en ${district} por correo, en un lector de canales o en un chat, sin dar aquí ninguna dirección.`,
    lead: 'No hace falta mirar aquí todos los días: las novedades pueden llegarle. Nada en esta página le pide una dirección suya, y ninguna pasa nunca por este sitio.',
    follow: 'Qué seguir',
    followText:
      'Cada clase de novedades tiene una dirección. Copie la que quiera; más abajo se dice qué hacer con ella.',
    school: `Para un${n.o === 'a' ? 'a' : ''} sol${n.o} ${n.place}`,
    schoolText: `Cada ${n.place} tiene su propio canal. Su dirección está en la página ${n.ofThePlace}, al final.`,
    ofSchool: `Un artículo por cada actualización que cambia la cifra de ${n.thisPlace}, en cuanto se ve.`,
    allAgain: `Volver a tod${n.o}s ${n.thePlaces}`,
    language: 'Idioma de las novedades',
    copy: 'Copiar',
    otherFormats: 'Lo mismo como',
    words: {
      address: 'Dirección de «{name}»',
      copied: 'Copiado.',
      byHand: 'Seleccionado: cópielo con Ctrl+C, ⌘C o una pulsación larga.',
      unknown: `${capital(n.noPlace)} tiene el número {id}.`,
      failed: `No se pudo cargar cada cuánto llegan novedades de ${n.thisPlace}. La dirección es correcta.`,
      often: {
        none: 'No llegó nada en {span}.',
        some: {
          one: 'Llegó un artículo en {span}.',
          other: 'Llegaron {count} artículos en {span}.',
        },
        weekly: {
          one: 'Cerca de un artículo por semana: {total} en {span}.',
          other: 'Cerca de {count} artículos por semana: {total} en {span}.',
        },
      },
    },
    span: (count, last) =>
      count % 7 === 0
        ? `${choose(count / 7, 'la', 'las')} ${many(count / 7, 'semana', 'semanas')} hasta el ${last}`
        : `${choose(count, 'el', 'los')} ${days(count)} hasta el ${last}`,
    ways: 'Cómo le llega',
    reader: 'En un lector de canales',
    readerText:
      'Un lector de canales (RSS) es una aplicación o un sitio que busca novedades en las direcciones que usted le da y le muestra lo que no ha leído. Añada al suyo una dirección de arriba.',
    allFeeds: 'Todos los canales en una lista (OPML) que los lectores pueden importar',
    mail: 'Por correo',
    mailText: `GitHub le manda un correo por cada día con algún cambio, para tod${n.o}s ${n.thePlaces} a la vez, cuando ese día ha terminado. Necesita allí una cuenta, que es gratis.`,
    mailSteps: {
      open: 'Entre en GitHub y abra esta página:',
      after: ['Pulse «Watch», arriba.', 'Elija «Custom», marque «Releases» y pulse «Apply».'],
    },
    mailStop: 'Para dejarlo, pulse otra vez «Watch» y elija «Participating and @mentions».',
    mailFeed: `Para un${n.o === 'a' ? 'a' : ''} sol${n.o} ${n.place}, o sin cuenta allí: hay servicios que convierten un canal en correo. Busque en la red «RSS a correo» y dé a uno una dirección de arriba. Le pedirá su dirección de correo, así que lea antes sus condiciones: no tenemos ningún servicio de estos ni hemos probado ninguno.`,
    phone: 'En el teléfono',
    phoneText:
      'Casi todos los lectores de canales son también aplicaciones, y algunos pueden avisarle. Instale uno, añada una dirección de arriba y permita los avisos.',
    posted: 'Las novedades se publican también aquí, con las palabras de este sitio:',
    feeds: {
      daily: (counted) => `${capital(counted.plural)} ${nuevos(counted)} por día`,
      updates: (counted) => `${capital(counted.plural)} ${nuevos(counted)}, cada actualización`,
      notices: () => 'Correcciones y avisos',
    },
    says: {
      daily:
        'Para casi todo el mundo: un artículo por cada día con algún cambio. Llega cuando el día ha terminado, así que puede tardar un día, pero lo que dice ya no cambia.',
      updates: 'Para quien no quiere esperar: un artículo por cada cambio, en cuanto se ve.',
      notices:
        'Correcciones, actualizaciones que esperan a una persona, días que no se pudieron leer y cambios en lo que se cuenta.',
    },
    chat: 'En un chat',
    chatText:
      'Slack, Microsoft Teams, Discord y otros pueden seguir un canal, algunos con una aplicación ajena. Busque «RSS» entre sus aplicaciones y dele una dirección de arriba.',
    promise: 'Lo que prometemos',
    promiseText:
      'Un artículo no se cambia nunca después de salir. Si hay que arreglar un número, lo dice un artículo nuevo. Las direcciones de los canales no cambian.',
  },
  status: {
    title: 'Estado',
    description: (district) =>
      `De cuándo son los números de ${district}: último cambio, última revisión, última construcción, y qué va mal si algo va mal.`,
    well: 'Todo funciona.',
    ended: `${n.TheDistrict} ha dejado de publicar. Ya no se lee nada.`,
    troubled: 'Algo necesita atención:',
    clocks: 'Tres relojes',
    changed: `Los números ${n.ofTheDistrict} cambiaron por última vez`,
    checked: 'Anotamos una revisión por última vez',
    built: 'Estas páginas se construyeron',
    never: 'todavía no',
    onDay: (date) => `el ${date}`,
    at: (date, time) => `${date}, ${time}`,
    fromCommit: 'de la revisión',
    byVersion: (version) => `La versión del programa es ${version}.`,
    checkNote:
      'Los números se leen varias veces al día. Una lectura se anota si es la primera de un día o si trae novedades.',
    days: 'Las últimas dos semanas',
    day: 'Día',
    read: 'Primera lectura',
    found: 'Casos nuevos',
    notRead: 'no se leyó',
    imported: 'del historial anterior',
    cadence: 'Con qué frecuencia leemos',
    cadenceOver: (span, reads) =>
      `Medido en los últimos ${span}, en los que la fuente se leyó ${reads} veces. El servicio que pone en marcha nuestro programa se retrasa a menudo; por eso medimos en lugar de prometer.`,
    notMeasured: 'Todavía sin medir: empieza después de la segunda lectura.',
    betweenReads: 'Tiempo entre dos lecturas',
    asked: 'Previsto',
    measured: 'Medido',
    median: 'La mitad de las veces, como mucho',
    p95: '95 de cada 100 veces, como mucho',
    longest: 'El más largo',
    record: 'El registro',
    began: 'Empezó',
    daysRead: 'Días leídos',
    daysMissed: 'Días intermedios que no se leyeron',
    updates: 'Actualizaciones',
    corrections: 'Líneas que son correcciones',
    total: 'Registrados en total',
    held: 'Una actualización espera a una persona',
    heldSince: (reason, since) => `${reason}, desde el ${since}`,
    failing: 'No se pueden leer los números',
    failingSince: (cause, since) => `Desde el ${since}. Causa: ${cause}.`,
    silent: (count) => `Los números ${n.ofTheDistrict} no cambian desde hace ${count}`,
    look: 'Mirar entre bastidores',
    runs: 'Cada ejecución del programa',
    issues: 'Alarmas y preguntas',
    stamp: 'El sello de esta construcción',
  },
  moved: {
    title: (path) => `Ha cambiado de sitio: ${path}`,
    description: (path, site) => `Dónde está ahora ${path} en ${site}.`,
    heading: 'Esta página ha cambiado de sitio',
    go: 'Ir a su nuevo sitio',
    school: `Ahora cada ${n.place} tiene su propia página.`,
    toSchools: `Búsquela en la lista de tod${n.o}s ${n.thePlaces}`,
  },
  notFound: {
    title: 'Página no encontrada',
    description: (site) => `No existe esa página en ${site}.`,
    text: 'No hay nada en esta dirección. Pruebe una de estas:',
  },
  find: {
    search: {
      label: `Buscar ${n.aPlace}`,
      button: 'Buscar',
      words: {
        options: `${n.Places} encontrad${n.o}s`,
        found: {
          one: `{count} ${n.place} encontrad${n.o}`,
          other: `{count} ${n.places} encontrad${n.o}s`,
        },
        more: {
          one: `{count} ${n.place} encontrad${n.o}; Entrar ${n.it} muestra`,
          other: `{count} ${n.places} encontrad${n.o}s; Entrar ${n.it}s muestra tod${n.o}s`,
        },
        none: `${capital(n.noPlace)} tiene un nombre parecido`,
        recent: { one: '{count} nuevo en 14 días', other: '{count} nuevos en 14 días' },
        formerly: 'antes {name}',
        failed: 'No se pudieron cargar los nombres. Entrar lleva a la lista de la A a la Z.',
      },
    },
    list: {
      words: {
        title: `${n.Places} parecid${n.o}s a «{query}»`,
        found: {
          one: `{count} ${n.place} encontrad${n.o}.`,
          other: `{count} ${n.places} encontrad${n.o}s.`,
        },
        none: `${capital(n.noPlace)} tiene un nombre parecido. Abajo están tod${n.o}s.`,
        all: `Mostrar tod${n.o}s ${n.thePlaces}`,
      },
    },
    near: {
      button: `${n.Places} cerca de mí`,
      privacy:
        'Se calcula en este dispositivo: el lugar donde usted está no se envía a nadie ni se guarda.',
      words: {
        columns: [n.Place, 'Distancia', '14 días'],
        looking: 'Preguntando a este dispositivo dónde está …',
        found: {
          one: `${n.ThePlace} más cercan${n.o} es {name}.`,
          other: `L${n.o}s {count} ${n.places} más cercan${n.o}s; ${n.o === 'a' ? 'la' : 'el'} más cercan${n.o} es {name}.`,
        },
        far: `Tod${n.o}s quedan lejos del lugar donde usted parece estar.`,
        distance: '{miles}\u00a0mi ({kilometers}\u00a0km)',
        denied:
          'Este navegador no tiene permiso para decir dónde está usted. Puede permitirlo en los ajustes del navegador para este sitio, o buscar por nombre.',
        unavailable: 'Este dispositivo no sabe dónde está. Busque por nombre, por favor.',
        late: 'Este dispositivo tardó demasiado en decir dónde está. Inténtelo de nuevo o busque por nombre.',
        unable: 'Este navegador no puede decir dónde está. Busque por nombre, por favor.',
        noPlaces: `No sabemos dónde están ${n.thePlaces} de ${n.thisDistrict}.`,
        failed: `No se pudo cargar la lista de ${n.places}. Inténtelo de nuevo, por favor.`,
      },
    },
    mine: {
      title: `Mis ${n.places}`,
      empty: `Todavía ${n.o === 'a' ? 'ninguna' : 'ninguno'}. «Seguir aquí» en la página de ${n.aPlace} ${n.it} añade a esta lista, que solo este navegador recuerda.`,
      follow: 'Seguir aquí',
      followWords: {
        kept: `Ahora está en «Mis ${n.places}» de la primera página. Solo este navegador lo recuerda.`,
        forgotten: `Ya no está en «Mis ${n.places}».`,
        closed: 'Este navegador no deja que la página recuerde nada.',
      },
      words: {
        title: `Mis ${n.places}`,
        columns: [n.Place, '7 días', '14 días', 'Todos', ''],
        forget: 'Olvidar {name}',
        forgetAll: `Olvidar tod${n.o}s`,
        compare: 'Comparar',
        feeds: 'Sus canales en un archivo para lectores de canales (OPML)',
        file: `mis-${n.places.replaceAll(' ', '-')}.opml`,
        failed: `No se pudieron cargar los números de sus ${n.places}. Vuelva a cargar la página.`,
      },
    },
    compare: {
      title: `Comparar ${n.places}`,
      description: (district, counted) =>
        `Hasta cuatro ${n.places} de ${district}, un${n.o} junto a otr${n.o}: ${counted.plural} ${nuevos(counted)} por día y por período.`,
      lead: `Hasta cuatro ${n.places}, un${n.o} junto a otr${n.o}. La dirección de esta página dice cuáles, así que puede enviarla.`,
      withOthers: `Comparar con otr${n.o}s ${n.places}`,
      add: `Añadir ${n.aPlace}`,
      noScript: `Sin JavaScript esta página no puede reunir ${n.places}. Los períodos de tod${n.o}s están juntos aquí:`,
      words: {
        none: `Todavía no hay ${n.noPlace} elegid${n.o}.`,
        comparing: {
          one: `Hay ${n.aPlace} elegid${n.o}; añada otr${n.o}.`,
          other: `Comparando {count} ${n.places}.`,
        },
        unknown: `${capital(n.noPlace)} tiene el número {id}.`,
        full: `Cuatro es el máximo; quite un${n.o} para añadir otr${n.o}.`,
        remove: 'Quitar {name}',
        chosen: `${n.Places} elegid${n.o}s`,
        failed: 'No se pudieron cargar los números. Vuelva a cargar la página.',
        table: 'Casos nuevos por período',
        columns: [n.Place, '7 días', '14 días', '21 días', n.Year, 'Todos', `Por ${n.per}*`],
        asOf: 'Los períodos son días del calendario y terminan el {date}, el último día leído.',
        smallNumbers: `* Casos nuevos de los últimos 14 días por cada ${n.per} ${n.enrolled}. Son números pequeños: un caso más o menos cambia mucho la tasa.`,
        unknownRate: 'se desconoce',
        noFigure: 'Aún sin cifra.',
        charts: 'Casos nuevos por el día en que se informaron',
        oneScale:
          'Todas las gráficas tienen la misma escala. Un hueco en la línea son días que no se leyeron; una barra pálida sobre ellos es tan alta como su media. Las barras rayadas bajo la línea son correcciones.',
        chart:
          '{name}, del {from} al {to}: {sum} casos nuevos en total, {most} como máximo en un informe.',
      },
    },
  },
  map: {
    title: 'Mapa',
    heading: 'En el mapa',
    description: (district, counted) =>
      `Cada ${n.place} de ${district} en un mapa según sus ${counted.plural} ${nuevos(counted)}: los últimos 7, 14 o 21 días, el ${n.year} o todos. Elija sus propias clases y comparta lo que ve.`,
    label: (schools) => `Mapa con ${schools}. La tabla de abajo tiene los mismos números.`,
    skip: 'Saltar el mapa: la tabla tiene los mismos números',
    legend: 'Qué significan los puntos',
    dots: n.Places,
    placeless: (schools) => `No están en el mapa, porque no conocemos su lugar: ${schools}`,
    readingHint:
      'Toque un punto, o cerca de uno, para leerlo. Para acercar, separe dos dedos o pulse +.',
    toMap: 'Abrir el mapa grande',
    controls: 'Qué muestra el mapa',
    measure: 'Mostrar',
    window: 'Tiempo',
    windows: { year: n.Year, all: 'Todo' },
    measures: {
      count: 'Casos nuevos',
      rate: `Por cada ${n.per} ${n.people}`,
      'one-dose': 'Una dosis de vacuna',
      vaccinated: 'Vacunación completa',
    },
    own: 'Clases propias',
    thresholds: 'Las clases empiezan en',
    thresholdsHint: 'De uno a cinco números, cada uno mayor que el anterior',
    apply: 'Usar',
    reset: 'Restablecer',
    link: 'La dirección de esta página guarda lo que elige, así que puede compartirlo.',
    noScript:
      'Con JavaScript podría cambiar lo que muestra el mapa. La tabla tiene todos los números.',
    smallNumbers: `Números pequeños: en ${n.aPlace} pequeñ${n.o} un solo caso da una tasa alta. Mire primero la cantidad.`,
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    whole: n.AllTheDistrict,
    streets: 'Mostrar calles',
    streetsNote: (host) =>
      `El mapa de calles viene de ${host}. Verá su dirección de internet y la zona que usted mira. No se le pide nada antes de que pulse este botón.`,
    table: 'Lo mismo en una tabla',
    oneDose: 'Una dosis',
    vaccinated: 'Vacunación completa',
    words: {
      unknown: 'no se sabe',
      correction: 'menos de 0: casos retirados',
      none: 'ninguno',
      under: 'menos de {n}',
      range: 'de {from} a menos de {to}',
      between: '{from}–{to}',
      more: '{n} o más',
      measures: {
        count: 'Casos nuevos',
        rate: `Casos nuevos por cada ${n.per} ${n.people}`,
        'one-dose': `${n.People} con al menos una dosis de vacuna`,
        vaccinated: `${n.People} con la vacunación completa`,
      },
      windows: {
        '7': 'en los últimos 7 días',
        '14': 'en los últimos 14 días',
        '21': 'en los últimos 21 días',
        year: `en el ${n.year}`,
      },
      allCases: 'Todos los casos registrados',
      allRate: `Todos los casos registrados por cada ${n.per} ${n.people}`,
      rateColumn: `Por cada ${n.per} ${n.people}, {window} (números pequeños)`,
      mapName:
        'Las flechas lo mueven cuando está ampliado, más y menos lo amplían y reducen, 0 lo muestra entero.',
      inPart: `La tabla muestra {n} de {of} ${n.places}: l${n.o}s de esta parte del mapa.`,
      refused: '«{value}» no sirve para {name}; el mapa muestra lo de siempre.',
      refusedThresholds:
        '«{value}» no sirve. Escriba de uno a cinco números mayores que 0, cada uno mayor que el anterior, y enteros para los casos.',
      failed: 'No se pudieron cargar los números. ¿Hay conexión? La tabla los tiene todos.',
    },
  },
  dictionary: {
    'data/cases.csv': {
      says: `El cambio de ${n.aPlace} en una actualización, uno por línea`,
      columns: {
        reporting_date: `El día en que se vio el cambio por primera vez, en la hora ${n.ofTheDistrict}; no el día de la enfermedad`,
        update: 'Número de la actualización dentro de ese día; 0 para la historia importada',
        school_id: `El número permanente ${n.ofThePlace}`,
        new_cases: `Cambio de la cuenta acumulada; negativo cuando ${n.theDistrict} retiró casos`,
        total_cases: `El total ${n.ofThePlace} después de esta actualización`,
      },
    },
    'data/days.csv': {
      says: 'Un día en que se leyó la fuente; un día sin línea no se leyó',
      columns: {
        reporting_date: `El día, en la hora ${n.ofTheDistrict}`,
        first_read_at: 'Cuándo se leyó por primera vez (UTC); vacío para la historia importada',
        new_cases: `Casos nuevos ${n.ofTheDistrict} ese día`,
        total_cases: `El total ${n.ofTheDistrict} al terminar el día`,
        schools_changed: `${n.Places} con algún cambio ese día, también cuando se anulan`,
        district_total: `El total que publica ${n.theDistrictItself}, si se lee; si no, vacío`,
      },
    },
    'data/schools.csv': {
      says: `${n.APlace} por línea`,
      columns: {
        school_id: `El número permanente ${n.ofThePlace}`,
        name: 'Cómo se llama ahora',
        latitude: 'Grados norte; vacío si se desconoce',
        longitude: 'Grados este; vacío si se desconoce',
        enrollment: `${n.Enrolled}; vacío si se desconoce`,
        vaccinated_one_dose: `${n.People} con al menos una dosis; vacío si se desconoce`,
        vaccinated_complete: `${n.People} con la vacunación completa; vacío si se desconoce`,
        baseline_cases: 'Lo que su total incluye además de sus líneas',
        aliases:
          'Nombres anteriores, separados por punto y coma; id:… para un número conocido después, label:… para un nombre más largo, into:… para el registro con el que se cuenta',
      },
    },
    'data/updates.csv': {
      says: 'Un cambio detectado en la fuente; los días importados no tienen ninguno',
      columns: {
        reporting_date: `El día, en la hora ${n.ofTheDistrict}`,
        update: 'Su número dentro de ese día',
        detected_at: 'Cuándo se vio (UTC)',
        new_cases: `Casos nuevos ${n.ofTheDistrict} en esta actualización`,
        schools_changed: `${n.Places} cuya cuenta cambió`,
        restarts: 'Reinicios del contador declarados hasta entonces',
        source_sha256: 'SHA-256 de lo que envió la fuente',
      },
    },
    'data/renames.csv': {
      says: `Un cambio del nombre de ${n.aPlace}, uno por línea`,
      columns: {
        renamed_at: 'Cuándo se vio el nombre nuevo (UTC)',
        school_id: `El número permanente ${n.ofThePlace}`,
        old_name: 'El nombre de antes',
        new_name: 'El nombre desde entonces',
      },
    },
    'data/notices.csv': {
      says: 'Lo que conviene saber además de los casos nuevos, uno por línea',
      columns: {
        noticed_at: 'Cuándo se anotó (UTC)',
        kind: 'held, released, accepted, restart, outage, correction o definition (un cambio de lo que se publica, o una señal de que la fuente cuenta otra cosa)',
        reporting_date: 'El día del que trata; para un cambio, el día a partir del cual vale',
        school_id: `${n.ThePlace} ${n.o === 'a' ? 'de la' : 'del'} que trata; vacío si no trata de un${n.o} sol${n.o}`,
        text: 'La frase tal como se lee; vacío para la habitual. Con “district_total - places”, esa diferencia antes y ahora',
      },
    },
    'data/allCpsCovidData.csv': {
      says: `La tabla ancha del sitio original: una fila por ${n.place}, una columna por día`,
      columns: {
        School: 'Cómo se llama ahora',
        Latitude: 'Grados norte',
        Longitude: 'Grados este',
        CPS_School_ID: `El número permanente ${n.ofThePlace}`,
        '7Total': 'Casos nuevos de los últimos 7 días del calendario hasta la última columna',
        '14Total': 'Lo mismo para 14 días',
        '21Total': 'Lo mismo para 21 días',
        gTotal: 'Total de todos los tiempos',
        preSY2122: `Total antes del ${n.year} actual`,
        YYYYMMDD: 'Casos nuevos de ese día; una columna por cada día leído',
      },
    },
    'data/allCpsCovidData2022.csv': {
      says: 'La misma tabla en la última forma del sitio original, de 2022',
      columns: {
        School: 'Cómo se llama ahora',
        Latitude: 'Grados norte',
        Longitude: 'Grados este',
        CPS_School_ID: `El número permanente ${n.ofThePlace}`,
        Student_Count: `Número de ${n.people}; vacío = se desconoce`,
        Vax_First_Dose: 'Con al menos una dosis; vacío = se desconoce',
        Vax_Complete: 'Con la vacunación completa; vacío = se desconoce',
        '7Total': 'Casos nuevos de los últimos 7 días del calendario hasta la última columna',
        '14Total': 'Lo mismo para 14 días',
        '21Total': 'Lo mismo para 21 días',
        gTotal: 'Total de todos los tiempos',
        preSY2122: 'Total antes del año escolar 2021–22; vacío si los ajustes no nombran tal año',
        SY2122: 'Casos del año escolar 2021–22',
        Summer_22: 'Casos entre su último día de clases y el año escolar siguiente',
        YYYYMMDD: 'Casos nuevos de ese día; una columna por cada día leído',
      },
    },
    'data/newFormatTest.csv': {
      says: `La misma tabla girada: una columna por ${n.place}`,
      columns: { School: 'Los nombres de las columnas anteriores' },
    },
    'data/CPStotals.csv': {
      says: `Los días ${n.ofTheDistrict} en el formato del sitio original`,
      columns: {
        date: 'El día como YYYYMMDD',
        daily: 'Casos nuevos ese día',
        running: 'Suma de daily; lo contado antes de que empezara el registro no entra',
        '7DaySum': 'Casos nuevos de los últimos 7 días del calendario',
        '7DayAvg': 'Su media por día',
        '14DaySum': 'Casos nuevos de los últimos 14 días del calendario',
        '14DayAvg': 'Su media por día',
      },
    },
  },
  guards: {
    restart:
      'La fuente muestra menos de la mitad de lo registrado: quizá cuenta otra vez desde cero',
    'false-restart': 'Se declaró un reinicio del contador, pero la fuente sigue como antes',
    'district-fall': `El total ${n.ofTheDistrict} baja en más de unos pocos casos`,
    'school-fall': `El total de ${n.aPlace} baja en más de unos pocos casos`,
    'many-falls': `Los totales de much${n.o}s ${n.places} bajan a la vez`,
    disappearances: `Faltan ${n.places} con casos en una hoja que ${n.it}s enumera tod${n.o}s`,
    unreported: `${n.Places} con casos figuran sin ninguna cifra`,
    strangers: `Aparecen vari${n.o}s ${n.places} nunca vist${n.o}s`,
    namesakes: `Un número desconocido lleva el nombre de ${n.aPlace} conocid${n.o} solo por su nombre`,
    'possible-rename': `Falta ${n.aPlace} y aparece otr${n.o} que se le parece en el nombre o en el número: quizá cambió de nombre, se dividió o se unió con otr${n.o}`,
    renames: `Vari${n.o}s ${n.places} cambian de nombre a la vez`,
    'district-surge':
      'Muchos más casos nuevos que en cualquier periodo de igual duración de los últimos 28 días',
    'school-surge': `${n.APlace} gana más casos en una lectura de lo que es verosímil`,
    'rows-without-id': `Más filas de lo habitual tienen texto pero ningún número de ${n.place}`,
    'unreadable-rows': `No se puede leer el número de ${n.place} o la cuenta de una fila`,
    review: 'Los ajustes piden que una persona revise cada actualización',
  },
  feed: {
    daily: (site, counted) => `${site}: ${counted.plural} ${nuevos(counted)} por día`,
    dailyDescription: (district) =>
      `Un artículo por cada día en que ${district} informó de un cambio, cuando el día ha terminado.`,
    updates: (site, counted) => `${site}: ${counted.plural} ${nuevos(counted)}, cada actualización`,
    updatesDescription: (district) =>
      `Un artículo por cada cambio de los números de ${district}, en cuanto se ve.`,
    notices: (site) => `${site}: correcciones y avisos`,
    noticesDescription: (district) =>
      `Correcciones, actualizaciones retenidas, reinicios del contador y días que no se pudieron leer, de ${district}.`,
    school: (name, counted) => `${name}: ${counted.plural} ${nuevos(counted)}`,
    schoolDescription: (name, district) =>
      `Un artículo por cada cambio de los números de ${name}, ${district}.`,
    since: (date) => `desde el ${date}`,
    update: (count, date, figure, day) =>
      `Actualización ${number(count)}, ${date}: ${figure} (el día hasta ahora: ${day})`,
    soFar: (figure) => `El día hasta ahora: ${figure}.`,
    schoolItem: (date, count, name, figure) =>
      `${date}${count > 1 ? `, actualización ${number(count)}` : ''}: ${figure} en ${name}`,
    total: (total) => `En total: ${total}.`,
    correction: (name, change) => `Corrección: ${name} ${change}`,
    corrections: (places, date) => `Correcciones en ${places}, ${date}`,
    correctedEarlier: (words) => `Corrección: ${words}`,
    correctionText: (name, before, after, date) =>
      `${name}: ${before} pasó a ${after} el ${date}. Los artículos y páginas de días anteriores no cambian.`,
    rest: (count) => `y ${number(count)} más`,
    gap: (count) => `${days(count)} sin poder leer`,
    gapText: (from, to) =>
      `No se leyó nada después del ${from} hasta el ${to}. La cifra del ${to} abarca los días intermedios.`,
    kinds: {
      held: 'Una actualización queda retenida hasta que una persona la revise',
      released: 'Se publica una actualización retenida, porque se mantuvo',
      accepted: 'Se publica una actualización retenida, porque una persona la revisó',
      restart: `${n.TheDistrict} cuenta otra vez desde cero; nuestros totales continúan`,
      outage: 'Por ahora no se pueden leer las cifras; quedan las últimas buenas',
      correction: 'Una corrección',
      definition: 'Cambia lo que se cuenta',
    },
    totalMoved: 'Puede haber cambiado lo que se cuenta',
    totalMovedText: (from, to) =>
      `La diferencia entre el total de la propia hoja y la suma de sus ${n.places} era ${from} y ahora es ${to}: puede haber cambiado lo que cuenta uno de los dos`,
  },
  update: {
    title: (count, date) => `Actualización ${number(count)} del ${date}`,
    description: (count, figure, district, date) =>
      `Actualización ${number(count)} del ${date}: ${figure} de ${district}.`,
    seen: (time) => sentence(`Vista a las ${time}`),
    wholeDay: 'El día completo',
    all: (count) => `Esta actualización en ${count}`,
  },
});
