/** Runs one named step of a command; whoever frames it remembers its name and how long it took. */
export type Step = <Result>(
  title: string,
  action: () => Result | Promise<Result>,
) => Promise<Result>;
