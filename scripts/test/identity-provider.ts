import { OAuth2Server } from "oauth2-mock-server";

/** The cookie by which a browser says who the person is; a provider for tests asks nobody. */
export const CLAIMS_COOKIE = "claims";

/** An OpenID Connect provider on a free port. It signs in the person that the cookie names: claims as JSON in base64url. */
export async function startIdentityProvider(): Promise<{ issuer: string; stop(): Promise<void> }> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.issuer.url = issuer;
  const claimsOf = new Map<string, Record<string, unknown>>();
  server.service.on("beforeAuthorizeRedirect", (redirect, request) => {
    const cookie = new RegExp(`(?:^|; )${CLAIMS_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? "")?.[1];
    const code = redirect.url.searchParams.get("code");
    if (cookie && code)
      claimsOf.set(
        code,
        JSON.parse(Buffer.from(cookie, "base64url").toString("utf8")) as Record<string, unknown>,
      );
  });
  server.service.on("beforeTokenSigning", (token, request) => {
    Object.assign(token.payload, claimsOf.get(request.body.code ?? ""));
  });
  return { issuer, stop: () => server.stop() };
}
