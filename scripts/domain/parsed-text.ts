/** Schemas for the texts of dates, instants and the like, for all who read files of ours. */
export * from '../../site/shared/parsed-text.ts';
