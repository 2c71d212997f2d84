/** Maximum bytes of a body with a few short fields. */
export const SMALL_BODY = 64 * 1024;
