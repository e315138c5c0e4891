import type { englishDictionary } from './en-dictionary.ts';

/** Every published table and column in Spanish. */
export const spanishDictionary: typeof englishDictionary = {
  'data/cases.csv': {
    says: 'El cambio de una escuela en una actualización, uno por línea',
    columns: {
      reporting_date:
        'El día en que se vio el cambio por primera vez, en la hora del distrito; no el día de la enfermedad',
      update: 'Número de la actualización dentro de ese día; 0 para la historia importada',
      school_id: 'El número permanente de la escuela',
      new_cases: 'Cambio de la cuenta acumulada; negativo cuando el distrito retiró casos',
      total_cases: 'El total de la escuela después de esta actualización',
    },
  },
  'data/days.csv': {
    says: 'Un día en que se leyó la fuente; un día sin línea no se leyó',
    columns: {
      reporting_date: 'El día, en la hora del distrito',
      first_read_at: 'Cuándo se leyó por primera vez (UTC); vacío para la historia importada',
      new_cases: 'Casos nuevos del distrito ese día',
      total_cases: 'El total del distrito al terminar el día',
      schools_changed: 'Escuelas con algún cambio ese día, también cuando se anulan',
      district_total: 'El total que publica el propio distrito, si se lee; si no, vacío',
    },
  },
  'data/schools.csv': {
    says: 'Una escuela por línea',
    columns: {
      school_id: 'El número permanente de la escuela',
      name: 'Cómo se llama ahora',
      latitude: 'Grados norte; vacío si se desconoce',
      longitude: 'Grados este; vacío si se desconoce',
      enrollment: 'Alumnos inscritos; vacío si se desconoce',
      vaccinated_one_dose: 'Alumnos con al menos una dosis; vacío si se desconoce',
      vaccinated_complete: 'Alumnos con la vacunación completa; vacío si se desconoce',
      baseline_cases: 'Lo que su total incluye además de sus líneas',
      aliases:
        'Nombres anteriores, separados por punto y coma; id:… para un número conocido después',
    },
  },
  'data/updates.csv': {
    says: 'Un cambio detectado en la fuente; los días importados no tienen ninguno',
    columns: {
      reporting_date: 'El día, en la hora del distrito',
      update: 'Su número dentro de ese día',
      detected_at: 'Cuándo se vio (UTC)',
      new_cases: 'Casos nuevos del distrito en esta actualización',
      schools_changed: 'Escuelas cuya cuenta cambió',
      restarts: 'Reinicios del contador declarados hasta entonces',
      source_sha256: 'SHA-256 de lo que envió la fuente',
    },
  },
  'data/renames.csv': {
    says: 'Un cambio del nombre de una escuela, uno por línea',
    columns: {
      renamed_at: 'Cuándo se vio el nombre nuevo (UTC)',
      school_id: 'El número permanente de la escuela',
      old_name: 'El nombre de antes',
      new_name: 'El nombre desde entonces',
    },
  },
  'data/notices.csv': {
    says: 'Lo que conviene saber además de los casos nuevos, uno por línea',
    columns: {
      noticed_at: 'Cuándo se anotó (UTC)',
      kind: 'held, released, accepted, restart, correction o definition (un cambio de lo que se publica)',
      reporting_date: 'El día del que trata; para un cambio, el día a partir del cual vale',
      school_id: 'La escuela de la que trata; vacío si no trata de una sola',
      text: 'La frase tal como se lee; vacío para la habitual',
    },
  },
  'data/allCpsCovidData.csv': {
    says: 'La tabla ancha del sitio original: una fila por escuela, una columna por día',
    columns: {
      School: 'Cómo se llama ahora',
      Latitude: 'Grados norte',
      Longitude: 'Grados este',
      CPS_School_ID: 'El número permanente de la escuela',
      '7Total': 'Casos nuevos de los últimos 7 días del calendario hasta la última columna',
      '14Total': 'Lo mismo para 14 días',
      '21Total': 'Lo mismo para 21 días',
      gTotal: 'Total de todos los tiempos',
      preSY2122: 'Total antes del año escolar actual',
      YYYYMMDD: 'Casos nuevos de ese día; una columna por cada día leído',
    },
  },
  'data/newFormatTest.csv': {
    says: 'La misma tabla girada: una columna por escuela',
    columns: { School: 'Los nombres de las columnas anteriores' },
  },
  'data/CPStotals.csv': {
    says: 'Los días del distrito en el formato del sitio original',
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
};
