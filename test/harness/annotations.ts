/** A message that the runner would show at the top of a run. */
export interface Annotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly title: string;
  readonly message: string;
}

const COMMAND = /^\s*::([a-z-]+)( [^:]*)?::(.*)$/gm;
const LEVELS = ['notice', 'warning', 'error'] as const;

/** The workflow commands in a log, as the runner obeys them. */
export function commandsIn(
  log: string,
): readonly { name: string; properties: string; text: string }[] {
  return [...log.matchAll(COMMAND)].map(([, name = '', properties = '', text = '']) => ({
    name,
    properties: properties.trim(),
    text: decoded(text),
  }));
}

export function annotationsIn(log: string): readonly Annotation[] {
  return commandsIn(log).flatMap(({ name, properties, text }) => {
    const level = LEVELS.find((each) => each === name);
    const title = /title=([^,]*)/.exec(properties)?.[1] ?? '';
    return level ? [{ level, title: decoded(title), message: text }] : [];
  });
}

function decoded(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
