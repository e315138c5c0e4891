/** How names are cleaned and compared, both in the ledger and in the site's search. */
export * from '../../site/shared/names.ts';
