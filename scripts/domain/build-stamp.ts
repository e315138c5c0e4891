/** What `build.json` holds, for all who write or read it. */
export * from '../../site/shared/build-stamp.ts';
