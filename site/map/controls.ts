import { ownThresholds } from '../shared/map/classes.ts';
import {
  isOfCases,
  MEASURES,
  type Measure,
  WINDOW_NAMES,
  type WindowName,
} from '../shared/map/figures.ts';
import { type AvailableFigures, type MapView, parseThresholds } from '../shared/map/view.ts';

/** What a reader can choose in the form; the position is chosen on the map itself. */
type ViewChoice = Omit<MapView, 'at'>;

/** The form beside the map, as the rest of the page uses it. */
export interface Controls {
  /** The windows and measures among which the form lets a reader choose. */
  readonly offered: AvailableFigures;
  /** Makes the form show a view. */
  readonly show: (view: MapView) => void;
  /** The label of the chosen window. */
  readonly windowLabel: () => string;
}

interface ControlHandlers {
  readonly change: (choice: ViewChoice) => void;
  /** Called with thresholds that cannot be used, as they were typed. */
  readonly refuse: (text: string) => void;
}

/** Connects the form beside the map to its handlers. Its only state is what it shows. */
export function makeControls(
  form: HTMLFormElement,
  ratePer: number | undefined,
  { change, refuse }: ControlHandlers,
): Controls {
  const radios = [...form.querySelectorAll<HTMLInputElement>('[type="radio"]')];
  const field = form.querySelector<HTMLInputElement>('[name="thresholds"]');
  const windows = form.querySelector<HTMLFieldSetElement>('[data-map-windows]');
  const own = form.querySelector('details');
  const chosen = <T extends string>(name: string, names: readonly T[]): T | undefined => {
    const value = radios.find((radio) => radio.name === name && radio.checked)?.value;
    return names.find((one) => one === value);
  };
  const offers = (name: string, value: string) =>
    radios.some((radio) => radio.name === name && radio.value === value);
  const wanted = (): { measure: Measure; window: WindowName } => ({
    measure: chosen('measure', MEASURES) ?? 'count',
    window: chosen('window', WINDOW_NAMES) ?? '14',
  });
  let measureShown: Measure = 'count';
  let thresholdsShown: MapView['thresholds'] = null;

  const readThresholds = () => {
    const { measure, window } = wanted();
    const text = field?.value ?? '';
    const thresholds = parseThresholds(text, measure);
    field?.setAttribute('aria-invalid', String(thresholds === undefined));
    if (thresholds === undefined) return refuse(text);
    const isOwn = String(thresholds) === String(ownThresholds(measure, window, ratePer));
    const next = isOwn ? null : thresholds;
    if (String(next) !== String(thresholdsShown)) change({ measure, window, thresholds: next });
  };
  form.addEventListener('change', ({ target }) => {
    if (target === field) return readThresholds();
    const { measure, window } = wanted();
    // The thresholds of one measure are meaningless for another.
    const thresholds = measure === measureShown ? thresholdsShown : null;
    change({ measure, window, thresholds });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    readThresholds();
  });
  form.querySelector('[data-map-reset]')?.addEventListener('click', () => {
    change({ ...wanted(), thresholds: null });
  });
  form.querySelector('[data-map-off]')?.removeAttribute('disabled');

  return {
    offered: {
      windows: WINDOW_NAMES.filter((name) => offers('window', name)),
      measures: MEASURES.filter((name) => offers('measure', name)),
    },
    show: ({ measure, window, thresholds }) => {
      [measureShown, thresholdsShown] = [measure, thresholds];
      for (const radio of radios) {
        radio.checked = radio.value === (radio.name === 'measure' ? measure : window);
      }
      if (windows) windows.disabled = !isOfCases(measure);
      if (own && thresholds) own.open = true;
      if (field) field.value = (thresholds ?? ownThresholds(measure, window, ratePer)).join(', ');
      field?.removeAttribute('aria-invalid');
    },
    windowLabel: () =>
      radios
        .find((radio) => radio.name === 'window' && radio.checked)
        ?.closest('label')
        ?.textContent?.trim() ?? '',
  };
}
