import type { Dictionary } from './dictionary.ts';

/** Every published table and column in English; its columns stand in the order of the file. */
export const englishDictionary = {
  'data/cases.csv': {
    says: 'A school’s change in one update, one a line',
    columns: {
      reporting_date:
        'The day on which the change was first seen, in the district’s time zone; not the day of illness',
      update: 'Number of the update within that day; 0 for imported history',
      school_id: 'The school’s permanent id',
      new_cases: 'Change of the cumulative count; negative when the district took cases back',
      total_cases: 'The school’s all-time total after this update',
    },
  },
  'data/days.csv': {
    says: 'A day on which the source was read; a day without a line was not read',
    columns: {
      reporting_date: 'The day, in the district’s time zone',
      first_read_at: 'When it was first read (UTC); blank for imported history',
      new_cases: 'The district’s new cases that day',
      total_cases: 'The district’s all-time total at its end',
      schools_changed: 'Schools with any change that day, also when they cancel out',
      district_total: 'The total the district itself publishes, where it is read; else blank',
    },
  },
  'data/schools.csv': {
    says: 'A school, one a line',
    columns: {
      school_id: 'The school’s permanent id',
      name: 'What it is called now',
      latitude: 'Degrees north; blank when unknown',
      longitude: 'Degrees east; blank when unknown',
      enrollment: 'Pupils enrolled; blank when unknown',
      vaccinated_one_dose: 'Pupils with at least one dose; blank when unknown',
      vaccinated_complete: 'Pupils fully vaccinated; blank when unknown',
      baseline_cases: 'What its total holds besides its lines',
      aliases: 'Former names, separated by semicolons; id:… for an id learnt later',
    },
  },
  'data/updates.csv': {
    says: 'A detected change of the source; imported days have none',
    columns: {
      reporting_date: 'The day, in the district’s time zone',
      update: 'Its number within that day',
      detected_at: 'When it was seen (UTC)',
      new_cases: 'The district’s new cases in this update',
      schools_changed: 'Schools whose count changed',
      restarts: 'Counter restarts declared up to then',
      source_sha256: 'SHA-256 of what the source sent',
    },
  },
  'data/renames.csv': {
    says: 'A change of a school’s name, one a line',
    columns: {
      renamed_at: 'When the new name was seen (UTC)',
      school_id: 'The school’s permanent id',
      old_name: 'The name before',
      new_name: 'The name since then',
    },
  },
  'data/notices.csv': {
    says: 'What readers should know besides new cases, one a line',
    columns: {
      noticed_at: 'When it was written down (UTC)',
      kind: 'held, released, accepted, restart, correction or definition (a change of what is published)',
      reporting_date: 'The day it is about; for a change, the day from which it holds',
      school_id: 'The school it is about; blank when it is not about one',
      text: 'The sentence as people read it; blank for the usual one',
    },
  },
  'data/allCpsCovidData.csv': {
    says: 'The wide table of the original tracker: a row per school, a column per day',
    columns: {
      School: 'What it is called now',
      Latitude: 'Degrees north',
      Longitude: 'Degrees east',
      CPS_School_ID: 'The school’s permanent id',
      '7Total': 'New cases of the last 7 calendar days up to the last column',
      '14Total': 'The same for 14 days',
      '21Total': 'The same for 21 days',
      gTotal: 'All-time total',
      preSY2122: 'Total before the current school year',
      YYYYMMDD: 'New cases of that day; a column for each day that was read',
    },
  },
  'data/newFormatTest.csv': {
    says: 'The same table turned: a column per school',
    columns: {
      School: 'The names of the columns above',
    },
  },
  'data/CPStotals.csv': {
    says: 'The district’s days in the original tracker’s format',
    columns: {
      date: 'The day as YYYYMMDD',
      daily: 'New cases that day',
      running: 'Sum of daily; what was counted before the record began is left out',
      '7DaySum': 'New cases of the last 7 calendar days',
      '7DayAvg': 'Their mean per day',
      '14DaySum': 'New cases of the last 14 calendar days',
      '14DayAvg': 'Their mean per day',
    },
  },
} satisfies Dictionary;
