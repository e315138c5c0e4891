import { control, type Layer, type Map as LeafletMap, tileLayer } from 'leaflet';
import { element } from '../element.ts';

/** The closest zoom, on which servers of tiles agree. */
export const CLOSEST = 17;

/** Offers the streets of the server that the settings name, in place of the outline. */
export function offerStreets(offer: HTMLElement | null, leaflet: LeafletMap, land: Layer): void {
  const button = offer?.querySelector('button');
  if (!offer || !button) return;
  offer.hidden = false;
  button.addEventListener('click', () => {
    offer.hidden = true;
    land.remove();
    const owed = element('span', {}, offer.dataset.attribution ?? '').outerHTML;
    tileLayer(offer.dataset.tiles ?? '', { attribution: owed, maxZoom: CLOSEST })
      .addTo(leaflet)
      .bringToBack();
    control.attribution({ prefix: false }).addTo(leaflet).addAttribution(owed);
  });
}
