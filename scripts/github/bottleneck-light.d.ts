/** The part of the package that Octokit's plugins load; the package describes it as the whole. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
