/** A way to misspell a name, the same every time. @param at 0 to 1: where in the name */
type Slip = (name: string, at: number) => string;

/** How fingers and memory go wrong; each gives a name that a person could have typed. */
export const slips: Readonly<Record<string, Slip>> = {
  'a letter left out': (name, at) => cut(name, inside(name, at), 1, ''),
  'a letter twice': (name, at) => {
    const index = inside(name, at);
    return cut(name, index, 0, name[index] ?? '');
  },
  'two letters swapped': (name, at) => {
    const index = inside(name, at) - 1;
    return cut(name, index, 2, `${name[index + 1]}${name[index]}`);
  },
  'a wrong letter': (name, at) => {
    const index = inside(name, at);
    return cut(name, index, 1, name[index] === 'e' ? 'a' : 'e');
  },
  'the kind abbreviated': (name) =>
    name.replace(/ high school/, ' hs').replace(/ elementary( school)?$/, ' es'),
  'the kind left out': (name) => name.replace(/ (high|elementary|middle)( school)?$/, ''),
  'the words the other way round': (name) => name.split(' ').reverse().join(' '),
  'the words run together': (name) => name.replaceAll(' ', ''),
  'not typed to the end': (name) => name.slice(0, Math.max(4, Math.ceil(name.length * 0.7))),
  'in capitals with blanks and stops': (name) => `  ${name.toUpperCase().replaceAll(' ', '. ')} `,
};

/** Not the first letter: people know how a name begins. */
function inside(name: string, at: number): number {
  return Math.min(name.length - 1, 1 + Math.floor(at * (name.length - 1)));
}

function cut(name: string, index: number, length: number, instead: string): string {
  return name.slice(0, index) + instead + name.slice(index + length);
}
