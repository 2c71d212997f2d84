import { contentDisposition } from "@/lib/content-disposition";

/**
 * A file that is made piece by piece while it is sent, so that a long one is never in memory at once.
 * @param pieces of its text; ended if the person cancels the download
 */
export function answerDownload(
  pieces: AsyncGenerator<string>,
  { name, type }: { name: string; type: string },
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": contentDisposition("attachment", name),
      "cache-control": "no-store",
    },
  });
}
