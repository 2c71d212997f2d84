import { contentDisposition } from "@/lib/content-disposition";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import type { DownloadedFile } from "@/lib/workflows/reports/downloaded-file";

const STATUS: Readonly<Partial<Record<Failure["kind"], number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  invalid: 422,
  unavailable: 503,
};

/** A file that only this person gets, or why there is none, which the page shows. Nothing on the way stores it. */
export function answerFile(result: Result<DownloadedFile, Failure>): Response {
  const answer = toClient(result);
  const headers = { "cache-control": "no-store", "x-robots-tag": "noindex" };
  if (!answer.ok) return Response.json(answer.error, { status: STATUS[answer.error.kind] ?? 400, headers });
  const { name, type, bytes, language } = answer.value;
  return new Response(bytes, {
    headers: {
      ...headers,
      "content-type": type,
      ...(language !== null && { "content-language": language }),
      "content-disposition": contentDisposition("attachment", name),
      "x-content-type-options": "nosniff",
    },
  });
}
