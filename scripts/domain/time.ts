/** Instants, reporting dates and school days. They stand where the browser can import them too. */
export * from '../../site/shared/time.ts';
