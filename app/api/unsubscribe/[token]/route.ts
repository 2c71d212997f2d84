import { env } from "@/lib/env";
import { unsubscribe } from "@/lib/workflows/notifications/unsubscribe";

interface Context {
  params: Promise<{ token: string }>;
}

/** One-click unsubscribe (RFC 8058). Each mail names this address in its List-Unsubscribe header. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const outcome = await unsubscribe(token);
  return outcome.ok
    ? new Response("You will get no more email from this desk.\n")
    : new Response(`${outcome.error.message}\n`, { status: 404 });
}

/** Opened as a link, it leads to a page that asks first: mail scanners follow links. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return Response.redirect(`${env().publicUrl}/desk/unsubscribe/${encodeURIComponent(token)}`, 303);
}
