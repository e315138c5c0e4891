/** Schemas for dates and instants as text, for the code that reads the project's own files. */
export * from '../../site/shared/parsed-text.ts';
