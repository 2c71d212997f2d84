import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { countEvent } from "@/lib/db/rate-limits";
import { env } from "@/lib/env";
import { makeMcpServer } from "./mcp-server";

/** Requests per network and time window. */
export const MCP_RATE = { requests: 120, seconds: 60 } as const;

/** Bytes of a request. */
const MAX_BODY = 64 * 1024;

/**
 * Answers one request to the Streamable HTTP endpoint, without sessions: each POST is complete in itself.
 * @param network what requests are counted under
 */
export async function answerMcp(request: Request, network: string): Promise<Response> {
  // The specification asks for it: a page whose name leads to this machine must not read what only its network can.
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== new URL(env().publicUrl).origin)
    return refuse(403, "Requests from pages of other sites are refused.");
  const { requests, seconds } = MCP_RATE;
  const { count, secondsLeft } = await countEvent(`mcp:${network}`, seconds);
  const rate = {
    "ratelimit-policy": `"network";q=${requests};w=${seconds}`,
    ratelimit: `"network";r=${Math.max(0, requests - count)};t=${Math.min(seconds, secondsLeft)}`,
  };
  const response =
    count > requests
      ? refuse(429, `A network can make ${requests} requests in ${seconds} seconds.`, {
          "retry-after": String(Math.max(1, secondsLeft)),
        })
      : await serve(request);
  for (const [name, value] of Object.entries(rate)) response.headers.set(name, value);
  return response;
}

async function serve(request: Request): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY)
    return refuse(413, "The request is too large.");
  const text = await request.text();
  if (text.length > MAX_BODY) return refuse(413, "The request is too large.");
  let parsedBody: unknown;
  try {
    parsedBody = JSON.parse(text);
  } catch {
    return refuse(400, "The request is not JSON.", {}, -32_700);
  }
  // Later versions of the protocol have no batches, and one would count as one request.
  if (Array.isArray(parsedBody)) return refuse(400, "Send one message per request.");
  const server = makeMcpServer();
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    const { status, headers, body } = await transport.handleRequest(request, { parsedBody });
    const answered = new Response(body === null ? null : await new Response(body).text(), {
      status,
      headers,
    });
    answered.headers.set("cache-control", "no-store");
    return answered;
  } finally {
    await server.close();
  }
}

/** A JSON-RPC error. */
export function refuse(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  code = -32_600,
): Response {
  return Response.json(
    { jsonrpc: "2.0", id: null, error: { code, message } },
    { status, headers: { "cache-control": "no-store", ...headers } },
  );
}
