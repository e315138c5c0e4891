// Loaded before a command of a scenario. Its clock stands at HARNESS_NOW, and moves on only by what the
// command waits: how long it works on this machine is nobody's business. A wait of more than a breath is
// over HARNESS_PACE times as fast. The product itself knows nothing of it. The HTTP client's own clock
// ticks every 499 ms: it goes on as it is.
const start = Date.parse(process.env.HARNESS_NOW ?? '') || Date.now();
const pace = Number(process.env.HARNESS_PACE ?? 1);
const patience = Number(process.env.HARNESS_PATIENCE ?? 1);
const BREATH_MILLISECONDS = 499;

/** Milliseconds that have been waited. */
let waited = 0;

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(start + waited);
    else super(...given);
  }
  static now() {
    return start + waited;
  }
};
performance.now = () => waited;

const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((action, milliseconds = 0, ...given) => {
  if (milliseconds <= BREATH_MILLISECONDS) return realTimeout(action, milliseconds, ...given);
  const due = waited + milliseconds;
  const act = () => {
    waited = Math.max(waited, due);
    action(...given);
  };
  return realTimeout(act, milliseconds / pace);
}, realTimeout);

// What ends a hang must not end an answer that comes late because this machine is busy.
const realLimit = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => realLimit(milliseconds * patience);
