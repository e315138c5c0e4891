/**
 * Loads what reads a chart when a pointer first comes over it, or its slider gets the focus.
 *
 * @param plot the chart's drawing with its slider
 */
export function readWhenUsed(plot: HTMLElement): void {
  let isUsed = false;
  const use = (event: Event) => {
    if (isUsed) return;
    isUsed = true;
    import('./read-chart.ts').then(
      ({ enhance }) => enhance(plot, event),
      // Without a connection; the next use tries again.
      () => {
        isUsed = false;
      },
    );
  };
  plot.addEventListener('pointerover', use);
  plot.addEventListener('focusin', use);
}
