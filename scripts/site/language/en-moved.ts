/** Pages that lead on from the original's addresses. */
export const englishMoved = {
  title: (path: string) => `Moved: ${path}`,
  description: (path: string, site: string) => `Where to find ${path} of old in ${site}.`,
  heading: 'This page has moved',
  go: 'Go to its new place',
  school: 'Each school has its own page now.',
  toSchools: 'Find it in the list of all schools',
};
