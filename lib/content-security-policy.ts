/**
 * What a page may load and run (W3C Content Security Policy, level 3). The schema keeps scripts out of what is imported; should one come
 * through all the same, the browser does not run it.
 * @param nonce names this one answer: scripts without it do not run
 */
export function contentSecurityPolicy(
  nonce: string,
  { imageHosts, development }: { imageHosts: readonly string[]; development: boolean },
): string {
  const pictures = imageHosts.flatMap((host) => [`https://${host}`, `http://${host}`]);
  return Object.entries({
    "default-src": ["'self'"],
    // React explains errors by eval while it is developed on.
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    // Marks and bars are placed by style attributes.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", ...pictures],
    "connect-src": development ? ["'self'", "ws:"] : ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
  })
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

/**
 * Strict-Transport-Security (RFC 6797): a browser that came once by https never asks without it, so that nobody on the way can answer first.
 * Subdomains are others' to decide on.
 * @returns null where the installation is reached by http
 */
export function strictTransport(publicUrl: string): string | null {
  return new URL(publicUrl).protocol === "https:" ? "max-age=31536000" : null;
}
