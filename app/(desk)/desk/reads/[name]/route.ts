import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { DESK_READS } from "@/lib/live/desk-read";
import { parseBoundedJson } from "@/lib/parse-bounded-json";
import { readJson } from "@/lib/read-json";
import { err } from "@/lib/result";
import { words } from "@/lib/words/words";
import { deskReads } from "../desk-reads";

interface Context {
  params: Promise<{ name: string }>;
}

/** UTF-16 units. The document of an article of 100,000 words has about 3 million. */
const MAX_BODY_LENGTH = 8 * 1024 * 1024;

/**
 * Reads what `?input=` (JSON) names, for an open page. A route rather than a server action: the browser runs those one at a time, so a slow
 * read would hold up a save.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, await params, async (max) =>
    parseBoundedJson(new URL(request.url).searchParams.get("input") ?? "null", max),
  );
}

/** The same for inputs that are too long for an address: the body is the JSON. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(request, await params, (max) => readJson(request, MAX_BODY_LENGTH, max));
}

async function answer(
  request: Request,
  { name }: { name: string },
  readInput: (maxValues: number) => ReturnType<typeof readJson>,
): Promise<Response> {
  const headers = { "cache-control": "private,no-store" };
  // Pages of other sites must not make the desk work, or fetch pages for them.
  if (!["same-origin", "none", null].includes(request.headers.get("sec-fetch-site")))
    return new Response(null, { status: 403, headers });
  const known = DESK_READS.find((each) => each === name);
  if (!known) return new Response(null, { status: 404, headers });
  const { run, maxValues } = deskReads[known];
  const result = await asActor(async (actor) => {
    const input = await readInput(maxValues);
    return input.ok
      ? run(actor, input.value)
      : err<Failure>({ kind: "invalid", message: words("common")("requestUnreadable"), cause: input.error });
  });
  return Response.json(result, { headers });
}
