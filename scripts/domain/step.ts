/** Runs one named step of a command; the command's frame logs its title and how long it took. */
export type Step = <Result>(
  title: string,
  action: () => Result | Promise<Result>,
) => Promise<Result>;
