/** No site has this name (RFC 2606). */
const HERE = "http://here.invalid";

/**
 * A path of this site to go on to; anything else, `otherwise`. It is read as browsers read it: they take "\" for "/", and leave out tabs
 * and line breaks, so that "/\example.org" is another site.
 */
export function sameSitePath(value: unknown, otherwise = "/desk"): string {
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, HERE)) return otherwise;
  const { origin, pathname, search, hash } = new URL(value, HERE);
  return origin === HERE && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : otherwise;
}
