import { listPublicKeys } from "@/lib/signatures/signing-key";

export const dynamic = "force-dynamic";

/** The public keys that signed publications, for programs on any site. */
export async function GET(): Promise<Response> {
  return Response.json(
    { keys: await listPublicKeys(new Date()) },
    {
      headers: {
        "Content-Type": "application/jwk-set+json",
        "Cache-Control": "public, max-age=300",
        "Access-Control-Allow-Origin": "*",
      },
    },
  );
}
