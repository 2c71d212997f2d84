import { env } from "@/lib/env";
import { unsubscribe } from "@/lib/workflows/notifications/unsubscribe";

interface Context {
  params: Promise<{ token: string }>;
}

/** One-click unsubscribe (RFC 8058), called by mail programs from a mail's headers. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const outcome = await unsubscribe(token);
  return outcome.ok
    ? new Response("You will get no more mail from this desk.\n")
    : new Response(`${outcome.error.message}\n`, { status: 404 });
}

/** Opened as a link, it asks for confirmation first. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return Response.redirect(`${env().publicUrl}/desk/mail-off/${encodeURIComponent(token)}`, 303);
}
