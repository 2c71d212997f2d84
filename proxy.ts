import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, strictTransport } from "./lib/content-security-policy";
import { env } from "./lib/env";

/** Files from outside, which are sent with a policy that allows nothing at all: a policy set here would replace it. */
const FILES = /^\/desk\/sources\/(?:export\/|[^/]+\/(?:attachments|copies|cite)\/)/;

/** Public pages before they are published, which have the policy of public documents. */
const PREVIEWS = /^\/desk\/articles\/[^/]+\/publish\/preview$/;

/** Gives every page its own policy: only scripts that this server put into that page run. */
export function proxy(request: NextRequest): NextResponse {
  if (FILES.test(request.nextUrl.pathname) || PREVIEWS.test(request.nextUrl.pathname))
    return NextResponse.next();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, {
    imageHosts: env().imageHosts,
    development: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce from it and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const strict = strictTransport(env().publicUrl);
  if (strict) response.headers.set("strict-transport-security", strict);
  return response;
}

export const config = {
  // Public documents and the page about the API have policies of their own. API routes need none; and uploads to `read` are larger than the body size that the proxy
  // passes on.
  matcher: [
    { source: "/author/:path*" },
    { source: "/desk" },
    { source: "/desk/((?!articles/new/read$).*)" },
    { source: "/api/((?!v1/|docs$).*)" },
  ],
};
