/** Settings of the first version, by path, and what says the same now. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  'source.format':
    '"source.rows": "case" for a line list, "place" for totals, or "auto", which the columns decide',
  'source.columns.schoolId': '"source.columns.id"',
  'source.columns.schoolName': '"source.columns.name"',
  'source.columns.quarters':
    '"source.columns.counts", a list of headings or of regular expressions between slashes: ["/^Q\\\\d SY\\\\d\\\\d$/"]',
  'source.columns.apiSchoolId': '"source.columns.id"',
  'source.columns.apiSchoolName': '"source.columns.name"',
  'source.columns.apiCount': '"source.columns.counts", a list: ["TotalCaseCount"]',
};

/** @returns what took the place of a setting of the first version; undefined: it never was one */
export function successorOf(path: string): string | undefined {
  return Object.hasOwn(SUCCESSORS, path) ? SUCCESSORS[path] : undefined;
}
