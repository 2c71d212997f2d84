/**
 * What a public document can load and run (W3C Content Security Policy, level 3): the script, styles and fonts of this server, pictures of
 * the allowed hosts, and nothing inline. It is the same for every document, so that documents can be stored. Only embeds differ, in who can show them.
 * @param imageHosts hosts whose images are shown
 * @param isEmbed whether pages of other sites can show it in a frame
 */
export function documentPolicy(imageHosts: readonly string[], isEmbed = false): string {
  const pictures = imageHosts.flatMap((host) => [`https://${host}`, `http://${host}`]);
  return Object.entries({
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "font-src": ["'self'"],
    "img-src": ["'self'", "data:", ...pictures],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": [isEmbed ? "*" : "'self'"],
  })
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
