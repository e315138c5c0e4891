import { control, type Layer, type Map as LeafletMap, tileLayer } from 'leaflet';
import { element } from '../element.ts';

/** The closest zoom level of the map; common tile servers support at least this one. */
export const CLOSEST = 17;

/**
 * Offers a street map in place of the outline, from the tile server that the settings name. Nothing
 * is requested from that server until the reader accepts.
 */
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
