import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, strictTransport } from "./lib/content-security-policy";
import { env } from "./lib/env";

/** Files of others, which come with a policy that lets them do nothing at all: what is set here would take its place. */
const FILES = /^\/desk\/sources\/(?:export\/|[^/]+\/(?:attachments|copies|cite)\/)/;

/** Gives every page a policy of its own: only scripts that this server put into that very page run. */
export function proxy(request: NextRequest): NextResponse {
  if (FILES.test(request.nextUrl.pathname)) return NextResponse.next();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, {
    imageHosts: env().imageHosts,
    development: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce out of it and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const strict = strictTransport(env().publicUrl);
  if (strict) response.headers.set("strict-transport-security", strict);
  return response;
}

export const config = {
  // What holds no pages needs none; and files that are given to be read are longer than what comes through here whole.
  matcher: [{ source: "/((?!_next/static/|_next/image$|icon\\.svg$|desk/articles/new/read$|api/v1/).*)" }],
};
