/** The ids of schools, in the ledger as in addresses of the site. */
export * from '../../site/shared/school-id.ts';
