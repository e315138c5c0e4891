/** The contents of `build.json`, for the code that writes or reads it. */
export * from '../../site/shared/build-stamp.ts';
