// Loaded before a command of a scenario: its clock starts at HARNESS_NOW, and what waits longer
// than a breath waits HARNESS_PACE times as fast. The product itself knows nothing of it. The HTTP
// client's own clock ticks every 499 ms: its timeouts stay as they are, however busy this machine is.
const start = Date.parse(process.env.HARNESS_NOW ?? '') || Date.now();
const pace = Number(process.env.HARNESS_PACE ?? 1);
const BREATH_MILLISECONDS = 499;

const RealDate = Date;
const began = RealDate.now();
const now = () => start + (RealDate.now() - began);
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};

// A wait that was cut short counts as if it had been whole, however busy this machine is.
let skipped = 0;
const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((action, milliseconds = 0, ...given) => {
  if (milliseconds <= BREATH_MILLISECONDS) return realTimeout(action, milliseconds, ...given);
  const short = milliseconds / pace;
  const act = () => {
    skipped += milliseconds - short;
    action(...given);
  };
  return realTimeout(act, short);
}, realTimeout);
const realNow = performance.now.bind(performance);
performance.now = () => realNow() + skipped;
