/** No site has this name (RFC 2606). */
const PLACEHOLDER_ORIGIN = "http://here.invalid";

/**
 * A path of this site to redirect to, or else `otherwise`. It is parsed as browsers do: they treat "\" as "/" and ignore tabs and line
 * breaks, so that "/\example.org" is another site.
 */
export function sameSitePath(value: unknown, otherwise = "/desk"): string {
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, PLACEHOLDER_ORIGIN))
    return otherwise;
  const { origin, pathname, search, hash } = new URL(value, PLACEHOLDER_ORIGIN);
  return origin === PLACEHOLDER_ORIGIN && !pathname.startsWith("//")
    ? `${pathname}${search}${hash}`
    : otherwise;
}
