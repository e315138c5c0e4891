/** How names are cleaned and compared, in the ledger as in the site's search. */
export * from '../../site/shared/names.ts';
