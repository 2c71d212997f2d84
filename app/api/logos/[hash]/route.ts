import { findLogoBody } from "@/lib/db/logos";

interface Context {
  params: Promise<{ hash: string }>;
}

/** A logo of the organisation, by its content. Public: publications name it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { hash } = await params;
  const body = await findLogoBody(hash);
  if (!body) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(body), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}
