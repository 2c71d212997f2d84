import { env } from "@/lib/env";
import { unsubscribe } from "@/lib/workflows/notifications/unsubscribe";

interface Context {
  params: Promise<{ token: string }>;
}

/** Mail programs turn mail off by this (RFC 8058): the address stands in each mail's headers. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const outcome = await unsubscribe(token);
  return outcome.ok
    ? new Response("No more mail comes from this desk.\n")
    : new Response(`${outcome.error.message}\n`, { status: 404 });
}

/** Whoever follows it as a link is asked first. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return Response.redirect(`${env().publicUrl}/desk/mail-off/${encodeURIComponent(token)}`, 303);
}
