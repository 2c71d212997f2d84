/**
 * What a page can load and run (W3C Content Security Policy, level 3). The schema keeps scripts out of imported text; if one gets through
 * anyway, the browser does not run it.
 * @param nonce unique to this response: scripts without it do not run
 */
export function contentSecurityPolicy(
  nonce: string,
  { imageHosts, development }: { imageHosts: readonly string[]; development: boolean },
): string {
  const pictures = imageHosts.flatMap((host) => [`https://${host}`, `http://${host}`]);
  return Object.entries({
    "default-src": ["'self'"],
    // In development, React uses eval to explain errors.
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    // Marks and bars are positioned by style attributes.
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
 * Strict-Transport-Security (RFC 6797): after one visit over https a browser never uses http again, so that no one in between can answer
 * first. Subdomains are not covered: they may belong to other services.
 * @returns null when the installation is served over http
 */
export function strictTransport(publicUrl: string): string | null {
  return new URL(publicUrl).protocol === "https:" ? "max-age=31536000" : null;
}
