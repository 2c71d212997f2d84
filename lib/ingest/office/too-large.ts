/** Thrown for a file that is nested too deeply or has too many parts to be an article. */
export class TooLarge extends Error {}
