/** School ids, as used in the ledger and in the site's addresses. */
export * from '../../site/shared/school-id.ts';
